/** Two-sided levels offered, with z = Φ⁻¹(1 − (1 − level) ÷ 2) to full double precision. */
const STANDARD_NORMAL = {
  0.8: 1.2815515655446004,
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.98: 2.3263478740408408,
  0.99: 2.5758293035489004,
  0.998: 3.090232306167813,
} as const;

/** Share of repeated samples whose interval holds the true value: 0.95 is "95 %". */
export type ConfidenceLevel = keyof typeof STANDARD_NORMAL;

/** In ascending order. */
export const CONFIDENCE_LEVELS = [0.8, 0.9, 0.95, 0.98, 0.99, 0.998] as const satisfies readonly ConfidenceLevel[];

/** z of a two-sided interval. */
export const standardNormalQuantile = (level: ConfidenceLevel): number => STANDARD_NORMAL[level];

/** Probability below the lower limit, and above the upper limit, of a two-sided interval. */
export const tailProbability = (level: ConfidenceLevel): number => (1 - level) / 2;
