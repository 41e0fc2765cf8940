import { line } from 'd3-shape';
import { type Axis, linearAxis } from './axis';

export type SCurve = {
  /** In % across and px down. */
  path: string;
  x: Axis;
  y: Axis;
};

/** The share of draws that reach at least a value, from the smallest to the largest. */
export function toSCurve(values: readonly number[], height: readonly [number, number]): SCurve {
  const sorted = values.toSorted((a, b) => a - b);
  const x = linearAxis({ values: sorted, range: [16, 96], zero: true });
  const y = linearAxis({ values: [0, 100], range: [height[1], height[0]], zero: true });
  const share = (at: number) => (100 * (sorted.length - at)) / Math.max(sorted.length, 1);
  const path = line<number>()
    .x((value) => x.at(value))
    .y((_, at) => y.at(share(at)))
    .digits(2)(sorted);
  return { path: path ?? '', x, y };
}
