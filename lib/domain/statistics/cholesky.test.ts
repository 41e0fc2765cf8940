import { describe, expect, it } from 'vitest';
import { diagonalOf, factorise, solve, solveLower, unitColumn } from './cholesky';

const matrix = () => Float64Array.of(4, 0, 0, 2, 10, 0, 6, 9, 29);

describe('cholesky', () => {
  it('factorises from the lower triangle alone', () => {
    const factor = matrix();
    expect(factorise(factor, 3, diagonalOf(matrix(), 3))).toBe(true);
    expect([0, 3, 4, 6, 7, 8].map((i) => factor[i])).toEqual([2, 1, 3, 3, 2, 4]);
  });

  it('solves by forward and by both substitutions', () => {
    const factor = Float64Array.of(2, 0, 0, 1, 3, 0, 3, 2, 4);
    expect([...solveLower(factor, Float64Array.of(2, 7, 19))]).toEqual([1, 2, 3]);
    // The full matrix times (1, −1, 2).
    expect([...solve(factor, Float64Array.of(14, 10, 55))]).toEqual([1, -1, 2]);
    expect([...unitColumn(3, 1)]).toEqual([0, 1, 0]);
  });

  it('finds a matrix that is not of full rank, and one with a missing value', () => {
    const singular = Float64Array.of(1, 0, 2, 4);
    expect(factorise(singular, 2, diagonalOf(Float64Array.from(singular), 2))).toBe(false);
    const missing = Float64Array.of(1, 0, Number.NaN, 4);
    expect(factorise(missing, 2, Float64Array.of(1, 4))).toBe(false);
  });
});
