/** Schools that are averaged into each figure, so that none of them is told by itself. */
const TOGETHER = 3;
/** Three figures of three schools each. */
const LEAST_SCHOOLS_BEHIND = 9;

export interface MiddleOfSchools {
  readonly schools: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

const toTenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * Where the middle half of several schools lies. A quartile of few schools is one school's own value: here it is the average of the
 * three schools nearest to it, to one decimal. Null of fewer than nine.
 */
export const middleOfSchools = (values: readonly number[]): MiddleOfSchools | null => {
  if (values.length < LEAST_SCHOOLS_BEHIND) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const around = (probability: number): number => {
    const from = Math.round((sorted.length - 1) * probability) - 1;
    const near = sorted.slice(from, from + TOGETHER);
    return toTenth(near.reduce((sum, one) => sum + one, 0) / TOGETHER);
  };
  return { schools: sorted.length, lowerQuartile: around(0.25), median: around(0.5), upperQuartile: around(0.75) };
};
