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

/**
 * Pearson χ² ÷ degrees of freedom, of what the ranges show: rounding hides part of the spread as it hides part of the information.
 * With counts it is the usual one.
 */
export const rangeDispersion = ({ residuals, variances, shown }: CellSpread, degreesOfFreedom: number): number => {
  // Of a cell in which nobody is expected there is nothing to spread.
  const per = (value: number, cell: number) => ((variances[cell] ?? 0) > 0 ? value / (variances[cell] ?? 1) : 0);
  const squares = residuals.map((one, cell) => per(one ** 2, cell));
  const parts = shown.map(per);
  return ((sum(squares) / sum(parts)) * residuals.length) / degreesOfFreedom;
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
