/** A square matrix, row by row; only the lower triangle is read or written. */
export type SquareMatrix = Float64Array;

/** A pivot this small against its diagonal means that the column is a combination of the others. */
const COLLINEAR_BELOW = 1e-11;

const at = (values: Float64Array, i: number): number => values[i] ?? 0;

const dot = (matrix: SquareMatrix, left: number, right: number, length: number): number => {
  let total = 0;
  for (let k = 0; k < length; k += 1) total += at(matrix, left + k) * at(matrix, right + k);
  return total;
};

/**
 * Replaces a symmetric matrix by its lower Cholesky factor. False where a pivot is not above zero against `scale`, the
 * diagonal before anything was eliminated: the matrix is then not of full rank.
 */
export const factorise = (matrix: SquareMatrix, size: number, scale: Float64Array): boolean => {
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const rest = at(matrix, i * size + j) - dot(matrix, i * size, j * size, j);
      matrix[i * size + j] = rest / at(matrix, j * size + j);
    }
    const pivot = at(matrix, i * size + i) - dot(matrix, i * size, i * size, i);
    if (!(pivot > COLLINEAR_BELOW * at(scale, i))) return false;
    matrix[i * size + i] = Math.sqrt(pivot);
  }
  return true;
};

/** The diagonal of a square matrix. */
export const diagonalOf = (matrix: SquareMatrix, size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => at(matrix, i * size + i));

/** Solves L x = b by forward substitution. */
export const solveLower = (factor: SquareMatrix, right: Float64Array): Float64Array => {
  const size = right.length;
  const solution = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    let rest = at(solution, i);
    for (let k = 0; k < i; k += 1) rest -= at(factor, i * size + k) * at(solution, k);
    solution[i] = rest / at(factor, i * size + i);
  }
  return solution;
};

/** Solves L L' x = b. */
export const solve = (factor: SquareMatrix, right: Float64Array): Float64Array => {
  const size = right.length;
  const solution = solveLower(factor, right);
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = at(solution, i);
    for (let k = i + 1; k < size; k += 1) rest -= at(factor, k * size + i) * at(solution, k);
    solution[i] = rest / at(factor, i * size + i);
  }
  return solution;
};

/** A column of the identity matrix. */
export const unitColumn = (size: number, index: number): Float64Array => {
  const column = new Float64Array(size);
  column[index] = 1;
  return column;
};
