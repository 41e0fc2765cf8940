import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayNumber, isoDayOf } from './day';
import { matchVintage } from './match-vintage';
import { areasValidOn, vintageOn, vintagesOf } from './validity';

const area = (code: string, validFrom: string | null, validTo: string | null) => ({ code, validFrom, validTo });

/** Two areas merge into a third on 1 April 2026; a fourth stays. */
const AREAS = [
  area('A', '2024-04-01', '2026-03-31'),
  area('B', '2024-04-01', '2026-03-31'),
  area('C', '2024-04-01', null),
  area('AB', '2026-04-01', null),
];
const codesOf = (areas: readonly { code: string }[]) => areas.map(({ code }) => code).join(' ');

describe('days', () => {
  it('goes from a day to its number and back', () => {
    fc.assert(fc.property(fc.integer({ min: -20_000, max: 40_000 }), (n) => dayNumber(isoDayOf(n)) === n));
    expect(dayAfter('2026-03-31')).toBe('2026-04-01');
    expect(dayAfter('2024-03-01', -1)).toBe('2024-02-29');
  });

  it.each(['2026-02-30', '2026-4-1', '', '01/04/2026'])('refuses %o', (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
  });
});

describe('areas valid on a day', () => {
  it('holds the old ones to their last day and the new ones from their first', () => {
    expect(codesOf(areasValidOn(AREAS, '2026-03-31'))).toBe('A B C');
    expect(codesOf(areasValidOn(AREAS, '2026-04-01'))).toBe('C AB');
  });

  it('holds an area without dates on every day', () => {
    expect(areasValidOn([area('E', null, null)], '1900-01-01')).toHaveLength(1);
  });
});

describe('vintages', () => {
  it('finds the two lists from the dates of the areas alone', () => {
    expect(vintagesOf(AREAS).map(({ from, to, areas }) => [from, to, codesOf(areas)])).toEqual([
      ['2024-04-01', '2026-03-31', 'A B C'],
      ['2026-04-01', null, 'C AB'],
    ]);
  });

  it('is one list where nothing ever changed', () => {
    expect(vintagesOf([area('E', null, null), area('F', null, null)])).toMatchObject([{ from: null, to: null }]);
    expect(vintagesOf([])).toEqual([]);
  });

  it('has a gap where no area exists', () => {
    const vintages = vintagesOf([area('A', '2020-01-01', '2020-12-31'), area('B', '2022-01-01', null)]);
    expect(vintages.map(({ from, to }) => [from, to])).toEqual([
      ['2020-01-01', '2020-12-31'],
      ['2022-01-01', null],
    ]);
    expect(vintageOn(vintages, '2021-06-01')).toBeNull();
  });

  it('agrees with the areas of any day', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((n) => dayAfter('2026-01-01', n));
    const dated = fc.record({
      code: fc.string({ minLength: 1, maxLength: 3 }),
      validFrom: fc.option(day),
      validTo: fc.option(day),
    });
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 8 }), day, (areas, on) => {
        const real = areas.filter(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo);
        expect(vintageOn(vintagesOf(real), on)?.areas ?? []).toEqual(areasValidOn(real, on));
      }),
    );
  });
});

describe('the vintage of a file of areas', () => {
  const vintages = vintagesOf(AREAS);

  it('is the one that has all its codes, and says which areas the file lacks', () => {
    expect(matchVintage(['A', 'C'], vintages)).toMatchObject({ kind: 'matched', vintage: vintages[0], missing: ['B'] });
    expect(matchVintage(['AB', 'C'], vintages)).toMatchObject({ kind: 'matched', vintage: vintages[1], missing: [] });
  });

  it('is open where the codes touch no change', () => {
    expect(matchVintage(['C'], vintages)).toMatchObject({ kind: 'ambiguous' });
  });

  it('is refused where codes of two times are mixed, or where one is in no list', () => {
    expect(matchVintage(['A', 'AB'], vintages)).toMatchObject({ kind: 'refused', reason: 'mixed' });
    expect(matchVintage(['A', 'Z'], vintages)).toEqual({ kind: 'refused', reason: 'unknown_codes', codes: ['Z'] });
  });
});
