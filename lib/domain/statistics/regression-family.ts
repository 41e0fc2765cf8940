/** A family with its canonical link, on the scale of the linear predictor η. */
export interface RegressionFamily {
  readonly mean: (eta: number) => number;
  /** Variance at a mean; with a canonical link it is also the weight. */
  readonly variance: (mean: number) => number;
  /** Mean to start from, inside the range, near the observation. */
  readonly start: (y: number, averageY: number) => number;
  readonly link: (mean: number) => number;
  /** Contribution of one observation to the deviance, from η so that it stays finite in the tails. */
  readonly deviance: (y: number, eta: number) => number;
  /**
   * How far a step that moves η by `step` improves an observation without limit: above 0 it does, 0 leaves it alone,
   * below 0 harms it.
   */
  readonly gain: (y: number, step: number) => number;
}

export const poissonFamily: RegressionFamily = {
  mean: Math.exp,
  variance: (mean) => mean,
  start: (y, averageY) => (y + averageY) / 2,
  link: Math.log,
  deviance: (y, eta) => 2 * ((y > 0 ? y * (Math.log(y) - eta) : 0) - (y - Math.exp(eta))),
  gain: (y, step) => (y > 0 ? -Math.abs(step) : -step),
};

const log1pExp = (eta: number): number => Math.max(0, eta) + Math.log1p(Math.exp(-Math.abs(eta)));

export const logisticFamily: RegressionFamily = {
  mean: (eta) => 1 / (1 + Math.exp(-eta)),
  variance: (mean) => mean * (1 - mean),
  start: (y) => (y + 0.5) / 2,
  link: (mean) => Math.log(mean / (1 - mean)),
  deviance: (y, eta) => 2 * (log1pExp(eta) - y * eta),
  gain: (y, step) => (y > 0.5 ? step : -step),
};

/** What counts as zero in a direction, against its largest component. */
const NEGLIGIBLE = 1e-8;

/**
 * Whether a step improves some observations without limit and harms none: the outcome is then separated and the
 * likelihood has no maximum (Albert and Anderson 1984; Santos Silva and Tenreyro 2010).
 */
export const isSeparatingStep = (
  family: RegressionFamily,
  observed: readonly number[],
  step: readonly number[],
): boolean => {
  const largest = step.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  if (!(largest > 0) || !Number.isFinite(largest)) return false;
  const gains = observed.map((y, i) => family.gain(y, (step[i] ?? 0) / largest));
  return gains.every((gain) => gain > -NEGLIGIBLE) && gains.some((gain) => gain > NEGLIGIBLE);
};
