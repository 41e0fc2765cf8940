import type { Successor } from '@/lib/domain/geography/successor';
import { checkBands, DISTANCE_BANDS_KM } from './distance-bands';
import type { Clock, JourneyPlaces } from './journey-places';
import { type CodeRefusal, rebaseCodes } from './rebase-codes';
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

const NO_LATER_CHANGE = '9999-12-31';

export const makeRoundedStore = (options: RoundedStoreOptions): RoundedStore => {
  const { places, roundingBase, bandsKm = DISTANCE_BANDS_KM, successors = [], on = NO_LATER_CHANGE } = options;
  checkBands(bandsKm);
  const { current, refusals } = rebaseCodes(successors, on);
  const rebased = (one: GridRow): GridRow => ({ ...one, row: current(one.row), column: current(one.column) });
  const { homes, schools, foundationAreas } = places;
  const homeSchool = options.homeSchool?.map(toGridRow).map(rebased) ?? null;
  const schoolFoundation = options.schoolFoundation?.map(toGridRow).map(rebased) ?? null;
  const codes = new Set(
    [...(homeSchool ?? []), ...(schoolFoundation ?? [])].flatMap(({ row, column }) => [row, column]),
  );
  const sourceOf = (clock: Clock, attributes: RoundedSource['attributes'], given: GridInput): RoundedSource => {
    const grid = toGrid(given);
    return { clock, attributes, grid, axes: roundedAxes(grid, attributes, { places, bandsKm }) };
  };
  return {
    kind: 'rounded',
    roundingBase,
    homeSchool:
      homeSchool && sourceOf('entry', ['home', 'school'], { given: homeSchool, rows: homes, columns: schools }),
    schoolFoundation:
      schoolFoundation &&
      sourceOf('foundation', ['school', 'foundationArea'], {
        given: schoolFoundation,
        rows: schools,
        columns: foundationAreas,
      }),
    notRebased: [...refusals].flatMap(([code, reason]) => (codes.has(code) ? [{ code, reason }] : [])),
  };
};
