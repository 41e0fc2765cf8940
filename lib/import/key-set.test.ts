import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createKeySet } from './key-set';

it('knows a key that it has seen, and no other, also when it grows', () => {
  const keys = createKeySet();
  for (let at = 0; at < 50_000; at += 1) expect(keys.add(`2026-03-31|TR-${at % 11}|specialty-${at}`)).toBe(true);
  for (let at = 0; at < 50_000; at += 1) expect(keys.add(`2026-03-31|TR-${at % 11}|specialty-${at}`)).toBe(false);
});

it('tells 200,000 keys apart that differ in every second character only', () => {
  const keys = createKeySet();
  const spaced = (at: number): string => `-${[...at.toString(36).padStart(4, '0')].join('-')}`;
  expect(Array.from({ length: 200_000 }, (_, at) => keys.add(spaced(at))).every((isNew) => isNew)).toBe(true);
});

it('tells keys apart as a set does', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 200 }), (all) => {
      const keys = createKeySet();
      const seen = new Set<string>();
      for (const key of all) {
        expect(keys.has(key)).toBe(seen.has(key));
        expect(keys.add(key)).toBe(!seen.has(key));
        expect(keys.has(key)).toBe(true);
        seen.add(key);
      }
    }),
  );
});

it('tells keys in parts apart as their list does, also when more parts come than it keeps', () => {
  const part = fc.oneof(fc.constantFrom('', 'a', 'b', 'ab'), fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 4 }), { maxLength: 200 }), (all) => {
      const keys = createKeySet();
      const seen = new Set<string>();
      for (const parts of all) {
        expect(keys.add(parts)).toBe(!seen.has(JSON.stringify(parts)));
        seen.add(JSON.stringify(parts));
      }
    }),
  );
  const keys = createKeySet();
  const numbered = (at: number): string[] => [`${at % 40_000}`, `${Math.floor(at / 40_000)}`];
  expect(Array.from({ length: 120_000 }, (_, at) => keys.add(numbered(at))).every((isNew) => isNew)).toBe(true);
  expect(Array.from({ length: 120_000 }, (_, at) => keys.add(numbered(at))).some((isNew) => isNew)).toBe(false);
});
