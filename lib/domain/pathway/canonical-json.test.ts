import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json';

describe('canonicalJson', () => {
  it('sorts keys at every depth and leaves lists in order', () => {
    expect(canonicalJson({ b: [2, 1, { d: null, c: true }], a: 'é"' })).toBe(
      '{"a":"é\\"","b":[2,1,{"c":true,"d":null}]}',
    );
  });

  it('writes equal numbers alike and leaves absent keys out', () => {
    expect(canonicalJson({ z: -0, y: 1e21, x: 0.1, w: undefined })).toBe('{"x":0.1,"y":1e+21,"z":0}');
  });

  it('gives one text whatever the order of keys, and loses nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true })), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('refuses a number that JSON lacks', () => {
    expect(() => canonicalJson([Number.NaN])).toThrow(RangeError);
    expect(() => canonicalJson({ a: Number.POSITIVE_INFINITY })).toThrow(RangeError);
  });
});
