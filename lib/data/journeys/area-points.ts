import type { Figure } from '@/lib/contracts/figure';
import type { PublishedStore } from '@/lib/data/published-store';
import type { FindingEvidence } from '@/lib/domain/findings/evidence-input';
import type { AreaType, Root } from '@/lib/domain/geography/area';
import type { AssociationPoint } from '@/lib/domain/indicators/association';
import { ALL } from '@/lib/domain/indicators/indicator';
import { plotted } from '@/lib/domain/measure/measure';
import { EXACT_COUNTS } from '@/lib/domain/reach/published-count';
import { newestFigure } from './model-places';

type Axis = readonly [indicatorId: string, breakdown: string];

type Pairs = { readonly points: readonly AssociationPoint[]; readonly across: Figure[]; readonly up: Figure[] };

/** A figure of each area against another; areas that lack one have no point. */
function pairs(store: PublishedStore, { root, type }: { root: Root; type: AreaType }, x: Axis, y: Axis): Pairs {
  const areas = store.vintages.get(`${root} ${type}`)?.shown.areas ?? [];
  const found = areas.flatMap(({ code }) => {
    const [across, up] = [newestFigure(store, x[0], code, x[1]), newestFigure(store, y[0], code, y[1])];
    if (!across || !up) return [];
    const point = { x: plotted(across.measure), y: plotted(up.measure) };
    return point.x === null || point.y === null ? [] : [{ across, up, point: { x: point.x, y: point.y } }];
  });
  return {
    points: found.map(({ point }) => point),
    across: found.map(({ across }) => across),
    up: found.map(({ up }) => up),
  };
}

const distinct = (texts: readonly string[]): string => [...new Set(texts)].sort().join(', ');

/** `Need index: Allocations, 2025/26, release nhse-allocations-2025`. */
function papersOf({ indicators }: PublishedStore, figures: readonly Figure[]): string {
  const name = indicators.find(({ id }) => id === figures[0]?.indicatorId)?.name ?? '';
  const sources = distinct(figures.map(({ source }) => source.name));
  const periods = distinct(figures.map(({ period }) => period.label));
  return `${name} (${sources}, ${periods}, release ${distinct(figures.map(({ releaseId }) => releaseId))})`;
}

const oldestEnd = (figures: readonly Figure[]): string | null =>
  figures.reduce<string | null>(
    (oldest, { period: { end } }) => (oldest === null || end < oldest ? end : oldest),
    null,
  );

/** What a card says of its figures: both with source, period and release. */
const sourced = (store: PublishedStore, { points, across, up }: Pairs, of: string) =>
  points.length === 0
    ? null
    : {
        points,
        data: `${of}: ${papersOf(store, up)}; ${papersOf(store, across)}`,
        rules: EXACT_COUNTS,
        periodEnd: oldestEnd([...across, ...up]),
      };

const SCORE: Axis = ['imd-score', ALL];
const VACANCY: Axis = ['training-vacancy-rate', ALL];
const STAYED: Axis = ['retention-in-region', 'foundation-1y'];

/** The relations between areas that the cards test, from published figures; null where nothing of both is loaded. */
export function areaPoints(
  store: PublishedStore,
  root: Root,
): Pick<FindingEvidence, 'supplyAgainstNeed' | 'vacancyByDeprivation' | 'retentionByDeprivation'> {
  const boards = { root, type: 'icb' } as const;
  const regions = { root, type: 'training_region' } as const;
  const vacancies = sourced(store, pairs(store, regions, SCORE, VACANCY), 'Training regions');
  const domains = store.indicators.flatMap(({ id, name }) => {
    const { points } = /^imd-(?!score)/.test(id) ? pairs(store, regions, [id, ALL], VACANCY) : { points: [] };
    return points.length > 0 ? [[name, points] as const] : [];
  });
  return {
    supplyAgainstNeed: sourced(
      store,
      pairs(store, boards, ['need-index-core', ALL], ['gp-fte-per-10k', ALL]),
      'Integrated care boards',
    ),
    vacancyByDeprivation: vacancies && { ...vacancies, domains: Object.fromEntries(domains) },
    retentionByDeprivation: sourced(store, pairs(store, regions, SCORE, STAYED), 'Training regions'),
  };
}
