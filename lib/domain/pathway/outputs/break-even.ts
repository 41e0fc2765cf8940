import type { PathwayDraw } from '@/lib/domain/pathway/engine/pathway-option';
import type { PathwayRunner } from '@/lib/domain/pathway/engine/pathway-runner';

export interface BreakEven {
  /** Factor on every effect of the option at which one more post is filled. */
  readonly factor: number;
  /** The largest shift then. */
  readonly deltaUtility: number;
}

/** Shifts above this are not modelled (package rule): there is no break-even beyond it. */
const LARGEST_SHIFT = 1.5;
const PASSES = 40;

/**
 * How large the effect must be for `extraPosts` more filled posts, by `extraOf` of the two records, everything else at the
 * draw's values: bisection on a common factor of all utility shifts, hazard ratios to its power. Null where even the largest modelled effect is too small
 * (posts are full, or few people choose) or no shift is set.
 */
export const breakEvenEffect = (request: {
  runner: PathwayRunner;
  central: PathwayDraw;
  extraOf: (baseline: Float64Array, option: Float64Array) => number;
  extraPosts?: number;
}): BreakEven | null => {
  const { runner, central, extraOf, extraPosts = 1 } = request;
  const largest = Math.max(0, ...central.shifts);
  if (largest === 0) return null;
  const baseline = new Float64Array(runner.layout.length);
  const option = new Float64Array(runner.layout.length);
  runner.runBaseline(central, baseline);
  const times = (shifts: readonly number[], factor: number) => shifts.map((shift) => shift * factor);
  const toPower = (ratios: readonly number[], factor: number) => ratios.map((ratio) => ratio ** factor);
  const scaledBy = (factor: number): PathwayDraw => ({
    parameters: central.parameters,
    shifts: times(central.shifts, factor),
    hazardRatios: toPower(central.hazardRatios, factor),
    careerShifts: times(central.careerShifts, factor),
    careerHazardRatios: toPower(central.careerHazardRatios, factor),
  });
  const extraAt = (factor: number): number => {
    runner.runOption(scaledBy(factor), option);
    return extraOf(baseline, option);
  };
  let [low, high] = [0, LARGEST_SHIFT / largest];
  if (extraAt(high) < extraPosts) return null;
  for (let pass = 0; pass < PASSES && high - low > 1e-9 * high; pass += 1) {
    const middle = (low + high) / 2;
    if (extraAt(middle) < extraPosts) low = middle;
    else high = middle;
  }
  return { factor: high, deltaUtility: high * largest };
};
