import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import { ETHNIC_GROUPS, ROUTES, SEXES } from '@/lib/domain/journeys/journey-record';
import { type CountRules, countOf, type ReachCell } from '@/lib/domain/reach/published-count';
import type { PublishedCells } from './count-source';

export type TableFor = (shape: string, filter: JourneyFilter) => PublishedCells | null;

/** Of these everybody has one value: a person's fifth may be unknown, which no filter asks for. */
const WHOLE = { sex: SEXES, ethnicity: ETHNIC_GROUPS, route: ROUTES } as const;
type By = keyof typeof WHOLE;
const ALL_BY = ['sex', 'ethnicity', 'route'] as const satisfies readonly By[];

interface Range {
  readonly lowest: number;
  readonly highest: number;
}

const ANY: Range = { lowest: 0, highest: Number.POSITIVE_INFINITY };

const both = (one: Range, other: Range): Range => ({
  lowest: Math.max(one.lowest, other.lowest),
  highest: Math.min(one.highest, other.highest),
});

const rangeOf = (cell: ReachCell | undefined, rules: CountRules): Range => {
  if (cell?.kind === 'not_applicable') return { lowest: 0, highest: 0 };
  const counted = cell ? countOf(cell, rules) : null;
  return counted?.kind === 'count' ? counted : ANY;
};

const sumOf = (ranges: readonly Range[]): Range => ({
  lowest: ranges.reduce((sum, { lowest }) => sum + lowest, 0),
  highest: ranges.reduce((sum, { highest }) => sum + highest, 0),
});

const lessThan = (whole: Range, part: Range): Range => ({
  lowest: Math.max(0, whole.lowest - part.highest),
  highest: whole.highest - part.lowest,
});

/**
 * What other published tables of the same people leave possible of a withheld cell of a table: the table of everybody less the other groups, and the
 * sum of all groups. It is worked out from published counts alone, as any reader could, and says no more than they do.
 */
function rangeLeft(tableFor: TableFor, shape: string, filter: JourneyFilter, cell: number, rules: CountRules): Range {
  const at = (one: JourneyFilter): Range => rangeOf(tableFor(shape, one)?.cells[cell], rules);
  const given = ALL_BY.find((by) => filter[by] !== undefined);
  const everybody: JourneyFilter = filter.period ? { period: filter.period } : {};
  if (given) {
    const others = WHOLE[given].filter((value) => value !== filter[given]);
    return lessThan(at(everybody), sumOf(others.map((value) => at({ ...everybody, [given]: value }))));
  }
  if (Object.keys(filter).some((key) => key !== 'period')) return ANY;
  return ALL_BY.map((by) => sumOf(WHOLE[by].map((value) => at({ ...everybody, [by]: value })))).reduce(both, ANY);
}

const toStep = (count: number, step: number): number => Math.round(count / step) * step;

/**
 * A withheld cell as the middle of what other tables leave possible, and how far off that may be; as it is where they leave everything
 * possible. The middle is a number that rounding could have given.
 */
export function boundedCell(
  tableFor: TableFor,
  { shape, filter, rules }: { shape: string; filter: JourneyFilter; rules: CountRules },
  cell: number,
): ReachCell {
  const { lowest, highest } = rangeLeft(tableFor, shape, filter, cell, rules);
  if (!(Number.isFinite(highest) && highest >= lowest)) return { kind: 'suppressed' };
  const count = toStep((lowest + highest) / 2, rules.roundedTo);
  return { kind: 'value', count, parts: 0, zeros: 0, unsure: Math.max(highest - count, count - lowest) };
}
