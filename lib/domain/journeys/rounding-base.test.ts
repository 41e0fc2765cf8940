import { describe, expect, it } from 'vitest';
import { roundingBaseOf } from './rounding-base';

describe('the step that counts look rounded to', () => {
  it('is the widest that all of them are multiples of, and 1 where they were not rounded', () => {
    expect(roundingBaseOf([0, 5, 10, 35])).toBe(5);
    expect(roundingBaseOf([10, 20, 0])).toBe(10);
    expect(roundingBaseOf([3, 9, 12])).toBe(3);
    expect(roundingBaseOf([5, 10, 12])).toBe(1);
  });

  it('isn’t told by zeros', () => {
    expect(roundingBaseOf([0, 0])).toBeNull();
    expect(roundingBaseOf([])).toBeNull();
  });
});
