import { expect, it } from 'vitest';
import type { QualityCheck, QualityFlag } from '@/lib/domain/quality/quality-flag';
import { createOwnPlaces } from './own-places';

const flag = (check: QualityCheck, where: Partial<QualityFlag['where']>): QualityFlag => ({
  check,
  severity: 'warning',
  where: { areaCode: null, period: null, breakdown: null, row: null, ...where },
  detail: 'A test.',
});

it('tells flags about a release from those about what is shown beside it', () => {
  const own = createOwnPlaces();
  expect(own.isAbout(flag('stale_source', {}))).toBe(false);
  own.add({ areaCode: 'A', periodEnd: '2025-03-31', breakdown: 'all' }, true);
  own.add({ areaCode: 'B', periodEnd: '2026-03-31', breakdown: 'all' }, true);
  const told = (check: QualityCheck, ...places: Partial<QualityFlag['where']>[]) =>
    places.map((where) => own.isAbout(flag(check, where)));
  expect(told('stale_source', {}, { period: '2026-03-31' }, { period: '2024-03-31' })).toEqual([true, true, false]);
  const missing = { areaCode: 'C', breakdown: 'all' };
  expect(told('missing_area', { ...missing, period: '2026-03-31' }, { ...missing, period: '2024-03-31' })).toEqual([
    true,
    false,
  ]);
  const total = { period: '2025-03-31', breakdown: 'all' };
  expect(told('total_differs', { ...total, areaCode: 'A' }, { ...total, areaCode: 'B' })).toEqual([true, false]);
  expect(
    told('overlapping_levels', { areaCode: 'A' }, { areaCode: 'C' }, { breakdown: 'all' }, { breakdown: 'F1' }),
  ).toEqual([true, false, true, false]);
});
