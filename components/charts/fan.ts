import { area, line } from 'd3-shape';
import type { Band } from '@/lib/contracts/scenario';
import { type Axis, linearAxis } from './axis';

export type FanPoint = { year: number; band: Band };
export type Fan = {
  /** Paths in % across and px down; 95 % is null until there are draws enough. */
  band80: string;
  band95: string | null;
  median: string;
  points: { x: number; y: number; year: number; band: Band }[];
  y: Axis;
  years: { x: number; text: string }[];
};

const LEFT = 6;
const RIGHT = 95;
const MOST_LABELS = 5;

/** A median with its 80 and 95 % bands over years; the axis holds nought, so that no change is in view. */
export function toFan({ points, height }: { points: readonly FanPoint[]; height: readonly [number, number] }): Fan {
  const values = points.flatMap(({ band }) => [
    band.lower95 ?? band.lower80,
    band.upper95 ?? band.upper80,
    band.lower80,
    band.upper80,
    band.median,
  ]);
  const y = linearAxis({ values, range: [height[1], height[0]], zero: true });
  const last = Math.max(points.length - 1, 1);
  const x = (at: number) => LEFT + ((RIGHT - LEFT) * at) / last;
  const shape = (low: (band: Band) => number, high: (band: Band) => number): string =>
    area<FanPoint>()
      .x((_, at) => x(at))
      .y0(({ band }) => y.at(low(band)))
      .y1(({ band }) => y.at(high(band)))
      .digits(2)([...points]) ?? '';
  const is95 = points.every(({ band }) => band.lower95 !== null && band.upper95 !== null);
  const step = Math.max(1, Math.ceil(points.length / MOST_LABELS));
  return {
    band80: shape(
      (band) => band.lower80,
      (band) => band.upper80,
    ),
    band95: is95
      ? shape(
          (band) => band.lower95 ?? band.lower80,
          (band) => band.upper95 ?? band.upper80,
        )
      : null,
    median:
      line<FanPoint>()
        .x((_, at) => x(at))
        .y(({ band }) => y.at(band.median))
        .digits(2)([...points]) ?? '',
    points: points.map(({ year, band }, at) => ({ x: x(at), y: y.at(band.median), year, band })),
    y,
    years: points.flatMap(({ year }, at) =>
      (points.length - 1 - at) % step === 0 ? [{ x: x(at), text: String(year) }] : [],
    ),
  };
}
