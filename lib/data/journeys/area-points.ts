import type { PublishedStore } from '@/lib/data/published-store';
import type { FindingEvidence } from '@/lib/domain/findings/evidence-input';
import type { AreaType, Root } from '@/lib/domain/geography/area';
import type { AssociationPoint } from '@/lib/domain/indicators/association';
import { ALL } from '@/lib/domain/indicators/indicator';
import { EXACT_COUNTS } from '@/lib/domain/reach/published-count';
import { latestFigure } from './model-places';

type Axis = readonly [indicatorId: string, breakdown: string];

/** A figure of each area against another; areas that lack one have no point. */
function points(
  store: PublishedStore,
  { root, type }: { root: Root; type: AreaType },
  x: Axis,
  y: Axis,
): AssociationPoint[] {
  const areas = store.vintages.get(`${root} ${type}`)?.shown.areas ?? [];
  return areas.flatMap(({ code }) => {
    const [across, up] = [latestFigure(store, x[0], code, x[1]), latestFigure(store, y[0], code, y[1])];
    return across === null || up === null ? [] : [{ x: across, y: up }];
  });
}

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
  const sourced = (found: AssociationPoint[], data: string) =>
    found.length === 0 ? null : { points: found, data, rules: EXACT_COUNTS };
  const vacancies = sourced(
    points(store, regions, SCORE, VACANCY),
    'Training vacancies and deprivation of training regions',
  );
  const domains = store.indicators.flatMap(({ id, name }) => {
    const found = /^imd-(?!score)/.test(id) ? points(store, regions, [id, ALL], VACANCY) : [];
    return found.length > 0 ? [[name, found] as const] : [];
  });
  return {
    supplyAgainstNeed: sourced(
      points(store, boards, ['need-index-core', ALL], ['gp-fte-per-10k', ALL]),
      'GPs and need of integrated care boards',
    ),
    vacancyByDeprivation: vacancies && { ...vacancies, domains: Object.fromEntries(domains) },
    retentionByDeprivation: sourced(
      points(store, regions, SCORE, STAYED),
      'Retention and deprivation of training regions',
    ),
  };
}
