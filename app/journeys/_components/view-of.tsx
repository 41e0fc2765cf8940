import type { JourneysState } from '@/components/journeys/journeys-state';
import { CapitalView } from './capital-view';
import { DistancesView } from './distances-view';
import { GiniView } from './gini-view';
import { MapView } from './map-view';
import { MatrixView } from './matrix-view';
import { RegionView } from './region-view';
import { StagesView } from './stages-view';

const VIEWS = {
  matrix: MatrixView,
  stages: StagesView,
  map: MapView,
  distances: DistancesView,
  capital: CapitalView,
  gini: GiniView,
  region: RegionView,
} as const;

export function ViewOf({ state }: { state: JourneysState }) {
  const View = VIEWS[state.view];
  return <View state={state} />;
}
