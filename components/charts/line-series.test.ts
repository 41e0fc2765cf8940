import { expect, test } from 'vitest';
import { type Measure, measured, NOT_LOADED } from '@/lib/domain/measure/measure';
import { toLineSeries } from './line-series';

const points = (values: (number | null)[], breakAt?: number) =>
  values.map((value, at) => ({
    x: 2018 + at,
    label: String(2018 + at),
    measure: value === null ? NOT_LOADED : (measured(value) satisfies Measure),
    breakBefore: at === breakAt,
  }));
const height = [10, 210] as const;

test('a missing value is a gap in the line, never nought and never bridged', () => {
  const { lines } = toLineSeries({ series: [{ id: 'a', name: 'A', points: points([1, 2, null, 4, 5]) }], height });
  expect(lines[0]?.paths).toHaveLength(2);
  expect(lines[0]?.markers.map(({ value }) => value)).toEqual([1, 2, 4, 5]);
});

test('a change of definition starts a new line', () => {
  const { lines } = toLineSeries({ series: [{ id: 'a', name: 'A', points: points([1, 2, 3, 4], 2) }], height });
  expect(lines[0]?.paths).toHaveLength(2);
  expect(lines[0]?.markers).toHaveLength(4);
});

test('a single point has a marker and no line', () => {
  const { lines } = toLineSeries({ series: [{ id: 'a', name: 'A', points: points([3]) }], height });
  expect(lines[0]?.paths).toEqual([]);
  expect(lines[0]?.markers).toHaveLength(1);
});

test('two series keep two lines', () => {
  const { lines } = toLineSeries({
    series: [
      { id: 'a', name: 'A', points: points([1, 2]) },
      { id: 'b', name: 'B', points: points([5, 6]) },
    ],
    height,
  });
  expect(lines.map(({ paths }) => paths.length)).toEqual([1, 1]);
});

test('a fifth series is refused: its colour and shape would be those of the first', () => {
  const series = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id, points: points([1]) }));
  expect(() => toLineSeries({ series, height })).toThrow(/at most 4/);
});

test('labels stay few enough for a narrow screen and keep the last period', () => {
  const { xLabels } = toLineSeries({
    series: [{ id: 'a', name: 'A', points: points(Array.from({ length: 23 }, (_, at) => at)) }],
    height,
  });
  expect(xLabels.length).toBeLessThanOrEqual(6);
  expect(xLabels.at(-1)?.text).toBe('2040');
});

test('a long period gives way to the year that it ends in, once for each year', () => {
  const quarters = [0, 0.25, 0.5, 1].map((part) => ({
    x: 2019 + part,
    label: `June ${2018 + part} to June ${2019 + part}`,
    measure: measured(part),
  }));
  const { xLabels } = toLineSeries({ series: [{ id: 'a', name: 'A', points: quarters }], height });
  expect(xLabels.map(({ text }) => text)).toEqual(['2019', '2020']);
});
