import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayNumber } from '@/lib/domain/geography/day';
import { checkPlacements, type Placement } from './placement';
import { placementLine } from './placement-fixture';
import { timelineOf } from './timeline';
import { stabilityByTrainee, traineeStability } from './trainee-stability';

const WINDOW = { from: '2023-08-01', to: '2026-07-31', sitePositions: new Map() };
const YEAR_1 = { start: '2023-08-01', end: '2024-07-31' };
const YEAR_2 = { start: '2024-08-01', end: '2025-07-31' };
const YEAR_3 = { start: '2025-08-01', end: '2026-07-31' };

const measure = (lines: readonly Partial<Placement>[], window = WINDOW) => {
  const { placements } = checkPlacements(lines.map(placementLine));
  return traineeStability(placements, window);
};

describe('the stability of a trainee', () => {
  it('is 0 moves for three years at one site, in one line or in three', () => {
    const inOne = measure([{ start: '2023-08-01', end: '2026-07-31' }]);
    const inThree = measure([
      { ...YEAR_1, level: 'ST1' },
      { ...YEAR_2, level: 'ST2' },
      { ...YEAR_3, level: 'ST3' },
    ]);
    expect(inOne).toMatchObject({ siteMoves: 0, employerMoves: 0, days: 1_096, stayDays: [1_096] });
    expect(inThree).toMatchObject({ siteMoves: 0, employerMoves: 0, days: 1_096, stayDays: [1_096] });
  });

  it('counts each change of site and of employer once', () => {
    const lines = [YEAR_1, { ...YEAR_2, siteCode: 'S2' }, { ...YEAR_3, siteCode: 'S1', employerCode: 'E2' }];
    expect(measure(lines)).toMatchObject({ siteMoves: 2, employerMoves: 1, stayDays: [366, 365, 365] });
  });

  it('counts a return after a gap to another site as a move, and to the same site as none', () => {
    const away = { start: '2025-02-01', end: '2026-07-31' };
    expect(measure([YEAR_1, { ...away, siteCode: 'S2' }])).toMatchObject({ siteMoves: 1, gapDays: 184 });
    expect(measure([YEAR_1, away])).toMatchObject({ siteMoves: 0, gapDays: 184, stayDays: [366 + 546] });
  });

  it('gives a day with two posts to the larger one', () => {
    const whole = { start: '2023-08-01', end: '2026-07-31', wte: 0.6 };
    expect(measure([whole, { ...YEAR_2, siteCode: 'S2', wte: 0.4 }])).toMatchObject({
      siteMoves: 0,
      days: 1_096,
      overlapDays: 365,
    });
    const larger = measure([whole, { ...YEAR_2, siteCode: 'S2', wte: 0.8 }]);
    expect(larger).toMatchObject({ siteMoves: 2, days: 1_096 });
  });

  it('counts a handover day that both lines record as one move', () => {
    const lines = [
      { ...YEAR_1, end: '2024-08-01' },
      { ...YEAR_2, siteCode: 'S2' },
    ];
    expect(measure(lines)).toMatchObject({ siteMoves: 1, days: 731 });
  });

  it('counts moves that begin in the window, the first one against the site before it', () => {
    const lines = [YEAR_1, { ...YEAR_2, siteCode: 'S2' }];
    expect(measure(lines, { ...WINDOW, from: YEAR_2.start, to: YEAR_2.end })).toMatchObject({
      siteMoves: 1,
      days: 365,
    });
    expect(measure(lines, { ...WINDOW, from: '2024-08-02', to: YEAR_2.end })).toMatchObject({ siteMoves: 0 });
    expect(measure(lines, { ...WINDOW, from: '2022-08-01', to: '2023-07-31' })).toBeNull();
  });

  it('measures distances between sites with known positions, and says how many those are', () => {
    const sitePositions = new Map([
      ['S1', { latitude: 53.8, longitude: -1.55 }],
      ['S2', { latitude: 54.97, longitude: -1.61 }],
    ]);
    const moves = [YEAR_1, { ...YEAR_2, siteCode: 'S2' }, { ...YEAR_3, siteCode: 'S3' }];
    expect(measure(moves, { ...WINDOW, sitePositions })?.moveKm).toEqual([expect.closeTo(130.2, 0)]);
  });

  it('takes the notice of placements that begin in the window, where it is known', () => {
    const lines = [
      { ...YEAR_1, noticeWeeks: 20 },
      { ...YEAR_2, noticeWeeks: 8 },
      { ...YEAR_3, noticeWeeks: null },
    ];
    expect(measure(lines, { ...WINDOW, from: YEAR_2.start })?.noticeWeeks).toEqual([8]);
  });

  it('belongs to the region, specialty and level of most days; of equals to the later', () => {
    expect(measure([{ ...YEAR_1, areaCode: 'XD-south' }, YEAR_2, YEAR_3])?.areaCode).toBe('XD-north');
    expect(
      measure([
        { ...YEAR_2, level: 'ST1' },
        { ...YEAR_3, level: 'ST2' },
      ])?.level,
    ).toBe('ST2');
  });

  it('refuses a window that ends before it begins', () => {
    expect(() => measure([YEAR_1], { ...WINDOW, from: '2026-08-01' })).toThrow(RangeError);
  });
});

