import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCellStore } from './cell-store';

it('gives what stands in the text, whatever was cut before and however hashes meet', () => {
  const text = fc.oneof(fc.constantFrom('', 'ST3', 'ST4', 'é', '\ud83d', 'x'.repeat(70)), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.constantFrom(0, 1, -7)), { maxLength: 60 }), (cells) => {
      const store = createCellStore();
      for (const [cell, hash] of cells) expect(store.cut(`a,${cell},b`, 2, 2 + cell.length, hash)).toBe(cell);
    }),
  );
});
