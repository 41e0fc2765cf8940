import type { Association } from '@/lib/domain/indicators/association';
import { type Axis, linearAxis } from './axis';

export type ScatterEntry = {
  code: string;
  name: string;
  x: number;
  y: number;
  isNamed?: boolean;
  highlighted?: boolean;
};
export type ScatterPoint = ScatterEntry & { left: number; top: number };
export type Scatter = {
  points: ScatterPoint[];
  x: Axis;
  y: Axis;
  /** Ends of the fitted line, over the areas' own range only. Null without a fit. */
  line: { x1: number; y1: number; x2: number; y2: number } | null;
};

type ScatterInput = {
  entries: readonly ScatterEntry[];
  fit: Pick<Association, 'slope' | 'intercept'> | null;
  height: readonly [number, number];
};

/** One point to an area, % across and px down; the line is never drawn beyond the areas. */
export function toScatter({ entries, fit, height }: ScatterInput): Scatter {
  const xs = entries.map((entry) => entry.x);
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const at = (value: number): number => (fit ? fit.intercept + fit.slope * value : 0);
  const x = linearAxis({ values: xs, range: [12, 97] });
  const fitted = fit && entries.length > 0 ? [at(low), at(high)] : [];
  const y = linearAxis({ values: [...entries.map((entry) => entry.y), ...fitted], range: [height[1], height[0]] });
  return {
    points: entries.map((entry) => ({ ...entry, left: x.at(entry.x), top: y.at(entry.y) })),
    x,
    y,
    line: fitted.length > 0 ? { x1: x.at(low), y1: y.at(at(low)), x2: x.at(high), y2: y.at(at(high)) } : null,
  };
}
