import type { JourneysState } from './journeys-state';
import { MatrixView } from './matrix-view';

export function ViewOf({ state }: { state: JourneysState }) {
  return <MatrixView state={state} />;
}
