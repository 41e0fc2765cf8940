import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLAND } from '@/lib/domain/geography/area';
import { checkMissingAreas, checkOverlappingLevels, checkTotals } from './check-areas';
import { checkFuture } from './check-future';
import { createIndicatorCheck, type IndicatorFigures } from './check-indicator';
import { checkDuplicates } from './check-keys';
import { checkStaleness } from './check-staleness';
import { checkJumps, checkRanges } from './check-values';
import { countBySeverity, flagsFor } from './figure-flags';
import { rulesOf } from './indicator-rules';
import { plainNumber, QualityFlag, type QualityRow } from './quality-flag';

const row = (areaCode: string, value: number | null, change: Partial<QualityRow> = {}): QualityRow => ({
  areaCode,
  period: '2025-03-31',
  breakdown: 'all',
  value,
  numerator: null,
  denominator: null,
  row: null,
  ...change,
});
const SHARE = { lowest: 0, highest: 100, isShare: true, unit: '%' };
const FILL = { lowest: 0, highest: 120, isShare: false, unit: '%' };
const PARTS = ['A', 'B'].map((childCode) => ({ childCode, parentCode: 'ALL' }));

describe('ranges', () => {
  it('flag what can’t be as an error, and a fill rate over its usual bound as a warning', () => {
    expect(checkRanges([row('A', -1)], SHARE)).toMatchObject([
      { check: 'range', severity: 'error', detail: '\u22121% is below 0%, the lowest possible.' },
    ]);
    expect(checkRanges([row('A', 100.5)], SHARE)).toMatchObject([{ severity: 'error' }]);
    expect(checkRanges([row('A', 105)], FILL)).toEqual([]);
    expect(checkRanges([row('A', 130)], FILL)).toMatchObject([{ severity: 'warning' }]);
  });

  it('flag a part larger than its whole, and numbers that are none', () => {
    const counts = { numerator: 1_200, denominator: 1_000 };
    expect(checkRanges([row('A', 100, counts)], SHARE)).toMatchObject([
      { detail: '1,200 of 1,000: the part is larger than its whole.' },
    ]);
    expect(checkRanges([row('A', 100, counts)], FILL)).toEqual([]);
    expect(checkRanges([row('A', Number.NaN)], FILL)).toMatchObject([{ severity: 'error' }]);
  });

  it('pass a withheld value', () => {
    expect(checkRanges([row('A', null)], SHARE)).toEqual([]);
  });
});

describe('times that haven’t come', () => {
  const TODAY = '2026-06-01';
  const at = (period: string, breakdown = 'all') => row('A', 50, { period, breakdown });

  it('are flagged where a period ends over three years from now, not where an allocation is of a year to come', () => {
    expect(checkFuture([at('2026-03-31'), at('2028-03-31')], TODAY, false)).toEqual([]);
    expect(checkFuture([at('2029-06-30')], TODAY, false)).toMatchObject([
      { check: 'range', severity: 'error', detail: expect.stringContaining('ends on 2029-06-30') },
    ]);
  });

  it('are flagged where so many years after a cohort aren’t over', () => {
    const cohort = (year: number, breakdown: string) => at(`${year}-12-31`, breakdown);
    expect(
      checkFuture([cohort(2025, 'gp-1y'), cohort(2023, 'gp-3y'), cohort(2025, 'gp-5y')], TODAY, true),
    ).toMatchObject([
      { where: { period: '2025-12-31', breakdown: 'gp-5y' }, detail: expect.stringContaining('before 2030-01-01') },
    ]);
    expect(checkFuture([cohort(2025, 'gp-5y')], TODAY, false)).toEqual([]);
    expect(rulesOf({ id: 'retention-in-region', unit: 'percent', decimals: 1 }).looksAhead).toBe(true);
  });
});

describe('jumps', () => {
  const LIMITS = { relative: 0.25, absolute: 5 };
  const later = { period: '2026-03-31', row: 9 };

  it('flag a change against the previous period that passes both limits', () => {
    expect(checkJumps([row('A', 150, later), row('A', 100)], LIMITS)).toMatchObject([
      {
        check: 'jump',
        where: { areaCode: 'A', period: '2026-03-31', row: 9 },
        detail: expect.stringContaining('+50 %'),
      },
    ]);
    expect(checkJumps([row('A', 100), row('A', 120, later)], LIMITS)).toEqual([]);
    expect(checkJumps([row('A', 4), row('A', 8, later)], LIMITS)).toEqual([]);
    expect(checkJumps([row('A', 0), row('A', 8, later)], LIMITS)).toHaveLength(1);
  });

  it('of a share of few people are no jump: chance alone makes them', () => {
    const share = (numerator: number, denominator: number, change = {}) =>
      row('A', (100 * numerator) / denominator, { numerator, denominator, ...change });
    expect(checkJumps([share(8, 16), share(13, 16, later)], LIMITS)).toEqual([]);
    expect(checkJumps([share(800, 1_600), share(1_300, 1_600, later)], LIMITS)).toHaveLength(1);
  });

  it('compare an area only with itself, in the same breakdown', () => {
    expect(checkJumps([row('A', 100), row('B', 900, later)], LIMITS)).toEqual([]);
    expect(checkJumps([row('A', 100), row('A', 900, { ...later, breakdown: 'ST3' })], LIMITS)).toEqual([]);
  });
});

