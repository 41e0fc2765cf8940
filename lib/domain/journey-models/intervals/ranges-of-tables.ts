import { foundationPlaces, type ModelPlaces, reachPlaces } from '@/lib/domain/journey-models/from-journeys';
import type { RoundedGrid } from '@/lib/domain/journeys/rounded-grid';
import { MEASURES, type RoundedMeasure } from '@/lib/domain/journeys/rounded-rows';
import type { RoundedStore } from '@/lib/domain/journeys/rounded-store';
import { sum } from '@/lib/domain/statistics/sum';
import { type LetOut, type PublishingRule, rangeOf, rangeRow } from './count-range';
import type { RoundedEntrantsInput, SchoolRanges } from './rounded-entrants';
import type { FoundationRanges, RoundedFoundationInput } from './rounded-foundation';
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

/** Graduates of each school and value of a characteristic: as they were let out, and the ranges behind them. */
const foundationRanges = (
  grid: RoundedGrid,
  places: ModelPlaces,
  rule: PublishingRule,
  by: 'sex' | 'ethnicity',
): FoundationRanges => {
  const input = foundationPlaces(places);
  const read = gridReader(grid);
  const measures = by === 'sex' ? (['F', 'M'] as const) : (['non_white', 'white'] as const);
  const rows = input.schools.flatMap(({ code }, school) =>
    measures.map((measure, at) => {
      const byPeriod = grid.periods.map((_, period) =>
        input.areas.map((area) => read(period, measure, code, area.code)),
      );
      const present = byPeriod.filter((counts) => counts.some(({ parts }) => parts > 0));
      return {
        group: {
          school,
          isFemale: by === 'sex' ? at === 0 : null,
          isNonWhite: by === 'ethnicity' ? at === 0 : null,
          graduates: input.areas.map((_, a) => sum(present.map((counts) => counts[a]?.known ?? 0))),
        },
        ranges: present.map((counts) => rangeRow(counts.map((count) => rangeOf(count, rule)))),
      };
    }),
  );
  return { ...input, groups: rows.map(({ group }) => group), ranges: rows.map(({ ranges }) => ranges) };
};

/** Null where the table isn't loaded, or its periods share years. */
export const roundedFoundationInput = (
  { schoolFoundation }: RoundedStore,
  places: ModelPlaces,
  rule: PublishingRule,
): RoundedFoundationInput | null => {
  const grid = schoolFoundation && !schoolFoundation.grid.periodsOverlap ? schoolFoundation.grid : null;
  return (
    grid && {
      bySex: foundationRanges(grid, places, rule, 'sex'),
      byEthnicity: foundationRanges(grid, places, rule, 'ethnicity'),
    }
  );
};
