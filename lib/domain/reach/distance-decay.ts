import type { Outcome } from '@/lib/domain/statistics/outcome';
import { type PoissonRegression, poissonRegression } from '@/lib/domain/statistics/poisson-regression';
import type { HomeArea } from './home-areas';
import { type Count, type CountRules, countOf } from './published-count';

/** An authority that a fit can use. */
export interface DecayArea extends Count {
  readonly code: string;
  /** The count rounds to 0. */
  readonly isLow: boolean;
  readonly aged16To17: number;
  readonly logKm: number;
  /** What may tell places apart beside distance: deprivation, non-white share. */
  readonly character: readonly (number | null)[];
}

/** Authorities with a published count, young people and a distance. */
export const decayAreas = (areas: readonly HomeArea[], rules: CountRules): DecayArea[] =>
  areas.flatMap(({ code, entrants, aged16To17, distanceKm, deprivationScore, nonWhitePct }) => {
    const people = countOf(entrants, rules);
    if (people.kind === 'gap' || aged16To17 === null || aged16To17 <= 0 || distanceKm === null) return [];
    const character = [deprivationScore, nonWhitePct];
    return [{ ...people, code, aged16To17, logKm: Math.log1p(distanceKm), character }];
  });

/** Mean of a Poisson number of which only none, one or two is known. */
const meanOfLow = (mean: number): number => (mean + mean ** 2) / (1 + mean + mean ** 2 / 2);

const MOST_ROUNDS = 30;
const SETTLED_BELOW = 1e-4;

/**
 * Poisson fit of entrants on ln(1 + km), with young people as offset. Counts that round to 0 are filled in with what the
 * fit itself expects of none, one or two people, and it is fitted again until they settle: counted as 1 each, many distant
 * authorities would flatten the fall-off with distance. Source: Dempster, Laird and Rubin 1977 (EM).
 */
const decayFit = (
  areas: readonly DecayArea[],
  covariates: readonly (readonly number[])[],
): Outcome<PoissonRegression & { observed: readonly number[] }> => {
  const fitTo = (observed: readonly number[]) =>
    poissonRegression({
      observed,
      exposures: areas.map(({ aged16To17 }) => aged16To17),
      covariates: [areas.map(({ logKm }) => logKm), ...covariates],
    });
  let observed: readonly number[] = areas.map(({ count }) => count);
  for (let round = 0; ; round += 1) {
    const fit = fitTo(observed);
    if (fit.kind === 'refused') return fit;
    const filled = areas.map(({ count, isLow }, i) => (isLow ? meanOfLow(fit.fitted[i] ?? 0) : count));
    const change = Math.max(...filled.map((one, i) => Math.abs(one - (observed[i] ?? 0))));
    if (change < SETTLED_BELOW || round === MOST_ROUNDS) return { ...fit, observed };
    observed = filled;
  }
};

/** Covariates that are known everywhere and differ. */
const characterColumns = (areas: readonly DecayArea[]): number[][] =>
  [0, 1].flatMap((column) => {
    const values = areas.flatMap(({ character }) => character[column] ?? []);
    return values.length === areas.length && new Set(values).size > 1 ? [values] : [];
  });

/** Pearson's χ² is unstable below: one entrant where a hundredth is expected would count as a hundred. */
const LEAST_EXPECTED_FOR_SPREAD = 5;

const dispersionOf = ({
  observed,
  fitted,
  coefficients,
}: PoissonRegression & { observed: readonly number[] }): number => {
  const terms = fitted.flatMap((mean, i) =>
    mean >= LEAST_EXPECTED_FOR_SPREAD ? [((observed[i] ?? 0) - mean) ** 2 / mean] : [],
  );
  const freedom = terms.length - coefficients.length;
  return freedom > 0 ? Math.max(1, terms.reduce((sum, one) => sum + one, 0) / freedom) : 1;
};

export interface DistanceDecay {
  /** Entrants expected of each authority from distance and young people alone. */
  readonly expected: readonly number[];
  /** Change of log entrants per young person for each unit of ln(1 + km), with its standard error. */
  readonly slope: number;
  readonly slopeError: number;
  /** Variance of the counts ÷ their mean: 1 is chance alone. Over authorities with five or more expected. */
  readonly overdispersion: number;
  /** `all`: neither deprivation nor the non-white share is loaded, so that all spread counts as noise. */
  readonly spread: 'beside_deprivation' | 'all';
}

/**
 * A school's own fall-off with distance, and the spread about it. The spread is taken about a model that also knows
 * deprivation and the non-white share: what is left is noise; what goes with deprivation is no noise, and not part of what
 * is expected either. Refuses as `poissonRegression` does.
 */
export const distanceDecay = (areas: readonly DecayArea[]): Outcome<DistanceDecay> => {
  const plain = decayFit(areas, []);
  if (plain.kind === 'refused') return plain;
  const columns = characterColumns(areas);
  const fuller = columns.length > 0 ? decayFit(areas, columns) : null;
  const isFuller = fuller?.kind === 'computed';
  return {
    kind: 'computed',
    expected: plain.fitted,
    slope: plain.coefficients[1] ?? 0,
    slopeError: Math.max(plain.modelErrors[1] ?? 0, plain.hc1Errors[1] ?? 0),
    overdispersion: dispersionOf(isFuller ? fuller : plain),
    spread: isFuller ? 'beside_deprivation' : 'all',
  };
};
