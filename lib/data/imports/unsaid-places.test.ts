import { expect, test } from 'vitest';
import { NO_PLACES } from './read-file';
import { unsaidPlaces } from './unsaid-places';

const ESSEX = { code: 'ICB-essex', from: '2026-04-01', to: null, before: ['E54000026'], after: [] };
const NORFOLK = { code: 'E54000022', from: null, to: '2026-03-31', before: [], after: ['ICB-norfolk-and-suffolk'] };

test('a refusal of places that no row tells says which area is not valid on which days', () => {
  const places = { ...NO_PLACES, datedPlaces: [ESSEX, NORFOLK] };
  const message =
    'The file names areas for days on which they were not valid. ICB-essex is not valid before 2026-04-01. Use E54000026. ' +
    'E54000022 is not valid after 2026-03-31. Use ICB-norfolk-and-suffolk.';
  expect(unsaidPlaces({ errorTotal: 0, reject: null }, places)).toEqual({
    reject: message,
    errorTotal: 1,
    errors: [{ row: null, column: '', value: '', rule: 'refused', message }],
  });
});

test('one of other places has words too, without codes that may be names', () => {
  const { reject } = unsaidPlaces({ errorTotal: 0, reject: null }, { ...NO_PLACES, unknownPlaces: ['jane-doe'] }) ?? {};
  expect(reject).toContain('in no list');
  expect(reject).not.toContain('jane');
});

test('a refusal that is told by row, or as a whole, stays as it is', () => {
  const places = { ...NO_PLACES, datedPlaces: [ESSEX] };
  expect(unsaidPlaces({ errorTotal: 2, reject: null }, places)).toBeNull();
  expect(unsaidPlaces({ errorTotal: 0, reject: 'duplicate_key' }, places)).toBeNull();
});
