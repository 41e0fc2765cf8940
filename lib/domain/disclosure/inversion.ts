import { wilsonInterval } from '@/lib/domain/statistics/wilson';

/** A count and its base that would be displayed as what was seen. */
export type Candidate = readonly [count: number, base: number];

/** One decimal, ties to even, as statistical packages print. Tells apart what differs on screen, no more. */
const tenths = (value: number): number => {
  const scaled = value * 10;
  const below = Math.floor(scaled);
  const isTie = Math.abs(scaled - below - 0.5) < 1e-9;
  if (isTie) return below % 2 === 0 ? below : below + 1;
  return Math.round(scaled);
};

const pairs = (bases: readonly number[]): readonly Candidate[] =>
  bases.flatMap((base) => Array.from({ length: base + 1 }, (_, count): Candidate => [count, base]));

/** Per cent, to one decimal. */
export interface DisplayedInterval {
  readonly percent: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The attack on a percentage with its Wilson 95 % limits at one decimal: every count and base up to `largestBase` that
 * displays so. Up to 100 there is mostly one, which is why intervals are made from rounded counts here.
 */
export const countsBehindInterval = (seen: DisplayedInterval, largestBase = 100): readonly Candidate[] =>
  pairs(Array.from({ length: largestBase }, (_, i) => i + 1)).filter(([count, base]) => {
    if (tenths((count / base) * 100) !== tenths(seen.percent)) return false;
    const result = wilsonInterval(count, base);
    if (result.kind === 'refused') return false;
    const { lower, upper } = result.interval;
    return tenths(lower * 100) === tenths(seen.lower) && tenths(upper * 100) === tenths(seen.upper);
  });

const displayedPercent = (percent: number, decimals: 0 | 1): number =>
  decimals === 0 ? Math.round(percent) : tenths(percent);

/**
 * The attack on a percentage made from exact counts and shown beside a base rounded to 5: every count and base, from 2
 * below to 2 above, that displays so.
 */
export const countsBehindPercentage = (
  percent: number,
  roundedBase: number,
  decimals: 0 | 1 = 1,
): readonly Candidate[] => {
  const bases = [-2, -1, 0, 1, 2].map((step) => roundedBase + step).filter((base) => base > 0);
  const seen = displayedPercent(percent, decimals);
  return pairs(bases).filter(([count, base]) => displayedPercent((count / base) * 100, decimals) === seen);
};