describe('lines that can’t be used', () => {
  it('are set apart with their reason', () => {
    const lines = [
      placementLine(),
      placementLine(),
      placementLine({ end: '2024-07-31' }),
      placementLine({ start: '2024-02-30' }),
      placementLine({ wte: 0 }),
      placementLine({ wte: 1.2 }),
      placementLine({ noticeWeeks: -1 }),
    ];
    const { placements, faults } = checkPlacements(lines);
    expect(placements).toHaveLength(1);
    expect(faults.map(({ fault }) => fault)).toEqual([
      'duplicate',
      'ends_before_start',
      'no_such_day',
      'wte_out_of_range',
      'wte_out_of_range',
      'notice_out_of_range',
    ]);
  });
});

describe('any placements', () => {
  const line = fc
    .record({
      offset: fc.integer({ min: 0, max: 1_500 }),
      length: fc.integer({ min: 0, max: 500 }),
      siteCode: fc.constantFrom('S1', 'S2', 'S3'),
      employerCode: fc.constantFrom('E1', 'E2'),
      level: fc.constantFrom('ST1', 'ST2'),
      wte: fc.constantFrom(0.4, 0.6, 1),
      traineeRef: fc.constantFrom('T1', 'T2'),
    })
    .map(({ offset, length, ...rest }) => {
      const start = dayAfter('2022-01-01', offset);
      return placementLine({ ...rest, start, end: dayAfter(start, length) });
    });
  const lines = fc.array(line, { maxLength: 10 });
  const measured = (given: readonly Placement[]) =>
    stabilityByTrainee(checkPlacements(given).placements, WINDOW).toSorted((a, b) =>
      a.traineeRef < b.traineeRef ? -1 : 1,
    );

  it('make a line of spells that never overlap and cover every recorded day once', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const one = checkPlacements(given).placements.filter(({ traineeRef }) => traineeRef === 'T1');
        const spells = timelineOf(one);
        const days = new Set(
          one.flatMap(({ startDay, endDay }) => Array.from({ length: endDay - startDay + 1 }, (_, i) => startDay + i)),
        );
        expect(spells.reduce((sum, { startDay, endDay }) => sum + endDay - startDay + 1, 0)).toBe(days.size);
        spells.forEach((spell, i) => {
          expect(spell.startDay).toBeGreaterThan(spells[i - 1]?.endDay ?? Number.NEGATIVE_INFINITY);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('give the same in any order, and with lines repeated', () => {
    fc.assert(
      fc.property(lines, (given) => {
        expect(measured([...given].reverse())).toEqual(measured(given));
        expect(measured([...given, ...given])).toEqual(measured(given));
      }),
    );
  });

  it('give the same where a line without another beside it is cut in two', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 500 }), (whole, at) => {
        const length = dayNumber(whole.end) - dayNumber(whole.start);
        fc.pre(at < length);
        const end = dayAfter(whole.start, at);
        const cut = [
          { ...whole, end },
          { ...whole, start: dayAfter(end) },
        ];
        expect(measured(cut)).toEqual(measured([whole]));
      }),
    );
  });

  it('end at most one stay more than they have moves, and have no move where all are at one site', () => {
    fc.assert(
      fc.property(lines, (given) => {
        for (const { siteMoves, moveKm, stayDays } of measured(given)) {
          expect(siteMoves).toBeGreaterThanOrEqual(stayDays.length - 1);
          expect(moveKm).toEqual([]);
        }
        const atOne = given.map((one) => ({ ...one, siteCode: 'S1' }));
        expect(measured(atOne).map(({ siteMoves }) => siteMoves)).toEqual(measured(atOne).map(() => 0));
      }),
    );
  });
});
