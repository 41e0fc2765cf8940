import type { Successor } from '@/lib/domain/geography/successor';
import { checkBands, DISTANCE_BANDS_KM } from './distance-bands';
import type { JourneyPlaces } from './journey-places';
import { type CodeRefusal, rebaseHomes } from './rebase-codes';
import { type RoundedSource, roundedAxes } from './rounded-axes';
import { type GridInput, toGrid } from './rounded-grid';
import { type GridRow, type HomeSchoolRow, type SchoolFoundationRow, toGridRow } from './rounded-rows';

export interface RoundedStoreOptions {
  readonly places: JourneyPlaces;
  /** Null: not loaded. */
  readonly homeSchool: readonly HomeSchoolRow[] | null;
  readonly schoolFoundation: readonly SchoolFoundationRow[] | null;
  /** What the source rounds to; null where it doesn't say. */
  readonly roundingBase: number | null;
  /** Upper ends of the distance bands. */
  readonly bandsKm?: readonly number[];
  readonly successors?: readonly Successor[];
  readonly on?: string;
}

/** Rounded tables in the shapes of a cohort's. They were protected before they came here. */
export interface RoundedStore {
  readonly kind: 'rounded';
  readonly roundingBase: number | null;
  readonly homeSchool: RoundedSource | null;
  readonly schoolFoundation: RoundedSource | null;
  readonly notRebased: readonly { readonly code: string; readonly reason: CodeRefusal }[];
}

const HOME_SCHOOL = { name: 'home_school', clock: 'entry', attributes: ['home', 'school'] } as const;
const SCHOOL_FOUNDATION = {
  name: 'school_foundation',
  clock: 'foundation',
  attributes: ['school', 'foundationArea'],
} as const;
const NO_LATER_CHANGE = '9999-12-31';

export const makeRoundedStore = (options: RoundedStoreOptions): RoundedStore => {
  const { places, roundingBase, bandsKm = DISTANCE_BANDS_KM, successors = [], on = NO_LATER_CHANGE } = options;
  checkBands(bandsKm);
  const { current, refusals } = rebaseHomes(successors, on);
  const rebased = (one: GridRow): GridRow => ({ ...one, row: current(one.row), column: current(one.column) });
  const { homes, schools, foundationAreas } = places;
  const homeSchool = options.homeSchool?.map(toGridRow).map(rebased) ?? null;
  const schoolFoundation = options.schoolFoundation?.map(toGridRow).map(rebased) ?? null;
  const codes = new Set(
    [...(homeSchool ?? []), ...(schoolFoundation ?? [])].flatMap(({ row, column }) => [row, column]),
  );
  const sourceOf = (about: Omit<RoundedSource, 'grid' | 'axes'>, given: GridInput): RoundedSource => {
    const grid = toGrid(given);
    return { ...about, grid, axes: roundedAxes(grid, about.attributes, { places, bandsKm }) };
  };
  return {
    kind: 'rounded',
    roundingBase,
    homeSchool: homeSchool && sourceOf(HOME_SCHOOL, { given: homeSchool, rows: homes, columns: schools }),
    schoolFoundation:
      schoolFoundation &&
      sourceOf(SCHOOL_FOUNDATION, { given: schoolFoundation, rows: schools, columns: foundationAreas }),
    notRebased: [...refusals].flatMap(([code, reason]) => (codes.has(code) ? [{ code, reason }] : [])),
  };
};
