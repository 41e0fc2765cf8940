/** A stream of numbers strictly between 0 and 1. */
export type Draw = () => number;

/** Inverse of the logit: a share from log-odds. */
export const share = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Log-odds of a share strictly between 0 and 1. */
export const logOdds = (of: number): number => Math.log(of / (1 - of));

/** Running totals of the weights, scaled to end at 1. Weights are at least 0 and not all 0. */
export const cumulative = (weights: readonly number[]): Float64Array => {
  const running = new Float64Array(weights.length);
  let total = 0;
  weights.forEach((weight, i) => {
    total += weight;
    running[i] = total;
  });
  return running.map((value) => value / total);
};

/** Index drawn with the chances that `running` adds up. */
export const pick = (draw: Draw, running: Float64Array): number => {
  const at = draw();
  let low = 0;
  let high = running.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((running[middle] ?? 1) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const isHit = (draw: Draw, chance: number): boolean => draw() < chance;

/** Standard normal number (Box and Muller 1958, one of the pair). */
export const normal = (draw: Draw): number => Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw());

/** How many of `trials` hit, each with the same chance. */
export const binomial = (draw: Draw, trials: number, chance: number): number => {
  let hits = 0;
  for (let i = 0; i < trials; i += 1) if (draw() < chance) hits += 1;
  return hits;
};

export interface Standard {
  readonly mean: number;
  /** Standard deviation with divisor n. */
  readonly sd: number;
}

/** Mean and standard deviation (divisor n), every value counting the same. */
export const standardOf = (values: readonly number[]): Standard => {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length);
  return { mean, sd };
};

export const standardised = (value: number, { mean, sd }: Standard): number => (sd > 0 ? (value - mean) / sd : 0);

/** Whole parts of `total` in proportion to the weights, by largest remainder; ties go to the earlier part. */
export const apportion = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const order = exact.map((value, i) => ({ i, rest: value - Math.floor(value) }));
  order.sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
};

export const roundTo = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
};

/** Element of a list that is known to hold it. Throws `RangeError` where it doesn't. */
export const at = <T>(list: readonly T[], index: number): T => {
  const element = list[index];
  if (element === undefined) throw new RangeError(`No element ${index}`);
  return element;
};
