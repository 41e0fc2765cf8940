import { scaleQuantile } from 'd3-scale';
import type { Comparison } from '@/components/charts/theme';
import type { Measure } from '@/lib/domain/measure/measure';

export type MapArea = {
  code: string;
  name: string;
  latitude: number | null;
  longitude: number | null;
  measure: Measure;
  href: string;
  /** What a bubble's area stands for, e.g. people; null where not loaded. */
  size?: number | null;
  comparison?: Comparison | undefined;
  stale?: boolean;
  highlighted?: boolean;
};

export type MapClass = { lower: number; upper: number; count: number; shade: number };

export type MapState = { kind: 'class'; index: number; shade: number; value: number } | { kind: AbsentKind };
export type AbsentKind = Exclude<Measure['kind'], 'value'>;

export type MapRow = Omit<MapArea, 'measure' | 'latitude' | 'longitude'> & { state: MapState };
export type MapRows = { rows: MapRow[]; classes: MapClass[]; absent: Record<AbsentKind, number> };

const MOST_CLASSES = 5;

/**
 * Classes with about as many areas each (quantiles), at most five and never more than there are
 * different values. Areas without a figure are in no class.
 */
export function toMapRows(areas: readonly MapArea[]): MapRows {
  const values = areas.flatMap(({ measure }) => (measure.kind === 'value' ? [measure.value] : []));
  const count = Math.min(MOST_CLASSES, new Set(values).size);
  const classOf = scaleQuantile(values, [...new Array(Math.max(count, 1)).keys()]);
  const rows = areas.map(({ measure, latitude: _latitude, longitude: _longitude, ...area }): MapRow => {
    if (measure.kind !== 'value') return { ...area, state: { kind: measure.kind } };
    const index = classOf(measure.value);
    return { ...area, state: { kind: 'class', index, shade: shadeOf(index, count), value: measure.value } };
  });
  const absent = (kind: AbsentKind) => rows.filter(({ state }) => state.kind === kind).length;
  return {
    rows,
    classes: toClasses(rows),
    absent: {
      not_loaded: absent('not_loaded'),
      suppressed: absent('suppressed'),
      not_applicable: absent('not_applicable'),
      low: absent('low'),
    },
  };
}

/** Fewer classes are spread over the five shades; a single one is the middle shade. */
const shadeOf = (index: number, count: number): number => (count < 2 ? 2 : Math.round((index * 4) / (count - 1)));

function toClasses(rows: readonly MapRow[]): MapClass[] {
  const members = new Map<number, { shade: number; values: number[] }>();
  for (const { state } of rows) {
    if (state.kind !== 'class') continue;
    const group = members.get(state.index) ?? { shade: state.shade, values: [] };
    group.values.push(state.value);
    members.set(state.index, group);
  }
  return [...members.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, { shade, values }]) => ({
      shade,
      lower: Math.min(...values),
      upper: Math.max(...values),
      count: values.length,
    }));
}
