import { CAREER_TIES } from '@/lib/domain/journeys/axis-label';
import type { CountSource } from './count-source';
import type { OwnShare } from './evidence-input';
import { isPlace } from './journey-counts';
import type { Twin } from './twins';

type IsCounted = (row: string, column: string) => boolean;

interface Counted {
  readonly twin: Twin;
  readonly shape: string;
  readonly part: IsCounted;
  readonly whole: IsCounted;
}

const ties: ReadonlySet<string> = new Set(CAREER_TIES);
const isTied: IsCounted = (_, column) => ties.has(column);
const bothKnown: IsCounted = (row, column) => isPlace(row) && isPlace(column);
const isSame: IsCounted = (row, column) => isPlace(row) && row === column;

const sameRegion = (twin: Twin, shape: string): Counted => ({ twin, shape, part: isSame, whole: bothKnown });

const countedOf = (regionOf: ReadonlyMap<string, string>): readonly Counted[] => [
  sameRegion('school_in_home_region', 'home_region_by_school_region'),
  sameRegion('specialty_in_school_region', 'school_region_by_specialty_region'),
  sameRegion('career_in_home_region', 'home_region_by_career_region'),
  {
    twin: 'career_in_school_region',
    shape: 'school_by_career_region',
    part: (school, region) => isPlace(region) && regionOf.get(school) === region,
    whole: (school, region) => isPlace(region) && regionOf.has(school),
  },
  sameRegion('career_in_training_region', 'specialty_region_by_career_region'),
  {
    twin: 'career_in_any_region',
    shape: 'career_region_by_career_ties',
    part: (row, column) => isTied(row, column) && column !== 'none',
    whole: isTied,
  },
  {
    twin: 'all_in_one_region',
    shape: 'career_region_by_career_ties',
    part: (_, column) => column === 'home+school+training',
    whole: isTied,
  },
];

/**
 * The shares that national studies have printed, of the loaded journeys: of those whose regions are known. Part and whole are each one
 * sum, as it may be shown. A share whose table isn't loaded isn't among them.
 */
export const ownShares = (source: CountSource, regionOf: ReadonlyMap<string, string>): OwnShare[] =>
  countedOf(regionOf).flatMap(({ twin, shape, part, whole }) => {
    const table = source.table(shape, {});
    return table ? [{ twin, ...table.about, part: table.people(part), whole: table.people(whole) }] : [];
  });
