/** Sum of the values; 0 of none. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Sum of products, element by element. Columns of the same length; a missing partner counts as 0. */
export const sumOfProducts = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((total, value, i) => total + value * (right[i] ?? 0), 0);
