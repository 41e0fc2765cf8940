/**
 * What is compared, and on which scale: `proportion` (arcsine root), `count_ratio` (log of two counts), `log_ratio`
 * (log of observed ÷ expected, as SHMI), `root_ratio` (square root of observed ÷ expected, as CQC).
 */
export type FunnelKind = 'proportion' | 'count_ratio' | 'log_ratio' | 'root_ratio';

interface FunnelTransform {
  readonly target: number;
  /** Transformed value of a unit and its standard error from sampling alone. */
  readonly unit: (numerator: number, denominator: number) => { readonly y: number; readonly s: number };
  readonly back: (transformed: number) => number;
}

const proportion = (average: number): FunnelTransform => ({
  target: Math.asin(Math.sqrt(average)),
  unit: (x, d) => ({ y: Math.asin(Math.sqrt(x / d)), s: 1 / (2 * Math.sqrt(d)) }),
  // Beyond 0 and π/2 the sine turns back, and a wide lower limit would rise again.
  back: (transformed) => Math.sin(Math.min(Math.PI / 2, Math.max(0, transformed))) ** 2,
});

const countRatio = (average: number): FunnelTransform => ({
  target: Math.log(average),
  unit: (x, d) => ({
    y: Math.log((x + 0.5) / (d + 0.5)),
    s: Math.sqrt(x / (x + 0.5) ** 2 + d / (d + 0.5) ** 2),
  }),
  back: Math.exp,
});

const logRatio = (): FunnelTransform => ({
  target: 0,
  unit: (x, d) => ({ y: Math.log(x / d), s: 1 / Math.sqrt(d) }),
  back: Math.exp,
});

const rootRatio = (): FunnelTransform => ({
  target: 1,
  unit: (x, d) => ({ y: Math.sqrt(x / d), s: 1 / (2 * Math.sqrt(d)) }),
  back: (transformed) => transformed,
});

/** The variance-stabilising transformation of a kind of funnel. `average`: Σ numerators ÷ Σ denominators. */
export const funnelTransform = (kind: FunnelKind, average: number): FunnelTransform =>
  ({ proportion, count_ratio: countRatio, log_ratio: logRatio, root_ratio: rootRatio })[kind](average);
