import { type SquareMatrix, solve, unitColumn } from './cholesky';

/** Model-based standard errors: square roots of the diagonal of the inverse information matrix. */
export const modelErrors = (factor: SquareMatrix, size: number): readonly number[] =>
  Array.from({ length: size }, (_, k) => Math.sqrt(solve(factor, unitColumn(size, k))[k] ?? 0));

/**
 * Robust (HC0) standard errors: inverse information × Σ (score)(score)' × inverse information. They hold where the
 * variance is not that of the model. `residuals` are observed less fitted.
 * Source: White 1980; Huber 1967.
 */
export const sandwichErrors = (
  factor: SquareMatrix,
  columns: readonly (readonly number[])[],
  residuals: readonly number[],
): readonly number[] =>
  columns.map((_, k) => {
    const row = Array.from(solve(factor, unitColumn(columns.length, k)));
    const variance = residuals.reduce((total, residual, i) => {
      const influence = columns.reduce((at, column, l) => at + (row[l] ?? 0) * (column[i] ?? 0), 0);
      return total + (influence * residual) ** 2;
    }, 0);
    return Math.sqrt(variance);
  });
