import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixedText } from '@/lib/domain/indicators/number-text';
import { measured, NOT_LOADED, SUPPRESSED } from '@/lib/domain/measure/measure';
import {
  formatCount,
  formatGbp,
  formatGbpShort,
  formatInterval,
  formatMeasure,
  formatNumber,
  formatOutOf,
  formatPercent,
  formatShare,
  formatSigned,
} from './number';

describe('numbers in British English', () => {
  test('keeps the decimals asked for and groups thousands', () => {
    expect(formatNumber(12869)).toBe('12,869');
    expect(formatPercent(85.03937)).toBe('85.0%');
    expect(formatShare(0.7777)).toBe('77.8%');
    expect(formatCount(1_449)).toBe('1,449');
    expect(formatNumber(1.0295, 2)).toBe('1.03');
  });

  test('uses the minus sign, and none for a rounded zero', () => {
    expect(formatNumber(-1.5, 1)).toBe('−1.5');
    expect(formatNumber(-0.01, 1)).toBe('0.0');
    expect(formatGbp(-20_000)).toBe('−£20,000');
    expect(formatSigned(3.2)).toBe('+3.2');
    expect(formatSigned(-3.2)).toBe('−3.2');
    expect(formatSigned(0.01)).toBe('0.0');
  });

  test('shortens money only where it is large', () => {
    expect(formatGbpShort(18_600_000)).toBe('£18.6m');
    expect(formatGbpShort(20_000)).toBe('£20,000');
    expect(formatGbpShort(-250_000)).toBe('−£250k');
    expect(formatGbpShort(1_200_000_000)).toBe('£1.2bn');
  });

  test('says why there is no figure, in three different ways', () => {
    expect(formatMeasure(measured(85.04), 'percent', 1)).toBe('85.0%');
    expect(formatMeasure(measured(4.0505), 'per_10k', 2)).toBe('4.05 per 10,000');
    expect(formatMeasure(measured(0), 'count', 0)).toBe('0');
    expect(formatMeasure(NOT_LOADED, 'percent', 1)).toBe('Not loaded');
    expect(formatMeasure(SUPPRESSED, 'percent', 1)).toBe('Suppressed');
    expect(formatMeasure({ kind: 'not_applicable', reason: '' }, 'percent', 1)).toBe('Not applicable');
  });

  test('shows an interval with its level, and counts only where known', () => {
    const interval = { lower: 77.79, upper: 90.22, level: 0.95, method: 'Wilson' };
    expect(formatInterval(interval, 1)).toBe('95% interval 77.8 to 90.2');
    expect(formatInterval({ ...interval, level: 0.998 }, 1)).toBe('99.8% interval 77.8 to 90.2');
    expect(formatOutOf(108, 127)).toBe('108 of 127');
    expect(formatOutOf(null, 127)).toBeNull();
  });

  test('agrees with the numbers inside generated sentences', () => {
    const decimal = fc
      .integer({ min: -1e9, max: 1e9 })
      .chain((n) => fc.nat(5).map((shift) => Number(`${n}e-${shift}`)));
    fc.assert(
      fc.property(fc.oneof(decimal, fc.double({ min: -1e9, max: 1e9, noNaN: true })), fc.nat(3), (value, decimals) => {
        expect(fixedText(value, decimals)).toBe(formatNumber(value, decimals));
      }),
      { numRuns: 2000 },
    );
  });
});
