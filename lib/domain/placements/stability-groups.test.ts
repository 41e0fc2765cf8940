import { describe, expect, it } from 'vitest';
import { protectTable } from '@/lib/domain/disclosure/protect-table';
import { RULE_SETS, type RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { meetsNotice } from './notice-rule';
import { checkPlacements } from './placement';
import { placementLine } from './placement-fixture';
import { noticeShares, protectedStability, stayedShares, traineeCounts } from './protected-stability';
import { type StabilityGroup, stabilityGroups } from './stability-groups';
import { rateOf, STABILITY_RATES } from './stability-rates';
import { stabilityByTrainee } from './trainee-stability';

const SITES = new Map([
  ['S1', { latitude: 53.8, longitude: -1.55 }],
  ['S2', { latitude: 54.97, longitude: -1.61 }],
]);
const WINDOW = { from: '2024-08-01', to: '2025-07-31', sitePositions: SITES };

/** Trainees of a region for a year; the first `moving` of them change site and employer half way. */
const cohort = (areaCode: string, specialty: string, count: number, moving: number) =>
  Array.from({ length: count }, (_, i) => {
    const whole = placementLine({ traineeRef: `${areaCode} ${specialty} ${i}`, areaCode, specialty, noticeWeeks: 12 });
    if (i >= moving) return [whole];
    const second = { siteCode: 'S2', employerCode: 'E2', start: '2025-02-01', noticeWeeks: 7 };
    return [
      { ...whole, end: '2025-01-31' },
      { ...whole, ...second },
    ];
  }).flat();

const LINES = [
  ...cohort('XD-north', 'general_practice', 40, 10),
  ...cohort('XD-north', 'surgery', 3, 1),
  ...cohort('XD-north', 'medicine', 30, 15),
  ...cohort('XD-south', 'general_practice', 25, 0),
  ...cohort('XD-south', 'surgery', 20, 20),
  ...cohort('XD-south', 'medicine', 30, 3),
];
const TRAINEES = stabilityByTrainee(checkPlacements(LINES).placements, WINDOW);
const groupFor = (groups: readonly StabilityGroup[], area: string, breakdown: string) => {
  const found = groups.find((group) => group.areaCode === area && group.breakdown === breakdown);
  if (!found) throw new Error(`no group ${area} ${breakdown}`);
  return found;
};

describe('groups of trainees', () => {
  it.each(['all', 'specialty', 'level', 'specialty_level'] as const)('count each trainee once, by %s', (dimension) => {
    const groups = stabilityGroups(TRAINEES, dimension);
    expect(groups.reduce((sum, { trainees }) => sum + trainees, 0)).toBe(148);
    expect(groups.reduce((sum, { siteMoves }) => sum + siteMoves, 0)).toBe(49);
  });

  it('have moves per trainee-year, km per move, months per stay and weeks of notice', () => {
    const gp = groupFor(stabilityGroups(TRAINEES, 'specialty'), 'XD-north', 'general_practice');
    expect(gp).toMatchObject({ trainees: 40, siteMoves: 10, employerMoves: 10, traineesWithoutMove: 30, stays: 50 });
    expect(gp.traineeYears).toBeCloseTo((40 * 365) / 365.25, 9);
    expect(rateOf(gp, 'site_moves')).toBeCloseTo(10 / gp.traineeYears, 9);
    expect(rateOf(gp, 'move_km')).toBeCloseTo(130.2, 0);
    expect(rateOf(gp, 'stay_months')).toBeCloseTo((12 * gp.traineeYears) / 50, 9);
    expect(rateOf(gp, 'notice_weeks')).toBeCloseTo((40 * 12 + 10 * 7) / 50, 9);
  });

  it('have no rate where there is nothing to divide by', () => {
    const gp = groupFor(stabilityGroups(TRAINEES, 'specialty'), 'XD-south', 'general_practice');
    expect([rateOf(gp, 'site_moves'), rateOf(gp, 'move_km')]).toEqual([0, null]);
  });
});

describe('the 12/8/6-week rule', () => {
  it('is met only where every known notice meets it, and unknown where none is known', () => {
    expect([meetsNotice([12, 20], 12), meetsNotice([12, 7], 12), meetsNotice([12, 7], 6)]).toEqual([true, false, true]);
    expect(meetsNotice([], 6)).toBeNull();
  });

  it('gives shares of trainees, part and base, as shares are published', () => {
    const groups = stabilityGroups(TRAINEES, 'all');
    expect(noticeShares(groups, 12)).toEqual([
      { areaCode: 'XD-north', parent: null, counted: 73 - 26, base: 73 },
      { areaCode: 'XD-south', parent: null, counted: 75 - 23, base: 75 },
    ]);
    expect(noticeShares(groups, 6).map(({ counted }) => counted)).toEqual([73, 75]);
    expect(stayedShares(groups).map(({ counted }) => counted)).toEqual([47, 52]);
  });
});

describe('rates as they may be shown', () => {
  const groups = stabilityGroups(TRAINEES, 'specialty');
  const shownUnder = (id: RuleSetId, rate: (typeof STABILITY_RATES)[number]) => {
    const outcome = protectTable(traineeCounts(groups), RULE_SETS[id]);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    return { table: outcome.table, rates: protectedStability(groups, outcome.table, RULE_SETS[id], rate) };
  };

  it('withhold a group of three, and others with it so that it can’t be found by subtraction', () => {
    for (const rate of STABILITY_RATES) {
      const { rates } = shownUnder('nhs_subnational_1_to_7', rate);
      const hidden = rates.filter(({ measure }) => measure.kind === 'suppressed');
      expect(hidden).toContainEqual(expect.objectContaining({ areaCode: 'XD-north', breakdown: 'surgery' }));
      expect(hidden.filter(({ areaCode }) => areaCode === 'XD-north').length).toBeGreaterThan(1);
    }
  });

  it('show no rate where the count of trainees is withheld', () => {
    const { table, rates } = shownUnder('nhs_subnational_1_to_7', 'site_moves');
    for (const { areaCode, breakdown, measure } of rates) {
      const row = table.rows.find(({ code }) => code === areaCode);
      const cell = row?.cells[table.columns.indexOf(breakdown)];
      if (cell?.kind === 'suppressed') expect(measure.kind).toBe('suppressed');
    }
  });

  it('have one decimal and no counts beside them', () => {
    const { rates } = shownUnder('none', 'site_moves');
    const gp = rates.find(({ areaCode, breakdown }) => areaCode === 'XD-north' && breakdown === 'general_practice');
    expect(gp).toEqual({
      areaCode: 'XD-north',
      breakdown: 'general_practice',
      measure: { kind: 'value', value: 0.3, interval: null },
    });
  });

  it('withhold an average distance of fewer people than the rule asks for', () => {
    const { rates } = shownUnder('hesa_rounding_5', 'move_km');
    const medicine = rates.find(({ areaCode, breakdown }) => areaCode === 'XD-south' && breakdown === 'medicine');
    expect(medicine?.measure.kind).toBe('suppressed');
  });
});
