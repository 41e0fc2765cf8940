import 'server-only';
import type { Figure } from '@/lib/contracts/figure';
import type { LeverPosition, LeverPositions } from '@/lib/contracts/lever-position';
import { latestWithValue } from '@/lib/domain/indicators/figure-input';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { peerRange } from '@/lib/domain/indicators/peer-range';
import { LEVER_INDICATORS, type LeverIndicator } from '@/lib/domain/levers/lever-indicators';
import { NOT_LOADED } from '@/lib/domain/measure/measure';
import { breakdownLabel } from '@/lib/format/words';
import { type PublishedStore, publishedStore } from './published-store';
import { authorise } from './viewer';

/** The newest figure, with a value where there is one, else with the reason why not. */
const ownFigure = (figures: readonly Figure[], asked: LeverIndicator): Figure | undefined =>
  latestWithValue(figures, asked) ??
  figures.find(({ indicatorId, breakdown }) => indicatorId === asked.indicatorId && breakdown === asked.breakdown);

const nameOf = ({ shortName }: Indicator, breakdown: string): string =>
  [shortName, breakdownLabel(breakdown)].filter((part) => part !== '').join(', ');

function positionOf(store: PublishedStore, code: string, asked: LeverIndicator): LeverPosition | null {
  const indicator = store.indicators.find(({ id }) => id === asked.indicatorId);
  const area = store.areaByCode.get(code);
  if (!indicator || !area) return null;
  const figure = ownFigure(store.figuresByArea.get(code) ?? [], asked);
  const isPeer = (other: Figure): boolean => {
    const peer = store.areaByCode.get(other.areaCode);
    return peer?.type === area.type && peer.root === area.root;
  };
  const others = (store.figuresByIndicator.get(asked.indicatorId) ?? []).filter(isPeer);
  return {
    ...asked,
    name: nameOf(indicator, asked.breakdown),
    unit: indicator.unit,
    decimals: indicator.decimals,
    own: figure?.measure ?? NOT_LOADED,
    period: figure?.period.label ?? '',
    source: figure ? `${figure.source.name}, ${figure.source.publisher}` : '',
    releaseId: figure?.releaseId ?? '',
    isStale: figure?.stale ?? false,
    peers: figure ? peerRange(figure, others) : null,
  };
}

/** What every lever acts on, in each of these regions: the region's own figure and where the others of its country lie. */
export async function listLeverPositions(codes: readonly string[]): Promise<LeverPositions> {
  await authorise('figures:read');
  const store = await publishedStore();
  return Object.fromEntries(
    codes.map((code) => [code, LEVER_INDICATORS.flatMap((asked) => positionOf(store, code, asked) ?? [])]),
  );
}
