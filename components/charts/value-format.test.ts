import { describe, expect, test } from 'vitest';
import { formatChange, formatRange, formatValue } from './value-format';

describe('numbers on charts', () => {
  test('carry their decimals, separators and sign', () => {
    expect(formatValue(85.04, { unit: 'percent', decimals: 1 })).toBe('85.0%');
    expect(formatValue(12345, { unit: 'pounds', decimals: 0 })).toBe('£12,345');
    expect(formatValue(-1.25, { unit: 'posts', decimals: 1 })).toBe('\u22121.3');
  });
  test('show a plus on gains only', () => {
    expect(formatChange(2, { unit: 'posts', decimals: 0 })).toBe('+2');
    expect(formatChange(-2, { unit: 'posts', decimals: 0 })).toBe('\u22122');
    expect(formatChange(0.01, { unit: 'posts', decimals: 1 })).toBe('0.0');
  });
  test('give the unit of an interval once, with the value', () => {
    expect(formatRange(77.8, 90.2, { unit: 'percent', decimals: 1 })).toBe('77.8 to 90.2');
  });
});
