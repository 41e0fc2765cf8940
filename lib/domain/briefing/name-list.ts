/** `a`, `a and b`, `a, b and c`. */
export const nameList = (names: readonly string[]): string =>
  names.length <= 1 ? (names.at(0) ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
