import { expect, test } from 'vitest';
import { measured, NOT_LOADED } from '@/lib/domain/measure/measure';
import { toGradient } from './gradient';

test('the ratio is most deprived fifth to least deprived', () => {
  const { ratio } = toGradient([
    { label: '1', area: measured(3), comparator: measured(4) },
    { label: '5', area: measured(6), comparator: measured(5) },
  ]);
  expect(ratio).toBe(0.5);
});

test('without both ends there is no ratio, and a missing fifth is no position', () => {
  const { ratio, rows } = toGradient([
    { label: '1', area: NOT_LOADED, comparator: measured(4) },
    { label: '5', area: measured(6), comparator: measured(5) },
  ]);
  expect(ratio).toBeNull();
  expect(rows[0]?.area).toBeNull();
});