describe('areas', () => {
  const EXPECTED = ['A', 'B'].map((code) => ({ code, name: `Area ${code}` }));

  it('are missing where the newest period has no row of them; a withheld one is there', () => {
    const rows = [row('A', 1, { period: '2024-03-31' }), row('B', 1, { period: '2024-03-31' }), row('A', null)];
    expect(checkMissingAreas(rows, EXPECTED)).toMatchObject([
      { check: 'missing_area', where: { areaCode: 'B', period: '2025-03-31', breakdown: 'all' } },
    ]);
  });

  it('have a total that differs from their sum beyond the tolerance', () => {
    const rows = [row('ALL', 100), row('A', 60), row('B', 45)];
    expect(checkTotals(rows, { parts: PARTS, tolerance: 4 })).toMatchObject([
      { check: 'total_differs', detail: 'Its 2 parts add up to 105, the total given is 100.' },
    ]);
    expect(checkTotals(rows, { parts: PARTS, tolerance: 5 })).toEqual([]);
  });

  it('are not summed where a part is withheld or not there', () => {
    expect(checkTotals([row('ALL', 100), row('A', 60), row('B', null)], { parts: PARTS, tolerance: 0 })).toEqual([]);
    expect(checkTotals([row('ALL', 100), row('A', 60)], { parts: PARTS, tolerance: 0 })).toEqual([]);
  });

  it('overlap where a whole stands beside its parts, as do groups', () => {
    const rows = [row('ALL', 3), row('A', 1), row('A', 1, { breakdown: 'GP' })];
    const flags = checkOverlappingLevels(rows, { parts: PARTS, totalBreakdowns: ['all'] });
    expect(flags.map(({ where }) => [where.areaCode, where.breakdown])).toEqual([
      ['ALL', null],
      [null, 'all'],
    ]);
    expect(checkOverlappingLevels([row('A', 1)], { parts: PARTS, totalBreakdowns: ['all'] })).toEqual([]);
  });
});

describe('keys', () => {
  it('that repeat are an error where values differ, else a repetition', () => {
    const rows = [row('A', 1, { row: 2 }), row('A', 1, { row: 3 }), row('A', 2, { row: 4 })];
    expect(checkDuplicates(rows)).toMatchObject([
      { severity: 'warning', where: { row: 3 }, detail: 'Repeats row 2.' },
      { severity: 'error', where: { row: 4 }, detail: expect.stringContaining('row 2') },
    ]);
  });
});

describe('releases that differ', () => {
  it('are named without their values: the later one corrects the earlier', () => {
    const rows = [row('A', 12.5, { release: 'r1' }), row('A', null, { release: 'r2' })];
    const [flag, ...others] = checkDuplicates(rows);
    expect(others).toEqual([]);
    expect(flag).toMatchObject({ severity: 'warning', detail: expect.stringContaining('r1 and r2') });
    expect(flag?.detail).not.toContain('12.5');
  });
});

describe('a source', () => {
  const age = { periodEnd: '2025-03-31', everyMonths: 3, today: '2025-08-01' };

  it('is late when it has missed a publication, and old after three years', () => {
    expect(checkStaleness(age)).toEqual([]);
    expect(checkStaleness({ ...age, today: '2025-12-01' })).toMatchObject([{ severity: 'notice' }]);
    expect(checkStaleness({ ...age, today: '2028-04-01' })).toMatchObject([{ severity: 'warning' }]);
    expect(checkStaleness({ ...age, everyMonths: null, today: '2028-03-31' })).toEqual([]);
  });
});

const dated = { latitude: null, longitude: null, note: null, validFrom: null, validTo: null };
const REGION = { ...dated, type: 'training_region', root: 'england' } as const;
const AREAS = [
  { ...dated, code: ENGLAND, name: 'England', type: 'england', root: 'england' } as const,
  { ...REGION, code: 'A', name: 'Area A' },
  { ...REGION, code: 'B', name: 'Area B' },
  { ...REGION, code: 'OLD', name: 'Area that ended', validTo: '2024-03-31' },
];
const COUNT = { id: 'population', unit: 'people', decimals: 0 } as const;
const RATE = { id: 'retention-in-region', unit: 'percent', decimals: 1 } as const;
const check = (rows: readonly QualityRow[], given: Partial<IndicatorFigures> = {}) =>
  createIndicatorCheck(
    AREAS,
    '2025-06-01',
  )({ root: 'england', indicator: RATE, rows, repeated: [], everyMonths: 12, ...given });
const checksOf = (flags: readonly QualityFlag[]) => flags.map((flag) => flag.check);

