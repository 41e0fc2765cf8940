import { type SquareMatrix, unitColumn } from '@/lib/domain/statistics/cholesky';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { startOf } from './count-range';
import { addSquare, maximise, type RangeState } from './maximise';
import { type RangeErrors, rangeErrors, type ScoreOfCount } from './range-errors';
import { oneMoreOf, partAt, placesOf, residualOf, type SharePart, type ShareRanges } from './share-part';

export interface ShareRangeFit extends RangeErrors {
  /** The constant, then the covariates. */
  readonly coefficients: readonly number[];
  /** By counted cell, added over periods: expected of the kind, expected of all, the fitted share. */
  readonly expected: readonly number[];
  readonly wholes: readonly number[];
  readonly shares: readonly number[];
}

const addTo = (values: number[] | undefined, cell: number, value: number): void => {
  if (values) values[cell] = (values[cell] ?? 0) + value;
};

const stateOf = (ranges: ShareRanges, parameters: Float64Array): RangeState => {
  const size = parameters.length;
  const score = new Float64Array(size);
  const complete: SquareMatrix = new Float64Array(size ** 2);
  const hidden: SquareMatrix = new Float64Array(size ** 2);
  let logLikelihood = 0;
  for (const part of ranges.parts) {
    const now = partAt(ranges, part, parameters);
    const { share, rest, mean, ofKind, others } = now;
    const { ofShare, ofAll } = placesOf(ranges, part);
    logLikelihood += ofKind.logProbability + others.logProbability;
    const [toShare, toAll] = [residualOf(now), ofKind.mean + others.mean - mean];
    ofShare.places.forEach((place, i) => {
      score[place] = (score[place] ?? 0) + toShare * (ofShare.values[i] ?? 0);
    });
    ofAll.places.forEach((place, i) => {
      score[place] = (score[place] ?? 0) + toAll * (ofAll.values[i] ?? 0);
    });
    const people = ofKind.mean + others.mean;
    addSquare(complete, size, ofShare.places, ofShare.values, people * share * rest);
    addSquare(complete, size, ofAll.places, ofAll.values, mean);
    const { places, towards } = oneMoreOf(ranges, part);
    addSquare(hidden, size, places, towards(rest), ofKind.variance);
    addSquare(hidden, size, places, towards(-share), others.variance);
  }
  return { logLikelihood, score, complete, observed: complete.map((one, at) => one - (hidden[at] ?? 0)) };
};

/** Slopes 0; the share and the people of each stratum about as they were published. */
const startFrom = ({ covariates, offsets, parts }: ShareRanges, strata: number): Float64Array => {
  const [people, sizes] = [new Float64Array(strata), new Float64Array(strata)];
  let [of, rest] = [0, 0];
  for (const part of parts) {
    of += startOf(part.of);
    rest += startOf(part.rest);
    people[part.stratum] = (people[part.stratum] ?? 0) + startOf(part.of) + startOf(part.rest);
    sizes[part.stratum] = (sizes[part.stratum] ?? 0) + Math.exp(offsets[part.cell] ?? 0);
  }
  const flat = covariates.map(() => 0);
  const constants = [...people].map((count, stratum) => Math.log(count / (sizes[stratum] ?? 1)));
  return Float64Array.from([Math.log(of / rest), ...flat, ...flat, ...constants]);
};

const keptOf = ({ strata, parts }: ShareRanges): { readonly strata: number; readonly parts: readonly SharePart[] } => {
  const people = new Float64Array(strata);
  for (const { stratum, of, rest } of parts) people[stratum] = (people[stratum] ?? 0) + of.low + rest.low;
  const kept = [...people.keys()].filter((stratum) => (people[stratum] ?? 0) > 0);
  const numberOf = new Map(kept.map((stratum, at) => [stratum, at]));
  return {
    strata: kept.length,
    parts: parts.flatMap((part) => {
      const stratum = numberOf.get(part.stratum);
      return stratum === undefined ? [] : [{ ...part, stratum }];
    }),
  };
};

/**
 * Binomial regression of shares where people of a kind and the rest are known by ranges. How many people a cell has in all isn't known
 * either: it is taken as Poisson about a mean with the same covariates and a constant for each stratum, which is fitted beside the
 * share. Where every range is one count, that mean drops out and the fit is the binomial one. Refuses as `fitPoissonRanges`, and
 * `too_few_values` where either kind may be nobody.
 */
export const fitShareRanges = (given: ShareRanges): Outcome<ShareRangeFit> => {
  const ranges: ShareRanges = { ...given, ...keptOf(given) };
  const isSome = (side: 'of' | 'rest') => ranges.parts.some((part) => part[side].low > 0);
  if (!isSome('of') || !isSome('rest')) return refused('too_few_values');
  const found = maximise((parameters) => stateOf(ranges, parameters), startFrom(ranges, ranges.strata));
  if (found.kind === 'refused') return found;
  const { parameters } = found;
  const width = given.covariates.length + 1;
  const cells = given.offsets.length;
  const [expected, wholes, shares, residuals, shown] = Array.from({ length: 5 }, () =>
    Array.from({ length: cells }, () => 0),
  );
  const scores = ranges.parts.flatMap((part): ScoreOfCount[] => {
    const { cell } = part;
    const now = partAt(ranges, part, parameters);
    const { share, rest, mean, ofKind, others } = now;
    const people = ofKind.mean + others.mean;
    if (shares) shares[cell] = share;
    addTo(expected, cell, ofKind.mean);
    addTo(wholes, cell, people);
    addTo(residuals, cell, residualOf(now));
    addTo(shown, cell, people * share * rest - rest ** 2 * ofKind.variance - share ** 2 * others.variance);
    const { places, towards } = oneMoreOf(ranges, part);
    return [
      { cell, places, values: towards(rest), residual: ofKind.mean - mean * share, variance: ofKind.variance },
      { cell, places, values: towards(-share), residual: others.mean - mean * rest, variance: others.variance },
    ];
  });
  const take = (values: readonly number[] = []) => values.filter((_, cell) => given.counted.has(cell));
  const variances = (wholes ?? []).map((whole, cell) => whole * (shares?.[cell] ?? 0) * (1 - (shares?.[cell] ?? 0)));
  const errors = rangeErrors({
    maximum: found,
    cells,
    contrasts: Array.from({ length: width }, (_, k) => unitColumn(parameters.length, k)),
    scores,
    spread: { residuals: take(residuals), variances: take(variances), shown: take(shown) },
    degreesOfFreedom: given.degreesOfFreedom,
  });
  return computed({
    coefficients: [...parameters].slice(0, width),
    expected: take(expected),
    wholes: take(wholes),
    shares: take(shares),
    ...errors,
  });
};
