/** A part of a region's posts that carries the same levers. `width`: share of the posts, 0 to 1. */
export interface CoverageSegment {
  readonly width: number;
  /** Indices of the levers these posts carry. */
  readonly levers: readonly number[];
}

/**
 * Splits a region's posts by the levers they carry. Coverages are nested: the posts that carry the
 * rarer offer are among those that carry the commoner one, so k coverages give at most k + 1 parts.
 * Widths add up to 1 (to rounding). `coverages`: share of posts per lever, 0 to 1.
 */
export const coverageSegments = (coverages: readonly number[]): CoverageSegment[] => {
  const edges = [...new Set([0, ...coverages, 1])].sort((a, b) => b - a);
  return edges.slice(0, -1).map((upper, i) => ({
    width: upper - (edges[i + 1] ?? 0),
    levers: coverages.flatMap((coverage, lever) => (coverage >= upper ? [lever] : [])),
  }));
};

/**
 * Shift of a whole region's utility when parts of its posts shift by different amounts:
 * `ln Σ w e^d`. It follows from the logit's logsum: a region of utility V is the same as parts of
 * utility `V + ln w`, since `Σ w e^V = e^V`; after the shift they sum to `e^V Σ w e^d`. With one offer
 * on a share c of posts it is `ln(1 − c + c e^d)`. It is the shift of *demand*: the covered posts
 * can't take more people than there are covered posts, which the round's rationing sees to.
 */
export const regionShift = (parts: readonly { readonly width: number; readonly deltaUtility: number }[]): number => {
  const [first] = parts;
  if (first && parts.every((part) => part.deltaUtility === first.deltaUtility)) return first.deltaUtility;
  return Math.log(parts.reduce((sum, part) => sum + part.width * Math.exp(part.deltaUtility), 0));
};
