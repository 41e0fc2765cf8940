import { describe, expect, it } from 'vitest';
import { compare, EXACT } from './compare';
import { absolute, relative } from './tolerance';

const loose = () => relative(1e-6);

describe('compare', () => {
  it('passes numbers within the tolerance and reports those beyond it, with their place', () => {
    expect(compare({ a: [1, 2.000001] }, { a: [1, 2] }, loose)).toEqual([]);
    expect(compare({ a: [1, 2.00001] }, { a: [1, 2] }, loose)).toEqual([{ path: 'a.1', expected: 2, got: 2.00001 }]);
    expect(compare({ a: 0.004 }, { a: 0 }, () => absolute(0.005))).toEqual([]);
    expect(compare({ a: 0.006 }, { a: 0 }, () => absolute(0.005))).toHaveLength(1);
  });

  it('allows 1e-12 about zero, unless a number must be exact', () => {
    expect(compare(9e-13, 0, loose)).toEqual([]);
    expect(compare(2e-12, 0, loose)).toHaveLength(1);
    expect(compare(9e-13, 0, () => EXACT)).toHaveLength(1);
  });

  it('lets null match null alone', () => {
    expect(compare({ a: null }, { a: null }, loose)).toEqual([]);
    expect(compare({ a: 0 }, { a: null }, loose)).toHaveLength(1);
    expect(compare({}, { a: null }, loose)).toHaveLength(1);
    expect(compare({ a: null }, { a: 0 }, loose)).toHaveLength(1);
    expect(compare({ a: Number.NaN }, { a: 0 }, loose)).toHaveLength(1);
    expect(compare({ a: Number.NaN }, { a: null }, loose)).toHaveLength(1);
  });

  it('holds text, booleans and lengths to be exact', () => {
    expect(compare({ a: 'x', b: true }, { a: 'x', b: true }, loose)).toEqual([]);
    expect(compare({ a: 'X', b: false }, { a: 'x', b: true }, loose)).toHaveLength(2);
    expect(compare([1, 2, 3], [1, 2], loose)).toHaveLength(1);
    expect(compare(1, [1], loose)).toHaveLength(1);
    expect(compare(null, { a: 1 }, loose)).toHaveLength(1);
  });

  it('looks only at the keys that are expected', () => {
    expect(compare({ a: 1, b: 9 }, { a: 1 }, loose)).toEqual([]);
  });
});
