import { expect, test } from 'vitest';
import { wrapWords } from './wrap-words';

test('whole words fill each line', () => {
  expect(wrapWords('Yorkshire and the Humber', 14, 3)).toEqual(['Yorkshire and', 'the Humber']);
  expect(wrapWords('London', 14, 3)).toEqual(['London']);
});

test('what does not fit is cut with a mark', () => {
  expect(wrapWords('one two three four', 5, 2)).toEqual(['one', 'two…']);
});
