const POINTS = 100;

const digits = (whole: number): number => String(whole).length;

const roundedDown = (value: number): number => {
  const reduced = 0.95 * value;
  const unit = 10 ** (digits(Math.floor(reduced)) - 1);
  return Math.floor(reduced / unit) * unit;
};

const roundedUp = (value: number): number => {
  const increased = 1.05 * value;
  const unit = 10 ** (digits(Math.ceil(increased)) - 2);
  return Math.ceil(increased / unit) * unit;
};

export interface FunnelRange {
  readonly minimum: number;
  readonly maximum: number;
}

/** Range of the x-axis: from 0, or from just below the smallest size where the largest is at most twice as large. */
export const funnelRange = (sizes: readonly number[]): FunnelRange => {
  const smallest = Math.min(...sizes);
  const largest = Math.max(...sizes);
  return { minimum: largest > 2 * smallest ? 0 : roundedDown(smallest), maximum: roundedUp(largest) };
};

/**
 * 100 whole numbers in geometric spacing over the range, from 1 at the least.
 * `stepsBeyond` is 0, or 1 for the ratio funnel, whose axis in OHID's method stops one step short of the maximum.
 */
export const funnelAxis = ({ minimum, maximum }: FunnelRange, stepsBeyond: 0 | 1 = 0): readonly number[] => {
  let point = Math.max(1, minimum);
  return Array.from({ length: POINTS }, (_, i) => {
    if (i === 0) return point;
    const growth = (maximum / point) ** (1 / (POINTS + stepsBeyond - i));
    point = Math.max(Math.round(growth * point), point + 1);
    return point;
  });
};
