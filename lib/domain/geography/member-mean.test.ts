import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memberMean } from './member-mean';

const members = [
  { areaCode: 'A', weight: 1 },
  { areaCode: 'B', weight: 0.5 },
];
const residents = new Map([
  ['A', 100],
  ['B', 200],
]);
const values = new Map([
  ['A', 10],
  ['B', 40],
]);

it('weights each member by the residents it brings', () => {
  expect(memberMean({ members, values, residents, wholeResidents: 200 })).toBe(25);
});

it('is refused where a member has no value, or where the members are not the whole', () => {
  expect(memberMean({ members, values: new Map([['A', 10]]), residents, wholeResidents: 200 })).toBeNull();
  expect(memberMean({ members, values, residents: new Map([['A', 100]]), wholeResidents: 200 })).toBeNull();
  expect(memberMean({ members, values, residents, wholeResidents: 203 })).toBeNull();
  expect(memberMean({ members: [], values, residents, wholeResidents: 0 })).toBeNull();
});

it('is the common value where all members have the same', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      const same = new Map([...values.keys()].map((code) => [code, value]));
      expect(memberMean({ members, values: same, residents, wholeResidents: 201 })).toBeCloseTo(value, 6);
    }),
  );
});
