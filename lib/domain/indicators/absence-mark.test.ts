import { describe, expect, test } from 'vitest';
import { LOW, measured, NOT_LOADED, SUPPRESSED } from '@/lib/domain/measure/measure';
import { absenceMark } from './absence-mark';

describe('absenceMark', () => {
  test('tells suppressed, not applicable, not loaded and low apart', () => {
    expect(absenceMark(SUPPRESSED, 'percent', 1)).toBe('c');
    expect(absenceMark({ kind: 'not_applicable', reason: 'No such posts' }, 'percent', 1)).toBe('z');
    expect(absenceMark(NOT_LOADED, 'percent', 1)).toBe('x');
    expect(absenceMark(measured(0.04), 'percent', 1)).toBe('low');
    expect(absenceMark(LOW, 'count', 0)).toBe('low');
  });

  test('leaves a true 0, and a value that shows a digit, as they are', () => {
    expect(absenceMark(measured(0), 'percent', 1)).toBeNull();
    expect(absenceMark(measured(0.05), 'percent', 1)).toBeNull();
    expect(absenceMark(measured(4.2), 'per_10k', 2)).toBeNull();
  });

  test('marks no score as low: scores lie on both sides of 0', () => {
    expect(absenceMark(measured(0.001), 'score', 2)).toBeNull();
    expect(absenceMark(measured(-0.001), 'score', 2)).toBeNull();
  });
});
