import { type Interval, type Measure, measured, NOT_LOADED } from '@/lib/domain/measure/measure';
import { standardNormalQuantile } from '@/lib/domain/statistics/confidence-level';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import { poissonLimits } from '@/lib/domain/statistics/poisson-limits';
import { type DecayArea, type DistanceDecay, decayAreas, distanceDecay } from './distance-decay';
import type { HomeArea } from './home-areas';
import { type Count, type CountRules, cellMeasure } from './published-count';

/** Below this many expected entrants no authority is called cold: a small place falls short by chance. */
export const LEAST_EXPECTED = 10;

/** Share of authorities that would be called cold if nothing but chance set them apart: one tail of a 95 % interval. */
export const CHANCE_OF_COLD = 0.025;

/** A line through fewer authorities says nothing of how entrants fall off with distance. */
const LEAST_AREAS = 5;

/**
 * - `cold`: fewer than expected, chance and the spread between authorities allowed for
 * - `not_cold`: it sends as many as expected, or more, or too few are missing to tell
 * - `too_small`: fewer than ten are expected
 * - `not_known`: its entrants are withheld or not loaded, or its young people or distance are missing
 */
export type ColdVerdict = 'cold' | 'not_cold' | 'too_small' | 'not_known';

export interface ColdSpotArea {
  readonly code: string;
  /** Entrants expected from distance and young people alone; null where not known. */
  readonly expected: number | null;
  /** Observed ÷ expected, with its over-dispersed interval. */
  readonly ratio: Measure;
  /** Expected less observed; null where not known. */
  readonly shortfall: number | null;
  readonly verdict: ColdVerdict;
}

export interface ColdSpots {
  readonly kind: 'fitted';
  /** Cold ones first, by shortfall; then the others in the same order. */
  readonly areas: readonly ColdSpotArea[];
  /** Change of log entrants per young person for each unit of ln(1 + km). */
  readonly distanceSlope: Measure;
  /** Variance of the counts ÷ their mean, beside what goes with deprivation: 1 is chance alone. Intervals allow for it. */
  readonly overdispersion: number;
  /** `all`: deprivation isn't loaded, so that all spread counts as noise, and few are called cold. */
  readonly spread: DistanceDecay['spread'];
  /** How many authorities could be judged, and how many of them chance alone would call cold at the most. */
  readonly judged: number;
  readonly coldByChance: number;
}

export type ColdSpotsResult = ColdSpots | { readonly kind: 'none'; readonly reason: 'too_few_areas' | RefusalReason };

/**
 * Limits of a count whose variance is `overdispersion` times its mean: those of the count it is worth, scaled back. The
 * lower one is that of the lowest number that rounding leaves possible, the upper one that of the highest.
 */
const dispersedLimits = ({ lowest, highest }: Count, overdispersion: number): Interval | null => {
  const lower = poissonLimits(lowest / overdispersion);
  const upper = poissonLimits(highest / overdispersion);
  if (lower.kind === 'refused' || upper.kind === 'refused') return null;
  return {
    ...lower.interval,
    lower: lower.interval.lower * overdispersion,
    upper: upper.interval.upper * overdispersion,
    method: `${lower.interval.method}, over-dispersed`,
  };
};

const judge = (area: DecayArea, expected: number, overdispersion: number): ColdSpotArea => {
  const limits = dispersedLimits(area, overdispersion);
  const interval = limits && { ...limits, lower: limits.lower / expected, upper: limits.upper / expected };
  const isCold = interval !== null && interval.upper < 1;
  const largeEnough: ColdVerdict = isCold ? 'cold' : 'not_cold';
  return {
    code: area.code,
    expected,
    ratio: measured(area.count / expected, interval),
    shortfall: expected - area.count,
    verdict: expected < LEAST_EXPECTED ? 'too_small' : largeEnough,
  };
};

const unknownArea = ({ code, entrants }: HomeArea): ColdSpotArea => {
  const measure = cellMeasure(entrants);
  return {
    code,
    expected: null,
    ratio: measure.kind === 'value' || measure.kind === 'low' ? NOT_LOADED : measure,
    shortfall: null,
    verdict: 'not_known',
  };
};

const UNKNOWN_LAST = -Number.MAX_VALUE;

const inOrder = (a: ColdSpotArea, b: ColdSpotArea): number =>
  Number(b.verdict === 'cold') - Number(a.verdict === 'cold') ||
  (b.shortfall ?? UNKNOWN_LAST) - (a.shortfall ?? UNKNOWN_LAST) ||
  a.code.localeCompare(b.code, 'en');

/**
 * Authorities that send a school fewer entrants than expected. Expected is what the school's own fall-off with distance
 * gives an authority with as many people aged 16 to 17 (`distanceDecay`). Deprivation isn't in it: a deprived place that
 * sends few shows up. An uneven reach widens every interval (quasi-Poisson), so that such a school names no more by
 * chance. What is cold is a place to ask about; why it is cold isn't known.
 *
 * Withheld counts are left out of the fit and not judged. A rounded count is judged at the most it may be.
 * Source: McCullagh and Nelder 1989 (quasi-likelihood); limits as `poissonLimits`.
 */
export const coldSpots = (areas: readonly HomeArea[], rules: CountRules): ColdSpotsResult => {
  const known = decayAreas(areas, rules);
  if (known.length < LEAST_AREAS) return { kind: 'none', reason: 'too_few_areas' };
  const decay = distanceDecay(known);
  if (decay.kind === 'refused') return { kind: 'none', reason: decay.reason };
  const { expected, slope, overdispersion, spread } = decay;
  const judged = known.map((area, i) => judge(area, expected[i] ?? 0, overdispersion));
  const isJudged = new Set(known.map(({ code }) => code));
  const unknown = areas.filter(({ code }) => !isJudged.has(code)).map(unknownArea);
  const largeEnough = judged.filter(({ verdict }) => verdict !== 'too_small').length;
  const margin = standardNormalQuantile(0.95) * decay.slopeError;
  return {
    kind: 'fitted',
    areas: [...judged, ...unknown].sort(inOrder),
    distanceSlope: measured(slope, {
      lower: slope - margin,
      upper: slope + margin,
      level: 0.95,
      method: 'Poisson regression, robust errors',
    }),
    overdispersion,
    spread,
    judged: largeEnough,
    coldByChance: largeEnough * CHANCE_OF_COLD,
  };
};
