import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaInitials, shortAreaName, tileLabels } from './area-label';
import { layOutBubbles } from './bubble-layout';
import { layOutTiles } from './tile-layout';

/** Rough places of the eleven training regions. */
const REGIONS = [
  { code: 'TR-north-east', latitude: 54.9, longitude: -1.8 },
  { code: 'TR-north-west', latitude: 53.6, longitude: -2.5 },
  { code: 'TR-yorkshire-and-the-humber', latitude: 53.7, longitude: -1.3 },
  { code: 'TR-east-midlands', latitude: 52.9, longitude: -1.0 },
  { code: 'TR-west-midlands', latitude: 52.5, longitude: -2.0 },
  { code: 'TR-east-of-england', latitude: 52.2, longitude: 0.5 },
  { code: 'TR-thames-valley', latitude: 51.7, longitude: -1.1 },
  { code: 'TR-london', latitude: 51.5, longitude: -0.1 },
  { code: 'TR-kent-surrey-and-sussex', latitude: 51.1, longitude: 0.2 },
  { code: 'TR-wessex', latitude: 50.9, longitude: -1.4 },
  { code: 'TR-south-west', latitude: 50.8, longitude: -3.5 },
];

const places = fc.uniqueArray(
  fc.record({
    code: fc.string({ minLength: 1, maxLength: 6 }),
    latitude: fc.double({ min: 50, max: 56, noNaN: true }),
    longitude: fc.double({ min: -6, max: 2, noNaN: true }),
  }),
  { selector: ({ code }) => code, minLength: 1, maxLength: 45 },
);

/** Share of pairs, more than a degree and a half apart, that keep their order from north to south. */
function orderKept(areas: typeof REGIONS): number {
  const rowOf = new Map(layOutTiles(areas).tiles.map(({ code, row }) => [code, row]));
  const pairs = areas.flatMap((north) =>
    areas
      .filter((south) => north.latitude - south.latitude > 1.5)
      .map((south) => (rowOf.get(north.code) ?? 0) <= (rowOf.get(south.code) ?? 0)),
  );
  return pairs.length === 0 ? 1 : pairs.filter(Boolean).length / pairs.length;
}

describe('tiles', () => {
  test('every area has a cell of its own inside the grid', () => {
    fc.assert(
      fc.property(places, (areas) => {
        const { tiles, rows, columns } = layOutTiles(areas);
        expect(new Set(tiles.map(({ row, column }) => `${row} ${column}`)).size).toBe(areas.length);
        for (const { row, column } of tiles) {
          expect(row >= 0 && row < rows && column >= 0 && column < columns).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
  test('the order from north to south is kept for areas well apart', () => {
    expect(orderKept(REGIONS)).toBe(1);
    fc.assert(
      fc.property(places, (areas) => {
        if (areas.length >= 7) expect(orderKept(areas)).toBeGreaterThan(0.9);
      }),
      { numRuns: 40 },
    );
  });
  test('the order of the input does not matter', () => {
    expect(layOutTiles(REGIONS.toReversed())).toEqual(layOutTiles(REGIONS));
  });
  test('the South West is west of London and the North East north of Wessex', () => {
    const tile = new Map(layOutTiles(REGIONS).tiles.map((entry) => [entry.code, entry]));
    expect(tile.get('TR-south-west')?.column).toBeLessThan(tile.get('TR-london')?.column ?? -1);
    expect(tile.get('TR-north-east')?.row).toBeLessThan(tile.get('TR-wessex')?.row ?? -1);
  });
  test('no areas make no tiles', () => {
    expect(layOutTiles([])).toEqual({ tiles: [], rows: 0, columns: 0 });
  });
});

describe('bubbles', () => {
  const box = { width: 400, height: 480, smallest: 10, largest: 34 };
  test('areas are in proportion to size, and nothing overlaps or leaves the box', () => {
    const bubbles = layOutBubbles(
      REGIONS.map((area, at) => ({ ...area, size: (at + 1) * 1_000_000 })),
      box,
    );
    const radius = new Map(bubbles.map((bubble) => [bubble.size, bubble.radius]));
    expect((radius.get(11_000_000) ?? 0) ** 2 / (radius.get(4_000_000) ?? 1) ** 2).toBeCloseTo(11 / 4, 1);
    for (const one of bubbles) {
      expect(one.x - one.radius).toBeGreaterThanOrEqual(0);
      expect(one.y + one.radius).toBeLessThanOrEqual(box.height);
      for (const two of bubbles) {
        if (one === two) continue;
        expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThan(one.radius + two.radius - 0.5);
      }
    }
  });
  test('five boards in London stand apart', () => {
    const london = [0, 1, 2, 3, 4].map((at) => ({
      code: `L${at}`,
      latitude: 51.5 + at * 0.02,
      longitude: -0.1 + at * 0.01,
      size: 2e6,
    }));
    const bubbles = layOutBubbles([...london, ...REGIONS.map((area) => ({ ...area, size: 5e6 }))], {
      ...box,
      largest: 22,
    });
    const near = bubbles.filter(({ code }) => code.startsWith('L'));
    for (const one of near) {
      for (const two of near) {
        if (one !== two) expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThan(one.radius);
      }
    }
  });
  test('an unknown size is the smallest bubble, not none', () => {
    expect(layOutBubbles([{ code: 'A', latitude: 51, longitude: 0, size: null }], box)[0]?.radius).toBe(10);
  });
});

describe('labels', () => {
  test('leave out what every name has', () => {
    expect(shortAreaName('NHS Devon Integrated Care Board')).toBe('Devon');
    expect(areaInitials('Yorkshire and the Humber')).toBe('YH');
    expect(areaInitials('NHS Devon Integrated Care Board')).toBe('Devo');
  });
  test('are told apart', () => {
    const names = [
      'North West London',
      'North Central London',
      'North East London',
      'North East',
      'Norfolk',
      'North West Lincoln',
    ];
    const labels = tileLabels(names.map((name, at) => ({ code: `c${at}`, name })));
    expect(new Set(labels.values()).size).toBe(names.length);
    for (const label of labels.values()) expect(label.length).toBeLessThanOrEqual(4);
  });
});
