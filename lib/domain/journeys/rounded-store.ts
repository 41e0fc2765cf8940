import type { Successor } from '@/lib/domain/geography/successor';
import { UNKNOWN } from './axis-label';
import type { RoundedCounts } from './counts';
import { type JourneyFilter, type Narrowing, narrowingOf, refused, type TableOutcome } from './journey-filter';
import type { Clock, JourneyPlaces } from './journey-places';
import { FIXED_VALUES } from './journey-record';
import type { JourneyShape } from './journey-shapes';
import { type CodeRefusal, rebaseCodes } from './rebase-codes';
import { cellsOf, columnSums, type RoundedCell, type RoundedGrid, toGrid } from './rounded-grid';
import {
  fromHomeSchool,
  fromSchoolFoundation,
  type GridRow,
  type HomeSchoolRow,
  MEASURES,
  type RoundedMeasure,
  type SchoolFoundationRow,
} from './rounded-rows';

export interface RoundedStoreOptions {
  readonly places: Pick<JourneyPlaces, 'homes' | 'schools' | 'foundationAreas'>;
  /** Null: not loaded. */
  readonly homeSchool: readonly HomeSchoolRow[] | null;
  readonly schoolFoundation: readonly SchoolFoundationRow[] | null;
  /** What the source rounds to; null where it doesn't say. */
  readonly roundingBase: number | null;
  readonly successors?: readonly Successor[];
  readonly on?: string;
}

/** Rounded tables in the shapes of a cohort's. They were protected before they came here. */
export interface RoundedStore {
  readonly kind: 'rounded';
  readonly roundingBase: number | null;
  readonly homeSchool: RoundedGrid | null;
  readonly schoolFoundation: RoundedGrid | null;
  readonly notRebased: readonly { readonly code: string; readonly reason: CodeRefusal }[];
}

const NO_LATER_CHANGE = '9999-12-31';

export const makeRoundedStore = (options: RoundedStoreOptions): RoundedStore => {
  const { places, roundingBase, successors = [], on = NO_LATER_CHANGE } = options;
  const { current, refusals } = rebaseCodes(successors, on);
  const rebased = (one: GridRow): GridRow => ({ ...one, row: current(one.row), column: current(one.column) });
  const { homes, schools, foundationAreas } = places;
  const homeSchool = options.homeSchool?.map(fromHomeSchool).map(rebased) ?? null;
  const schoolFoundation = options.schoolFoundation?.map(fromSchoolFoundation).map(rebased) ?? null;
  const codes = new Set(
    [...(homeSchool ?? []), ...(schoolFoundation ?? [])].flatMap(({ row, column }) => [row, column]),
  );
  return {
    kind: 'rounded',
    roundingBase,
    homeSchool: homeSchool && toGrid({ given: homeSchool, rows: homes, columns: schools }),
    schoolFoundation: schoolFoundation && toGrid({ given: schoolFoundation, rows: schools, columns: foundationAreas }),
    notRebased: [...refusals].flatMap(([code, reason]) => (codes.has(code) ? [{ code, reason }] : [])),
  };
};

interface Source {
  readonly grid: RoundedGrid | null;
  readonly clock: Clock;
  /** Null: the grid as it is; else its columns added over the rows, for each of these groups. */
  readonly groups: readonly RoundedMeasure[] | null;
}

/** What fills a shape; null where rounded tables can't. */
const sourceOf = (store: RoundedStore, shape: string): Source | null => {
  const entry = { grid: store.homeSchool, clock: 'entry' } as const;
  if (shape === 'home_by_school') return { ...entry, groups: null };
  if (shape === 'school_by_sex') return { ...entry, groups: ['F', 'M'] };
  if (shape === 'school_by_ethnicity') return { ...entry, groups: ['white', 'non_white'] };
  if (shape !== 'school_by_foundation_area') return null;
  return { grid: store.schoolFoundation, clock: 'foundation', groups: null };
};

const measureOf = (narrowing: Narrowing): RoundedMeasure | 'not_loaded' | 'unknown_value' => {
  if (!narrowing) return 'all';
  const values: readonly string[] = [...FIXED_VALUES[narrowing.by], UNKNOWN];
  const measure = MEASURES.find((one) => one !== 'all' && one === narrowing.value && values.includes(one));
  return measure ?? (values.includes(narrowing.value) ? 'not_loaded' : 'unknown_value');
};

const tableFrom = (
  labels: Pick<RoundedCounts, 'rows' | 'columns' | 'shape' | 'filter' | 'roundingBase'>,
  cells: readonly RoundedCell[],
): TableOutcome<RoundedCounts> => ({
  kind: 'table',
  table: {
    kind: 'rounded_counts',
    ...labels,
    counts: cells.map(({ known, parts, gaps }) => (parts === 0 || gaps > 0 ? null : known)),
    known: cells.map(({ known }) => known),
    parts: cells.map(({ parts }) => parts),
  },
});

export const roundedTable = (
  store: RoundedStore,
  shape: JourneyShape,
  filter: JourneyFilter,
): TableOutcome<RoundedCounts> => {
  const permitted = narrowingOf(shape, filter);
  if (permitted.kind === 'refused') return permitted;
  const { period } = filter;
  if (period && !shape.clocks.includes(period.clock)) return refused('unknown_period');
  const source = sourceOf(store, shape.id);
  const measure = measureOf(permitted.narrowing);
  if (measure === 'unknown_value') return refused('unknown_value');
  if (!source?.grid || measure === 'not_loaded' || (period && period.clock !== source.clock)) {
    return { kind: 'not_loaded' };
  }
  const { grid, groups } = source;
  const plane = period ? 1 + grid.periods.indexOf(period.label) : 0;
  if (period && plane === 0) return refused('unknown_period');
  if (!period && grid.periodsOverlap) return refused('overlapping_periods');
  const said = { shape: shape.id, filter, roundingBase: store.roundingBase };
  if (!groups) return tableFrom({ ...said, rows: grid.rows, columns: grid.columns }, cellsOf(grid, { plane, measure }));
  const sums = groups.map((group) => columnSums(grid, { plane, measure: group }));
  const cells = grid.columns.flatMap((_, i) => sums.flatMap((column) => column[i] ?? []));
  return tableFrom({ ...said, rows: grid.columns, columns: groups }, cells);
};
