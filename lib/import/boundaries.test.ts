import { describe, expect, it } from 'vitest';
import { readFixture } from '@/lib/testing/import-fixture';
import { parseBoundaries, type Rings } from './boundaries';
import { simplifyBoundaries } from './simplify-boundaries';

/** A wavy circle, so that there is something to simplify. */
const circle = (x: number, y: number, radius: number, points: number): number[][] => {
  const ring = Array.from({ length: points }, (_, at) => {
    const angle = (2 * Math.PI * at) / points;
    const r = radius * (1 + 0.05 * Math.sin(angle * 40));
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
  return [...ring, ...ring.slice(0, 1)];
};

const geojson = (features: readonly { code: string; rings: number[][][] }[], more: object = {}): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...more,
    features: features.map(({ code, rings }) => ({
      type: 'Feature',
      properties: { ICB24CD: code, ICB24NM: `Board ${code}`, NHSER24CD: 'E40000003' },
      geometry: { type: 'Polygon', coordinates: rings },
    })),
  });

const area = (ring: number[][]): number =>
  ring.reduce(
    (sum, [x = 0, y = 0], at) =>
      sum + x * (ring[(at + 1) % ring.length]?.[1] ?? 0) - (ring[(at + 1) % ring.length]?.[0] ?? 0) * y,
    0,
  ) / 2;

const count = (polygons: Rings): number => polygons.flat().reduce((sum, ring) => sum + ring.length, 0);

const TWO = [
  { code: 'E54000001', rings: [circle(-1, 52, 0.4, 3_000)] },
  { code: 'E54000002', rings: [circle(0.5, 53, 0.3, 3_000), circle(0.5, 53, 0.1, 200)] },
];

describe('boundaries', () => {
  it('are known by the codes of their areas, with names, year and licence', () => {
    const file = parseBoundaries(geojson(TWO));
    expect(file).toMatchObject({ dataset: { id: 'boundaries_icb', areaType: 'icb' }, year: 2024 });
    expect(file.areas.map(({ code, name }) => [code, name])).toEqual([
      ['E54000001', 'Board E54000001'],
      ['E54000002', 'Board E54000002'],
    ]);
    expect(file.licence).toContain('Open Government Licence');
    expect(parseBoundaries(geojson(TWO, { licence: 'Our own' })).licence).toBe('Our own');
  });

  it('come out within the budget, whole, with outer rings clockwise and holes the other way', () => {
    const simple = simplifyBoundaries(parseBoundaries(geojson(TWO)).areas, 400);
    expect(simple.reduce((sum, { polygons }) => sum + count(polygons), 0)).toBeLessThanOrEqual(400);
    expect(simple.reduce((sum, { polygons }) => sum + count(polygons), 0)).toBeGreaterThan(200);
    for (const { polygons } of simple) {
      for (const [outer = [], ...holes] of polygons) {
        expect(area(outer)).toBeLessThan(0);
        for (const hole of holes) expect(area(hole)).toBeGreaterThan(0);
      }
    }
  });

  it('leave out features of Wales, Scotland and Northern Ireland, and say how many', async () => {
    const codes = ['W06000001', 'E06000001', 'E07000026', 'S12000033', 'N09000003', 'W06000022', 'E08000003'];
    const features = codes.map((code, at) => ({ code, rings: [circle(-2 + at / 2, 53, 0.2, 40)] }));
    const ukWide = geojson(features).replaceAll('ICB24', 'LAD24');
    const { reading, records } = await readFixture(ukWide);
    expect(reading).toMatchObject({ dataset: 'boundaries_lad', status: 'ready', rows: 3, errorTotal: 0 });
    expect(reading.flags).toMatchObject([{ rule: 'not_in_england', detail: '4 features', count: 1 }]);
    expect(records).toMatchObject([{ code: 'E06000001' }, { code: 'E07000026' }, { code: 'E08000003' }]);
    const boards = await readFixture(geojson([...TWO, { code: 'W11000023', rings: [circle(-3, 53, 0.2, 40)] }]));
    expect(boards.reading).toMatchObject({ status: 'ready', rows: 2, flags: [{ detail: '1 feature' }] });
  });

  it.each(['', 'E99000001', 'E05000001', 'W0600001', 'X06000001'])(
    'are refused where a feature has the code “%s”',
    async (code) => {
      const { reading } = await readFixture(geojson([...TWO, { code, rings: [circle(-3, 53, 0.2, 40)] }]));
      expect(reading).toMatchObject({ status: 'refused', reject: 'bad_code', rows: 0 });
      expect(reading.errors[0]?.message).toContain('Feature 3');
    },
  );

  it('keep their extent when simplified', () => {
    const [first] = simplifyBoundaries(parseBoundaries(geojson(TWO)).areas, 400);
    const size = Math.abs(area(first?.polygons[0]?.[0] ?? []));
    expect(size).toBeGreaterThan(0.95 * Math.PI * 0.16);
    expect(size).toBeLessThan(1.05 * Math.PI * 0.16);
  });

  it('never lose an area, however small', () => {
    const areas = parseBoundaries(geojson([...TWO, { code: 'E54000003', rings: [circle(-2, 51, 0.001, 12)] }])).areas;
    const simple = simplifyBoundaries(areas, 200);
    expect(simple.map(({ polygons }) => polygons.length > 0)).toEqual([true, true, true]);
  });

  it.each([
    [
      'metres instead of degrees',
      geojson([{ code: 'E54000001', rings: [circle(400_000, 300_000, 1_000, 8)] }]),
      'not_longitude_latitude',
    ],
    [
      'areas of no known type',
      geojson([{ code: 'W06000001', rings: [circle(-1, 52, 0.1, 8)] }]).replace('E40000003', 'x'),
      'unknown_areas',
    ],
    ['an area twice', geojson([...TWO, ...TWO]), 'duplicate_key'],
    [
      'a ring of three points',
      geojson([
        {
          code: 'E54000001',
          rings: [
            [
              [-1, 52],
              [-1, 53],
              [-1, 52],
            ],
          ],
        },
      ]),
      'not_boundaries',
    ],
    ['a line', geojson(TWO).replace('"Polygon"', '"LineString"'), 'not_boundaries'],
  ])('are refused: %s', async (_, text, reject) => {
    const { reading } = await readFixture(text);
    expect(reading).toMatchObject({ status: 'refused', reject });
  });
});
