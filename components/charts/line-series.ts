import { line } from 'd3-shape';
import type { Measure } from '@/lib/domain/measure/measure';
import { type Axis, linearAxis } from './axis';

export type SeriesPoint = {
  /** Position in time, e.g. the year the period starts in, with its fraction. */
  x: number;
  label: string;
  measure: Measure;
  stale?: boolean;
  /** The definition or the source changed here: the line starts anew. */
  breakBefore?: boolean;
};
export type Series = { id: string; name: string; points: readonly SeriesPoint[] };

export type Marker = { x: number; y: number; value: number; label: string; stale: boolean };
export type Line = { id: string; name: string; paths: string[]; markers: Marker[] };
export type LineSeries = {
  lines: Line[];
  x: Axis;
  y: Axis;
  /** Labels of the periods, at most seven, so that they don't collide at 320 px. */
  xLabels: { x: number; text: string }[];
};

export const MAX_SERIES = 4;

/** Lines in % across and px down. A missing value is a gap; two series are never joined. */
export function toLineSeries({
  series,
  height,
}: {
  series: readonly Series[];
  height: readonly [number, number];
}): LineSeries {
  if (series.length > MAX_SERIES) throw new Error(`A chart holds at most ${MAX_SERIES} series.`);
  const points = series.flatMap((entry) => entry.points);
  const values = points.flatMap(({ measure }) => (measure.kind === 'value' ? [measure.value] : []));
  const y = linearAxis({ values, range: [height[1], height[0]] });
  const x = timeAxis(points.map((point) => point.x));
  return { lines: series.map((entry) => toLine(entry, x, y)), x, y, xLabels: toLabels(points, x) };
}

function timeAxis(positions: readonly number[]): Axis {
  const first = Math.min(...positions);
  const last = Math.max(...positions);
  const at = (value: number) => (first === last ? 50 : 12 + (84 * (value - first)) / (last - first));
  return { ticks: [], at, domain: [first, last] };
}

function toLine({ id, name, points }: Series, x: Axis, y: Axis): Line {
  const sorted = points.toSorted((a, b) => a.x - b.x);
  const runs: Marker[][] = [[]];
  for (const { x: position, label, measure, stale = false, breakBefore = false } of sorted) {
    if (measure.kind !== 'value' || breakBefore) runs.push([]);
    if (measure.kind === 'value') {
      runs.at(-1)?.push({ x: x.at(position), y: y.at(measure.value), value: measure.value, label, stale });
    }
  }
  const draw = line<Marker>(
    (marker) => marker.x,
    (marker) => marker.y,
  ).digits(2);
  const paths = runs.filter((run) => run.length > 1).map((run) => draw(run) ?? '');
  return { id, name, paths, markers: runs.flat() };
}

/** `June 2019 to June 2020` would cover its neighbours: a long label gives way to the year that the period ends in. */
const LONGEST_LABEL = 10;

const shortLabel = (position: number, label: string): string =>
  label.length > LONGEST_LABEL ? String(Math.floor(position)) : label;

function toLabels(points: readonly SeriesPoint[], x: Axis): { x: number; text: string }[] {
  const byPosition = new Map(points.map((point) => [point.x, shortLabel(point.x, point.label)]));
  // Of periods with the same short label the last stands for all.
  const byText = new Map([...byPosition].toSorted(([a], [b]) => a - b).map(([position, text]) => [text, position]));
  const all = [...byText];
  const step = Math.max(1, Math.ceil(all.length / 5));
  return all
    .filter((_, at) => (all.length - 1 - at) % step === 0)
    .map(([text, position]) => ({ x: x.at(position), text }));
}
