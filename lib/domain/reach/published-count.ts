import type { PublishedCell } from '@/lib/domain/disclosure/protected-table';
import type { RuleSet } from '@/lib/domain/disclosure/rule-set';
import type { Measure } from '@/lib/domain/measure/measure';

/**
 * A count of people as the data layer gives it: after disclosure control, or not loaded. A 0 that may hide one or two
 * people is `low`. `parts`: how many rounded counts it was added from; one where it isn't said. `zeros`: how many of them were 0. `unsure`: by how many
 * people more it may be off either way, for withheld counts that other tables leave within limits.
 */
export type ReachCell =
  | Exclude<PublishedCell, { kind: 'value' }>
  | {
      readonly kind: 'value';
      readonly count: number;
      readonly parts?: number | undefined;
      readonly zeros?: number | undefined;
      readonly unsure?: number | undefined;
    }
  | { readonly kind: 'not_loaded' };

/** How counts were rounded (1: not at all), and the smallest base of a share. A rule set is one; a table that a publisher has rounded brings its own. */
export type CountRules = Pick<RuleSet, 'roundedTo' | 'smallestBase'>;

/** Counts as they came, or counts that a safe haven has rounded to the nearest 5. */
export const EXACT_COUNTS: CountRules = { roundedTo: 1, smallestBase: 0 };
export const ROUNDED_TO_5: CountRules = { roundedTo: 5, smallestBase: 22.5 };

/** People, and the numbers that rounding leaves possible. */
export interface Count {
  readonly count: number;
  readonly lowest: number;
  readonly highest: number;
}

/** A state of a figure that isn't a number. */
export type Gap = Exclude<Measure, { kind: 'value' }>;

/**
 * A count, or why there is none. `isLow`: nothing but counts that round to 0. `isThin`: more of those than there are people in the others,
 * so that what they are taken to stand for makes the number, and nothing may be a share of it.
 */
export type Counted =
  | ({ readonly kind: 'count'; readonly isLow: boolean; readonly isThin: boolean } & Count)
  | { readonly kind: 'gap'; readonly gap: Gap };

const IMPOSSIBLE: Gap = { kind: 'not_applicable', reason: 'This combination cannot occur' };

/** What a count that rounds to 0 stands for: none, one or two people; the middle, and as far off in both directions. */
const LOW_MIDDLE = 1;

const Z_95 = 1.959963984540054;

/**
 * How far the sum of `cells` rounded counts may be off. One rounded count is off by at most half a step. Over several the
 * errors are taken as independent and even within half a step (standard deviation half a step ÷ √3), and 95 % of their
 * sum is allowed for, never more than all at once.
 */
export const roundingAllowance = (cells: number, roundedTo: number): number => {
  if (roundedTo <= 1) return 0;
  const half = roundedTo / 2;
  return Math.min(cells * half, Z_95 * (half / Math.sqrt(3)) * Math.sqrt(cells));
};

const gapIn = (cells: readonly ReachCell[]): Gap | null => {
  if (cells.some(({ kind }) => kind === 'not_loaded')) return { kind: 'not_loaded' };
  if (cells.some(({ kind }) => kind === 'suppressed')) return { kind: 'suppressed' };
  return cells.length > 0 && cells.every(({ kind }) => kind === 'not_applicable') ? IMPOSSIBLE : null;
};

/** The most people that a rounded 0 stands for: 2 where counts are rounded to 5. */
const mostAtZero = (roundedTo: number): number => Math.max(0, Math.ceil(roundedTo / 2) - 1);

/**
 * The sum of counts. A part that isn't loaded or is withheld makes the sum so; combinations that cannot occur add nothing.
 * Counts that round to 0 stand for one person each, give or take one, all in the same direction at the worst: in the demonstration
 * cohort they hold 1.1 (entrants of one year) to 1.4 (of five) on average, and to count nobody instead shifts average distances further
 * off. In a table of few people in many places they hold hardly anybody: such a sum is thin. Zeros among the parts of a count add nobody to it, because the count was published without them, and at the worst the most
 * that each may stand for to its highest: the limits are the same as those of as many low counts.
 */
export const totalOf = (cells: readonly ReachCell[], rules: CountRules): Counted => {
  const gap = gapIn(cells);
  if (gap) return { kind: 'gap', gap };
  const counts = cells.flatMap((cell) =>
    cell.kind === 'value' && (cell.count > 0 || cell.parts || cell.unsure) ? [cell] : [],
  );
  const low = cells.filter(({ kind }) => kind === 'low').length;
  const people = counts.reduce((sum, one) => sum + one.count, 0);
  const count = people + low * LOW_MIDDLE;
  const parts = counts.reduce((sum, one) => sum + (one.parts ?? 1), 0);
  const zeros = counts.reduce((sum, one) => sum + (one.zeros ?? 0), 0);
  const unsure = counts.reduce((sum, one) => sum + (one.unsure ?? 0), 0);
  const slack = roundingAllowance(parts - zeros, rules.roundedTo) + low * LOW_MIDDLE + unsure;
  return {
    kind: 'count',
    isLow: low > 0 && counts.length === 0,
    isThin: low > people,
    count,
    lowest: Math.max(0, count - slack),
    highest: count + slack + zeros * mostAtZero(rules.roundedTo),
  };
};

export const countOf = (cell: ReachCell, rules: CountRules): Counted => totalOf([cell], rules);

/** A published count as a figure. */
export const cellMeasure = (cell: ReachCell): Measure => {
  if (cell.kind === 'value') return { kind: 'value', value: cell.count, interval: null };
  return cell.kind === 'not_applicable' ? IMPOSSIBLE : { kind: cell.kind };
};
