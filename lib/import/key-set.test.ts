import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createKeySet } from './key-set';

it('knows a key that it has seen, and no other, also when it grows', () => {
  const keys = createKeySet();
  for (let at = 0; at < 50_000; at += 1) expect(keys.add(`2026-03-31|TR-${at % 11}|specialty-${at}`)).toBe(true);
  for (let at = 0; at < 50_000; at += 1) expect(keys.add(`2026-03-31|TR-${at % 11}|specialty-${at}`)).toBe(false);
});

it('tells keys apart as a set does', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 200 }), (all) => {
      const keys = createKeySet();
      const seen = new Set<string>();
      for (const key of all) {
        expect(keys.add(key)).toBe(!seen.has(key));
        seen.add(key);
      }
    }),
  );
});