describe('an indicator', () => {
  it('without faults has no flag', () => {
    expect(check([row('A', 50), row('B', 60), row(ENGLAND, 55)])).toEqual([]);
    expect(check([])).toEqual([]);
  });

  it('of a year that hasn’t come makes no other area late and no other figure old', () => {
    expect(check([row('A', 50), row('B', 60), row('A', 50, { period: '2099-03-31' })])).toMatchObject([
      { check: 'range', where: { areaCode: 'A', period: '2099-03-31' } },
    ]);
  });

  it('of vacancies may be below 0, but not with more than twice as many people as posts', () => {
    const vacancies = { indicator: { id: 'training-vacancy-rate', unit: 'percent', decimals: 1 } } as const;
    expect(check([row('A', -7), row('B', 10)], vacancies)).toEqual([]);
    expect(check([row('A', -7_400), row('B', 10)], vacancies)).toMatchObject([
      { check: 'range', severity: 'error', detail: expect.stringContaining('below \u2212100%') },
    ]);
  });

  it('has its worst flags first, each a valid flag with a full sentence', () => {
    const rows = [row('A', 300), row(ENGLAND, 50)];
    const flags = check(rows, { repeated: [row('A', 300), row('A', 20)] });
    expect(checksOf(flags)).toEqual(['duplicate_key', 'range', 'missing_area']);
    for (const flag of flags) expect(QualityFlag.parse(flag).detail).toMatch(/^[A-Z0-9\u2212].*\.$/);
    expect(countBySeverity(flags)).toEqual({ error: 2, warning: 1, notice: 0 });
  });

  it('that is a count is added up over the areas of the day, and its levels stand apart', () => {
    const whole = [row(ENGLAND, 100), row('A', 60), row('B', 45)];
    expect(checksOf(check(whole, { indicator: COUNT }))).toEqual(['total_differs', 'overlapping_levels']);
    expect(checksOf(check(whole, { indicator: RATE }))).toEqual([]);
    expect(checksOf(check([row(ENGLAND, 106), row('A', 60), row('B', 45)], { indicator: COUNT }))).toEqual([
      'overlapping_levels',
    ]);
  });

  it('is old, or late, by its newest figure', () => {
    const rows = [row('A', 50, { period: '2020-03-31' }), row('B', 60, { period: '2020-03-31' })];
    expect(checksOf(check([...rows, row('OLD', 55, { period: '2020-03-31' })]))).toEqual(['stale_source']);
    const current = [row('A', 50), row('B', 60)];
    expect(checksOf(check(current, { everyMonths: 1 }))).toEqual(['stale_source']);
  });

  it('has beside a figure the flags of that figure, and those of its source', () => {
    const flags = check([row('A', 300), row(ENGLAND, 50)], { everyMonths: 1 });
    expect(checksOf(flags)).toEqual(['range', 'missing_area', 'stale_source']);
    expect(checksOf(flagsFor(flags, row(ENGLAND, 50)))).toEqual(['stale_source']);
    expect(checksOf(flagsFor(flags, row('A', 300)))).toEqual(['range', 'stale_source']);
    expect(flagsFor(flags, row('A', 300, { breakdown: 'ST3', period: '2024-03-31' }))).toEqual([]);
  });

  it('never says a withheld number, nor that there is something wrong with it', () => {
    const withheld = [row('A', null), row('B', 60), row(ENGLAND, 100)];
    expect(checksOf(check(withheld, { indicator: COUNT }))).toEqual(['overlapping_levels']);
  });

  it('is checked the same in any order of its rows', () => {
    const rows = fc.uniqueArray(
      fc.record({ areaCode: fc.constantFrom('A', 'B', ENGLAND), value: fc.integer({ min: -5, max: 120 }) }),
      { selector: ({ areaCode }) => areaCode },
    );
    const keys = (flags: readonly QualityFlag[]) => flags.map((flag) => JSON.stringify(flag)).sort();
    fc.assert(
      fc.property(rows, (given) => {
        const made = given.map(({ areaCode, value }) => row(areaCode, value));
        expect(keys(check([...made].reverse(), { indicator: COUNT }))).toEqual(keys(check(made, { indicator: COUNT })));
      }),
    );
  });
});

describe('what an indicator may be', () => {
  it.each([
    ['specialty-fill-rate', 'percent', { lowest: 0, highest: 120, isShare: false, unit: '%' }],
    ['medical-vacancy-rate', 'percent', { lowest: -100, highest: 100, isShare: true, unit: '%' }],
    ['retention-in-region', 'percent', { lowest: 0, highest: 100, isShare: true, unit: '%' }],
    ['population', 'people', { lowest: 0, highest: null, isShare: false, unit: '' }],
  ] as const)('follows from its id and unit: %s', (id, unit, range) => {
    expect(rulesOf({ id, unit, decimals: 0 }).range).toEqual(range);
  });

  it('is added up only where it is a count', () => {
    expect(rulesOf({ ...COUNT, decimals: 1 }).roundingStep).toBeCloseTo(0.05);
    expect(rulesOf(RATE).roundingStep).toBeNull();
  });
});

it('writes numbers plainly', () => {
  expect([1_234_567, 0.1234, -1_000, 12].map(plainNumber)).toEqual(['1,234,567', '0.123', '\u22121,000', '12']);
});
