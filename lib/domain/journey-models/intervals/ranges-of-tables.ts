import type { RoundedGrid } from '@/lib/domain/journeys/rounded-grid';
import { MEASURES, type RoundedMeasure } from '@/lib/domain/journeys/rounded-rows';
import type { RoundedStore } from '@/lib/domain/journeys/rounded-store';
import { type ModelPlaces, reachPlaces } from '../from-journeys';
import { type LetOut, type PublishingRule, rangeOf, rangeRow } from './count-range';
import type { RoundedEntrantsInput, SchoolRanges } from './rounded-entrants';
import type { RoundedShareInput } from './rounded-shares';

const NOT_THERE: LetOut = { known: 0, parts: 0, gaps: 0, zeros: 0 };

/** Reads a grid by period, group and the codes of its row and column. */
export const gridReader = (grid: RoundedGrid) => {
  const size = grid.rows.length * grid.columns.length;
  const [rowAt, columnAt] = [grid.rows, grid.columns].map((codes) => new Map(codes.map((code, i) => [code, i])));
  return (period: number, measure: RoundedMeasure, row: string, column: string): LetOut => {
    const [r, c] = [rowAt?.get(row), columnAt?.get(column)];
    if (r === undefined || c === undefined) return NOT_THERE;
    // The first plane holds all periods together.
    const at = ((1 + period) * MEASURES.length + MEASURES.indexOf(measure)) * size + r * grid.columns.length + c;
    const take = (values: Float64Array | Uint32Array) => values[at] ?? 0;
    return { known: take(grid.known), parts: take(grid.parts), gaps: take(grid.gaps), zeros: take(grid.zeros) };
  };
};

/** Counts of each school by period and authority. A period without a line of the school isn't one of its periods. */
const schoolRanges = (
  grid: RoundedGrid,
  { authorities, schools }: Pick<ModelPlaces, 'authorities' | 'schools'>,
  rule: PublishingRule,
  measure: RoundedMeasure,
): SchoolRanges => {
  const read = gridReader(grid);
  return schools.map((school) =>
    grid.periods.flatMap((_, period) => {
      const isIn = grid.rows.some((home) => read(period, measure, home, school.code).parts > 0);
      const ranges = authorities.map((home) => rangeOf(read(period, measure, home.code, school.code), rule));
      return isIn ? [rangeRow(ranges)] : [];
    }),
  );
};

/** Whether the table from home to school can be added over its periods. */
const homeGrid = ({ homeSchool }: RoundedStore): RoundedGrid | null =>
  homeSchool && !homeSchool.grid.periodsOverlap ? homeSchool.grid : null;

/** Null where the table isn't loaded, or its periods share years. */
export const roundedEntrantsInput = (
  store: RoundedStore,
  places: ModelPlaces,
  rule: PublishingRule,
): RoundedEntrantsInput | null => {
  const grid = homeGrid(store);
  return grid && { ...reachPlaces(places), entrants: schoolRanges(grid, places, rule, 'all') };
};

const SIDES = { female_share: ['F', 'M'], non_white_share: ['non_white', 'white'] } as const;

export const roundedShareInput = (
  store: RoundedStore,
  places: ModelPlaces,
  rule: PublishingRule,
  of: keyof typeof SIDES,
): RoundedShareInput | null => {
  const grid = homeGrid(store);
  const [ofGroup, rest] = SIDES[of].map((measure) => grid && schoolRanges(grid, places, rule, measure));
  return ofGroup && rest ? { ...reachPlaces(places), ofGroup, rest } : null;
};
