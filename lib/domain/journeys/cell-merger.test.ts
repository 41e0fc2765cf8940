import { describe, expect, it } from 'vitest';
import { makeCellMerger } from './cell-merger';
import { makeDictionary } from './dictionary';

describe('merging cells', () => {
  it('tells cells apart by every column, whatever slots their hashes share', () => {
    const merger = makeCellMerger(2);
    const pairs = Array.from({ length: 60_000 }, (_, i) => Uint16Array.of(i % 300, Math.floor(i / 300)));
    for (const [i, pair] of [...pairs, ...pairs].entries()) merger.add(pair, 1 + (i % 60_000));
    expect([merger.cells(), merger.people()]).toEqual([60_000, 60_000 * 60_001]);
    const held = pairs.map((_, cell) => [merger.codeAt(cell, 0), merger.codeAt(cell, 1), merger.countAt(cell)]);
    expect(held).toEqual(pairs.map(([a, b], i) => [a, b, 2 * (i + 1)]));
  });
});

describe('a dictionary', () => {
  const encoded = (codes: readonly string[]) => {
    const dictionary = makeDictionary({ known: ['k2', 'k1'], canonical: (code) => code });
    const numbers = codes.map(dictionary.encode);
    const { codes: final, finalOf } = dictionary.finish();
    return { final, read: numbers.map((number) => final[finalOf[number] ?? 0]) };
  };

  it('puts codes in one order, in whichever order they came, and finds each again', () => {
    expect(encoded(['z', 'a', 'k1', 'm'])).toEqual({
      final: ['', 'k2', 'k1', 'a', 'm', 'z'],
      read: ['z', 'a', 'k1', 'm'],
    });
    expect(encoded(['m', 'z', 'a']).final).toEqual(['', 'k2', 'k1', 'a', 'm', 'z']);
  });

  it('refuses more codes than 16 bits hold', () => {
    const dictionary = makeDictionary({ known: [], canonical: (code) => code });
    for (let i = 0; i < 65_535; i += 1) dictionary.encode(i);
    expect(() => dictionary.encode('one more')).toThrow(RangeError);
    expect(dictionary.encode(null)).toBe(0);
  });
});
