import { countCheck, denominatorCheck, finiteCheck, firstReason, lengthCheck, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sum, sumOfProducts } from './sum';

export interface RecruitmentReach {
  /** Share of entrants ÷ share of population of each area: 1 is in proportion. Also called location quotient. */
  readonly representationRatios: readonly number[];
  readonly entrantsPer10000: readonly number[];
  /** Weighted by entrants. */
  readonly meanDistanceKm: number;
  /** Lower median: distance of the first area, by distance, at which half of the entrants are reached. */
  readonly medianDistanceKm: number;
  /** Herfindahl–Hirschman index: 1 where all come from one area, 1 ÷ number of areas where evenly from all. */
  readonly concentration: number;
  /** Shannon entropy of the entrants' shares ÷ ln(number of areas): 1 where evenly from all. */
  readonly evenness: number;
}

interface RecruitmentReachInput {
  /** Entrants from each area. */
  readonly entrants: readonly number[];
  readonly populations: readonly number[];
  /** From each area to the school. */
  readonly distancesKm: readonly number[];
}

const lowerMedian = (values: readonly number[], weights: readonly number[]): number => {
  const sorted = values.map((value, i) => ({ value, weight: weights[i] ?? 0 })).sort((a, b) => a.value - b.value);
  const half = sum(weights) / 2;
  let reached = 0;
  const middle = sorted.find(({ weight }) => {
    reached += weight;
    return reached >= half;
  });
  return middle?.value ?? 0;
};

/**
 * Where a school's entrants come from: representation of each area against its population, distance and concentration.
 *
 * Domain: two areas or more, counts and distances 0 or more, somebody entered, populations above 0.
 * Refuses `not_finite`, `lengths_differ`, `too_few_values`, `negative_events`, `no_denominator`, `no_events`,
 * `out_of_range`.
 * Source: definitions of the location quotient, Hirschman 1964 and Shannon 1948.
 */
export const recruitmentReach = ({
  entrants,
  populations,
  distancesKm,
}: RecruitmentReachInput): Outcome<RecruitmentReach> => {
  const total = sum(entrants);
  const reason = firstReason(
    finiteCheck(entrants, populations, distancesKm),
    lengthCheck(entrants, populations, distancesKm),
    sizeCheck(entrants, 2),
    countCheck(entrants, distancesKm),
    denominatorCheck(populations),
    total > 0 ? null : 'no_events',
  );
  if (reason) return refused(reason);
  const shares = entrants.map((count) => count / total);
  const totalPopulation = sum(populations);
  const populationShares = populations.map((population) => population / totalPopulation);
  const entropy = -sum(shares.map((share) => (share > 0 ? share * Math.log(share) : 0)));
  return computed({
    representationRatios: shares.map((share, i) => share / (populationShares[i] ?? 1)),
    entrantsPer10000: entrants.map((count, i) => (count / (populations[i] ?? 1)) * 10_000),
    meanDistanceKm: sumOfProducts(shares, distancesKm),
    medianDistanceKm: lowerMedian(distancesKm, entrants),
    concentration: sumOfProducts(shares, shares),
    evenness: entropy / Math.log(entrants.length),
  });
};
