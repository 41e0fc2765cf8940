import { type SquareMatrix, unitColumn } from '@/lib/domain/statistics/cholesky';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { type CountRange, startOf } from './count-range';
import { addSquare, maximise, type RangeState } from './maximise';
import { type RangeErrors, rangeErrors, type ScoreOfCount } from './range-errors';
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
  readonly degreesOfFreedom: number;
}

/** By cell, added over its parts. */
export interface PoissonRangeFit extends RangeErrors {
  /** One for each covariate; then, as the errors have it, the log of the sum of the strata's constants: of all strata together. */
  readonly coefficients: readonly number[];
  readonly expected: readonly number[];
  readonly fitted: readonly number[];
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

const addTo = (values: number[] | undefined, cell: number, value: number): void => {
  if (values) values[cell] = (values[cell] ?? 0) + value;
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
  const { parameters } = found;
  const [width, size, cells] = [given.covariates.length, parameters.length, given.offsets.length];
  const constants = [...parameters].slice(width);
  const constant = Math.log(constants.reduce((total, one) => total + Math.exp(one), 0));
  const ofConstant = Float64Array.from([
    ...given.covariates.map(() => 0),
    ...constants.map((one) => Math.exp(one - constant)),
  ]);
  const [expected, fitted, shown] = [0, 0, 0].map(() => Array.from({ length: cells }, () => 0));
  const scores = parts.map((part): ScoreOfCount => {
    const { cell, stratum, low, high } = part;
    const mean = meanOf(part, ranges, parameters);
    const within = truncatedPoisson(mean, low, high);
    addTo(expected, cell, within.mean);
    addTo(fitted, cell, mean);
    addTo(shown, cell, mean - within.variance);
    return {
      cell,
      places: [...given.covariates.keys(), width + stratum],
      values: [...given.covariates.map((column) => column[cell] ?? 0), 1],
      residual: within.mean - mean,
      variance: within.variance,
    };
  });
  const residuals = (expected ?? []).map((one, cell) => one - (fitted?.[cell] ?? 0));
  const errors = rangeErrors({
    maximum: found,
    cells,
    contrasts: [...given.covariates.map((_, k) => unitColumn(size, k)), ofConstant],
    scores,
    spread: { residuals, variances: fitted ?? [], shown: shown ?? [] },
    degreesOfFreedom: given.degreesOfFreedom,
  });
  return computed({
    coefficients: [...[...parameters].slice(0, width), constant],
    expected: expected ?? [],
    fitted: fitted ?? [],
    ...errors,
  });
};
