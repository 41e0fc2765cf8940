import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ENGLAND } from '@/lib/domain/geography/area';
import { createAcrossAreasCheck } from './check-indicator';
import type { QualityRow } from './quality-flag';
import { createRowsAcrossAreas } from './rows-across-areas';

const dated = { latitude: null, longitude: null, note: null, validFrom: null, validTo: null, root: 'england' } as const;
const AREAS = [
  { ...dated, code: ENGLAND, name: 'England', type: 'england' } as const,
  ...['A', 'B'].map((code) => ({ ...dated, code, name: code, type: 'training_region' as const })),
  ...['C', 'D'].map((code) => ({ ...dated, code, name: code, type: 'icb' as const })),
];
const BY_CODE = new Map(AREAS.map((area) => [area.code, area]));
const COUNT = { id: 'population', unit: 'people', decimals: 0 } as const;
const RATE = { id: 'retention-in-region', unit: 'percent', decimals: 1 } as const;

const anyRow: fc.Arbitrary<QualityRow> = fc.record({
  areaCode: fc.constantFrom(ENGLAND, 'A', 'B', 'C', 'D', 'unknown'),
  period: fc.constantFrom('2023-03-31', '2024-03-31', '2025-03-31'),
  breakdown: fc.constantFrom('all', 'F1'),
  value: fc.option(fc.integer({ min: 0, max: 9 })),
  numerator: fc.constant(null),
  denominator: fc.constant(null),
  row: fc.constant(null),
});
const check = createAcrossAreasCheck(AREAS, '2026-06-01');
const told = (flags: ReturnType<typeof check>) => flags.map((flag) => JSON.stringify(flag)).sort();

it.each([COUNT, RATE])('rows kept of $id show across areas what all rows do', (indicator) => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
      const kept = createRowsAcrossAreas(indicator, BY_CODE);
      for (const row of rows) kept.add(row);
      const figures = { root: 'england', indicator, everyMonths: 12 } as const;
      expect(told(check({ ...figures, rows: kept.rows() }))).toEqual(told(check({ ...figures, rows })));
    }),
  );
});

it('keeps the newest period of figures that don’t add up, however many there are', () => {
  const kept = createRowsAcrossAreas(RATE, BY_CODE);
  const row = { breakdown: 'all', value: 1, numerator: null, denominator: null, row: null };
  for (let year = 1990; year < 2026; year += 1) kept.add({ ...row, areaCode: 'A', period: `${year}-03-31` });
  expect(kept.rows().map(({ period }) => period)).toEqual(['2025-03-31']);
});
