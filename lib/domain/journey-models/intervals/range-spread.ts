import { AT_MOST } from '@/lib/domain/journey-models/journey-model';
import { sum } from '@/lib/domain/statistics/sum';

/** What a fit to ranges says of each cell, to set against what a fit to counts would. */
export interface CellSpread {
  /** Score of the cell, as a number of people: what is expected within the ranges less what the model expects. */
  readonly residuals: readonly number[];
  /** Variance of the count, by the model. */
  readonly variances: readonly number[];
  /** The part of it that the ranges show: all of it where counts are given. */
  readonly shown: readonly number[];
}

/** Of a cell in which nobody is expected there is nothing to spread. */
const per = (value: number, variance: number | undefined): number => (variance ? value / variance : 0);

/**
 * Pearson χ² ÷ degrees of freedom, of what the ranges show: rounding hides part of the spread as it hides part of the information.
 * With counts it is the usual one.
 */
export const rangeDispersion = ({ residuals, variances, shown }: CellSpread, degreesOfFreedom: number): number => {
  const squares = residuals.map((one, cell) => per(one ** 2, variances[cell]));
  const parts = shown.map((one, cell) => per(one, variances[cell]));
  return ((sum(squares) / sum(parts)) * residuals.length) / degreesOfFreedom;
};

/** The most (99.9 %) that Pearson χ² ÷ degrees of freedom may be of the counts behind the ranges. */
export const countsDispersion = ({ residuals, variances, shown }: CellSpread, degreesOfFreedom: number): number => {
  const hidden = variances.map((one, cell) => Math.max(0, one - (shown[cell] ?? 0)));
  const squares = residuals.map((one, cell) => per(one ** 2 + (hidden[cell] ?? 0), variances[cell]));
  const ofSquares = residuals.map((one, cell) => {
    const behind = hidden[cell] ?? 0;
    return per(per(4 * one ** 2 * behind + 2 * behind ** 2, variances[cell]), variances[cell]);
  });
  return (sum(squares) + AT_MOST * Math.sqrt(sum(ofSquares))) / degreesOfFreedom;
};

const part = (count: number, of: number): number => (count > 0 ? count * Math.log(count / of) : 0);

/** Deviance of expected counts from a Poisson fit. */
export const poissonDeviance = (expected: readonly number[], fitted: readonly number[]): number =>
  2 * sum(expected.map((count, cell) => part(count, fitted[cell] ?? 1) - count + (fitted[cell] ?? 0)));

/** Deviance of expected counts, out of expected wholes, from fitted shares. */
export const binomialDeviance = (
  expected: readonly number[],
  wholes: readonly number[],
  shares: readonly number[],
): number =>
  2 *
  sum(
    expected.map((count, cell) => {
      const [whole, share] = [wholes[cell] ?? 0, shares[cell] ?? 0];
      return part(count, whole * share) + part(whole - count, whole * (1 - share));
    }),
  );

/** How intervals of a fit to ranges come about, beside how they do from counts. */
export const RANGES_METHOD =
  'Counts are rounded: the fit takes each as any number that publishes so, and its errors hold what rounding hides (Louis 1982).';
