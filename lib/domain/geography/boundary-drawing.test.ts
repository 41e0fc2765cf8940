import { expect, test } from 'vitest';
import { drawBoundaries, INSET_SCALE } from './boundary-drawing';

const box = (code: string, west: number, south: number, size: number) => ({
  code,
  name: code,
  polygons: [
    [
      [
        [west, south],
        [west, south + size],
        [west + size, south + size],
        [west + size, south],
        [west, south],
      ],
    ],
  ],
});

const CORNWALL = box('west', -5.7, 50, 0.5);
const BERWICK = box('north', -2.2, 55.3, 0.5);
const NORFOLK = box('east', 1.2, 52.4, 0.5);
const ENGLAND = [CORNWALL, BERWICK, NORFOLK];
const HACKNEY = box('hackney', -0.1, 51.5, 0.1);

const numbers = (path: string): number[] => [...path.matchAll(/-?\d+/g)].map(([text]) => Number(text));
const startOf = (path: string) => numbers(path).slice(0, 2);
const widthOf = (path: string) => Math.max(...numbers(path).slice(2).map(Math.abs));

test('north is up, east is right, and everything lies within the drawing', () => {
  const { width, height, shapes, inset } = drawBoundaries(ENGLAND);
  const [west = [], north = [], east = []] = shapes.map(({ path }) => startOf(path));
  expect(north[1]).toBeLessThan(east[1] ?? 0);
  expect(east[1]).toBeLessThan(west[1] ?? 0);
  expect(west[0]).toBeLessThan(north[0] ?? 0);
  expect(north[0]).toBeLessThan(east[0] ?? 0);
  expect(width).toBe(1012);
  expect(height).toBeGreaterThan(width);
  expect(inset).toBeNull();
});

test('a degree of longitude is as much shorter as it is over England', () => {
  const [, , east] = drawBoundaries(ENGLAND).shapes;
  const [, , ...steps] = numbers(east?.path ?? '');
  const across = Math.max(...steps.filter((_, at) => at % 2 === 0));
  const down = Math.max(...steps.filter((_, at) => at % 2 === 1));
  expect(across / down).toBeCloseTo(Math.cos((52.9 * Math.PI) / 180), 1);
});

test('what lies wholly in London is drawn once more, four times as large, within the inset’s frame', () => {
  const { shapes, inset, width } = drawBoundaries([...ENGLAND, HACKNEY, box('essex', 0.3, 51.6, 0.3)]);
  const larger = shapes.filter((shape) => shape.inset !== null);
  expect(larger.map(({ code }) => code)).toEqual(['hackney']);
  const [hackney] = larger;
  const path = hackney?.inset?.path ?? '';
  expect(Math.abs(widthOf(path) - INSET_SCALE * widthOf(hackney?.path ?? ''))).toBeLessThanOrEqual(4);
  const [x = 0, y = 0] = startOf(path);
  expect(x).toBeGreaterThan(inset?.x ?? Infinity);
  expect(y).toBeGreaterThan(inset?.y ?? Infinity);
  expect(x).toBeLessThan((inset?.x ?? 0) + (inset?.width ?? 0));
  expect((inset?.x ?? 0) + (inset?.width ?? 0)).toBeLessThanOrEqual(width);
});

test('places are put where the areas around them are', () => {
  const { places, shapes } = drawBoundaries(ENGLAND, [{ latitude: 50, longitude: -5.7 }]);
  expect(startOf(shapes[0]?.path ?? '')).toEqual([Math.round(places[0]?.x ?? 0), Math.round(places[0]?.y ?? 0)]);
});

test('no area makes an empty drawing', () => {
  expect(drawBoundaries([])).toMatchObject({ width: 0, shapes: [], inset: null });
});
