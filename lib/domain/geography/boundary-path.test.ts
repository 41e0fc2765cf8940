import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelSpot, pathOf } from './boundary-path';

const points = (...pairs: readonly [number, number][]) => pairs.map(([x, y]) => ({ x, y }));

/** The points that a path of `M`, `l` and `z` draws. */
const drawnBy = (path: string) =>
  [...path.matchAll(/M(-?\d+) ?(-?\d+)l([^z]*)z/g)].map(([, x, y, steps = '']) => {
    const numbers = [...steps.matchAll(/-?\d+/g)].map(([text]) => Number(text));
    let [atX, atY] = [Number(x), Number(y)];
    const ring = [{ x: atX, y: atY }];
    for (let at = 0; at < numbers.length; at += 2) {
      atX += numbers[at] ?? 0;
      atY += numbers[at + 1] ?? 0;
      ring.push({ x: atX, y: atY });
    }
    return ring;
  });

test('a ring becomes steps in whole units, without spaces that a minus makes needless', () => {
  expect(pathOf([points([10.2, 20], [14.4, 20.3], [14, 24.6], [10, 25])])).toBe('M10 20l4 0 0 5-4 0z');
});

test('a ring that shrinks to a line is left out; an area that shrinks to nothing keeps a mark', () => {
  const square = points([0, 0], [9, 0], [9, 9]);
  expect(pathOf([square, points([50.1, 50], [50.4, 50.2], [49.9, 50.1])])).toBe('M0 0l9 0 0 9z');
  expect(pathOf([points([50.1, 50], [50.4, 50.2], [49.9, 50.1])])).toBe('M50 50h1v1h-1z');
});

test('every point is drawn where it is, to half a unit: steps add up to no drift', () => {
  const coordinate = fc.double({ min: -500, max: 2_000, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 3, maxLength: 60 }), (ring) => {
      const drawn = drawnBy(pathOf([ring])).flat();
      for (const { x, y } of drawn.length > 0 ? ring : []) {
        const nearest = Math.min(...drawn.map((point) => Math.max(Math.abs(point.x - x), Math.abs(point.y - y))));
        expect(nearest).toBeLessThanOrEqual(0.5 + 1e-9);
      }
    }),
  );
});

test('a name stands in the widest place of the largest ring, within it', () => {
  const hammer = points([0, 0], [200, 0], [200, 90], [110, 90], [110, 300], [90, 300], [90, 90], [0, 90]);
  const spot = labelSpot([points([500, 500], [510, 500], [510, 510]), hammer]);
  expect(spot?.x).toBe(100);
  expect(spot?.y).toBeGreaterThan(20);
  expect(spot?.y).toBeLessThan(90);
  expect(spot?.room).toBeGreaterThan(90);
  expect(labelSpot([])).toBeNull();
});
