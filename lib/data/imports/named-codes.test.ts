import { expect, it } from 'vitest';
import { createNamedCodes } from './named-codes';

it('lists each code once; what names too many, or does not say it apart, is looked up', () => {
  const few = createNamedCodes();
  few.add(['A', 'B']);
  few.add(['B', 'C']);
  expect(few.list()).toEqual(['A', 'B', 'C']);
  few.add(null);
  expect(few.list()).toBeNull();
  const many = createNamedCodes();
  for (let at = 0; at < 30; at += 1) many.add(Array.from({ length: 1_000 }, (_, row) => `${at}-${row}`));
  expect(many.list()).toBeNull();
});
