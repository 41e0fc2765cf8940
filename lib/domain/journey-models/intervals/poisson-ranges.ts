import { type SquareMatrix, solve, unitColumn } from '@/lib/domain/statistics/cholesky';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { sumOfProducts } from '@/lib/domain/statistics/sum';
import { type CountRange, startOf } from './count-range';
import { addSquare, maximise, type RangeState } from './maximise';
import { truncatedPoisson } from './truncated-poisson';

/** One published count: where it belongs, and what may stand behind it. */
export interface RangePart extends CountRange {
  readonly cell: number;
  /** A constant of its own: a period, or a group of people in a period. */
  readonly stratum: number;
}

export interface PoissonRanges {
  /** A column each, an entry for each cell; the constants are those of the strata. */
  readonly covariates: readonly (readonly number[])[];
  readonly offsets: readonly number[];
  readonly strata: number;
  readonly parts: readonly RangePart[];
}

/** By cell, added over its parts. */
export interface PoissonRangeFit {
  /** One for each covariate. */
  readonly coefficients: readonly number[];
  readonly modelErrors: readonly number[];
  /** Robust over cells, without small-sample factor. */
  readonly hc0Errors: readonly number[];
  /** Log of the sum of the strata's constants, with both errors: of the people of all strata together. */
  readonly constant: { readonly estimate: number; readonly modelError: number; readonly hc0Error: number };
  readonly expected: readonly number[];
  readonly fitted: readonly number[];
  /** Variance that the ranges show. */
  readonly shown: readonly number[];
}

/** Strata in which every count may be 0 have no constant: nobody is expected of them. */
const withPeople = ({ strata, parts }: PoissonRanges): readonly number[] => {
  const people = new Float64Array(strata);
  for (const { stratum, low } of parts) people[stratum] = (people[stratum] ?? 0) + low;
  return [...people.keys()].filter((stratum) => (people[stratum] ?? 0) > 0);
};

const meanOf = (
  { cell, stratum }: RangePart,
  { covariates, offsets }: PoissonRanges,
  parameters: Float64Array,
): number => {
  let predictor = (offsets[cell] ?? 0) + (parameters[covariates.length + stratum] ?? 0);
  for (let k = 0; k < covariates.length; k += 1) predictor += (parameters[k] ?? 0) * (covariates[k]?.[cell] ?? 0);
  return Math.exp(predictor);
};

const stateOf = (ranges: PoissonRanges, parameters: Float64Array): RangeState => {
  const { covariates, parts } = ranges;
  const [width, size] = [covariates.length, parameters.length];
  const score = new Float64Array(size);
  const [observed, complete]: readonly SquareMatrix[] = [new Float64Array(size ** 2), new Float64Array(size ** 2)];
  const places = [...covariates.keys(), 0];
  const values = new Float64Array(width + 1).fill(1);
  let logLikelihood = 0;
  for (const part of parts) {
    const mean = meanOf(part, ranges, parameters);
    const within = truncatedPoisson(mean, part.low, part.high);
    for (let k = 0; k < width; k += 1) values[k] = covariates[k]?.[part.cell] ?? 0;
    places[width] = width + part.stratum;
    logLikelihood += within.logProbability;
    places.forEach((place, i) => {
      score[place] = (score[place] ?? 0) + (values[i] ?? 0) * (within.mean - mean);
    });
    if (observed) addSquare(observed, size, places, values, mean - within.variance);
    if (complete) addSquare(complete, size, places, values, mean);
  }
  return { logLikelihood, score, observed: observed ?? score, complete: complete ?? score };
};

/** Slopes 0, and constants that give each stratum about its people. */
const startFrom = ({ covariates, offsets, parts }: PoissonRanges, strata: number): Float64Array => {
  const [people, sizes] = [new Float64Array(strata), new Float64Array(strata)];
  for (const part of parts) {
    people[part.stratum] = (people[part.stratum] ?? 0) + startOf(part);
    sizes[part.stratum] = (sizes[part.stratum] ?? 0) + Math.exp(offsets[part.cell] ?? 0);
  }
  const constants = [...people].map((count, stratum) => Math.log(count / (sizes[stratum] ?? 1)));
  return Float64Array.from([...covariates.map(() => 0), ...constants]);
};

/**
 * Poisson regression of counts that are known by ranges, with a constant for each stratum: the likelihood of the ranges, at its maximum.
 * Where every range is one count it is the fit of the counts added over strata. Errors are of the information that the ranges hold
 * (Louis 1982), robust ones of the score of the ranges. Refuses `too_few_values` (every count may be 0), `separated`, `collinear`,
 * `not_converged`, `out_of_range`.
 */
export const fitPoissonRanges = (given: PoissonRanges): Outcome<PoissonRangeFit> => {
  const kept = withPeople(given);
  if (kept.length === 0) return refused('too_few_values');
  const numberOf = new Map(kept.map((stratum, at) => [stratum, at]));
  const parts = given.parts.flatMap((part) => {
    const stratum = numberOf.get(part.stratum);
    return stratum === undefined ? [] : [{ ...part, stratum }];
  });
  const ranges: PoissonRanges = { ...given, strata: kept.length, parts };
  const found = maximise((parameters) => stateOf(ranges, parameters), startFrom(ranges, kept.length));
  if (found.kind === 'refused') return found;
  const { parameters, factor } = found;
  const [width, size] = [given.covariates.length, parameters.length];
  const constants = [...parameters].slice(width);
  const constant = Math.log(constants.reduce((total, one) => total + Math.exp(one), 0));
  const ofConstant = Float64Array.from([
    ...given.covariates.map(() => 0),
    ...constants.map((one) => Math.exp(one - constant)),
  ]);
  const contrasts = [...given.covariates.map((_, k) => unitColumn(size, k)), ofConstant];
  const inverse = contrasts.map((contrast) => solve(factor, contrast));
  const cells = given.offsets.length;
  const [expected, fitted, shown] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  const influences = inverse.map(() => new Float64Array(cells));
  for (const part of parts) {
    const { cell } = part;
    const mean = meanOf(part, ranges, parameters);
    const within = truncatedPoisson(mean, part.low, part.high);
    expected[cell] = (expected[cell] ?? 0) + within.mean;
    fitted[cell] = (fitted[cell] ?? 0) + mean;
    shown[cell] = (shown[cell] ?? 0) + mean - within.variance;
    inverse.forEach((row, j) => {
      let reach = row[width + part.stratum] ?? 0;
      for (let k = 0; k < width; k += 1) reach += (row[k] ?? 0) * (given.covariates[k]?.[cell] ?? 0);
      const own = influences[j];
      if (own) own[cell] = (own[cell] ?? 0) + reach * (within.mean - mean);
    });
  }
  const modelErrors = contrasts.map((contrast, j) => Math.sqrt(sumOfProducts([...contrast], [...(inverse[j] ?? [])])));
  const hc0Errors = influences.map((own) => Math.sqrt(own.reduce((total, one) => total + one ** 2, 0)));
  return computed({
    coefficients: [...parameters].slice(0, width),
    modelErrors: modelErrors.slice(0, width),
    hc0Errors: hc0Errors.slice(0, width),
    constant: { estimate: constant, modelError: modelErrors[width] ?? 0, hc0Error: hc0Errors[width] ?? 0 },
    expected: [...expected],
    fitted: [...fitted],
    shown: [...shown],
  });
};
