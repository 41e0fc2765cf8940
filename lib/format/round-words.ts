import { formatGbpShort, formatNumber } from './number';

// How a round's result is written: one way for the screen and for paper.

const PERCENT = 100;

/** What is known of a package's cost: `costKnown` of the levers. */
type Known = 'whole' | 'part' | 'none';

/** Draws can't show certainty: the ends are “less than 1” and “more than 99”. */
export function formatChance(share: number): string {
  const hundredths = Math.round(share * PERCENT);
  if (hundredths <= 0) return 'less than 1 in 100';
  return hundredths >= PERCENT ? 'more than 99 in 100' : `${hundredths} in 100`;
}

/** The two readings of one figure, lower first; once where they are written alike. */
export function readingsRange(one: number, other: number, write: (value: number) => string): string {
  const [low, high] = [write(Math.min(one, other)), write(Math.max(one, other))];
  return low === high ? low : `${low} to ${high}`;
}

export const chanceRange = (one: number, other: number): string => readingsRange(one, other, formatChance);

/** Whole cost in £; an unknown cost is never 0. */
export function costRange(one: number, other: number, known: Known): string {
  if (known === 'none') return 'not known: no cost entered';
  return readingsRange(one, other, formatGbpShort);
}

/** Goes with every sum that leaves something out; empty where it is whole. */
export const costRemark = (known: Known): string =>
  known === 'part' ? 'without the levers that have no cost entered' : '';

type PerPost = { readonly medians: readonly (number | null)[]; readonly known: Known; readonly atCeiling: boolean };

/** Cost in £ for each extra post filled, or why there is none. */
export function costPerPost({ medians, known, atCeiling }: PerPost): string {
  if (atCeiling) return 'none: the region is full, so no post more is filled';
  if (known === 'none') return 'not known: no cost entered';
  const values = medians.filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return 'not given: fewer than half of the draws fill a post more';
  return readingsRange(low, high, formatGbpShort);
}

export const formatPosts = (value: number): string => formatNumber(value, 1);
