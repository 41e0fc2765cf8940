import { describe, expect, it } from 'vitest';
import { TOTAL } from '@/lib/domain/disclosure/count-table';
import { protectTable } from '@/lib/domain/disclosure/protect-table';
import type { ProtectedTable } from '@/lib/domain/disclosure/protected-table';
import { meetsNotice, type NoticeWeeks } from './notice-rule';
import { peopleTable } from './people-table';
import { checkPlacements } from './placement';
import { placementLine } from './placement-fixture';
import { protectedFigures, STABILITY_OUTPUTS, type StabilityFigure, type StabilityOutput } from './protected-stability';
import { groupsOfAll, type StabilityGroup, stabilityGroups } from './stability-groups';
import { rateOf } from './stability-rates';
import { STABILITY_RULES } from './telling-rates';
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

const at = (area: string, breakdown: string) => groupFor(groupsOfAll(TRAINEES, TOTAL), area, breakdown);
const outputFor = (indicatorId: string, step: NoticeWeeks | null = null) => {
  const found = STABILITY_OUTPUTS.find((output) => output.indicatorId === indicatorId && output.step === step);
  if (!found) throw new Error(`no output ${indicatorId}`);
  return found;
};
const GROUPS = groupsOfAll(TRAINEES, TOTAL);

const protectedTables = (output: StabilityOutput, earlier: readonly ProtectedTable[] = []) =>
  Object.values(output.tables).map((behind) => {
    const { counts, sensitive } = peopleTable(GROUPS, behind, earlier);
    const outcome = protectTable(counts, STABILITY_RULES, { owners: ['columns'], earlier, sensitive });
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    return outcome.table;
  });
const figuresFor = (indicatorId: string, step: NoticeWeeks | null = null) => {
  const output = outputFor(indicatorId, step);
  return protectedFigures(GROUPS, output, protectedTables(output));
};
const kindAt = (figures: readonly StabilityFigure[], area: string, breakdown: string) =>
  figures.find((figure) => figure.areaCode === area && figure.breakdown === breakdown)?.measure.kind;

describe('the 12/8/6-week rule', () => {
  it('is met only where every known notice meets it, and unknown where none is known', () => {
    expect([meetsNotice([12, 20], 12), meetsNotice([12, 7], 12), meetsNotice([12, 7], 6)]).toEqual([true, false, true]);
    expect(meetsNotice([], 6)).toBeNull();
  });

  it('is published as a share of trainees, part and base rounded to 5 as they are shown', () => {
    const south = figuresFor('placement-notice-met', 12).find(
      ({ areaCode, breakdown }) => areaCode === 'XD-south' && breakdown === 'all',
    );
    expect(at('XD-south', 'all')).toMatchObject({ traineesWithNotice: 75, traineesMeeting: { 12: 52, 8: 52, 6: 75 } });
    expect(south).toMatchObject({ numerator: 50, denominator: 75, measure: { kind: 'value', value: 50 / 75 } });
  });
});

describe('people behind a figure', () => {
  it('are counted by specialty and level within it, and by region', () => {
    const behind = ({ trainees }: StabilityGroup) => ({ people: trainees, isTelling: false });
    const { counts } = peopleTable(GROUPS, behind, []);
    expect(counts.columns).toEqual(['XD-north', 'XD-south']);
    expect(counts.rows.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual([
      'general_practice',
      'medicine',
      'surgery',
    ]);
    expect(counts.counts).toEqual({
      'general_practice ST1': [40, 25],
      'medicine ST1': [30, 30],
      'surgery ST1': [3, 20],
    });
  });

  it('are no cell where nobody is, unless a table hid it before', () => {
    const behind = ({ traineesMeasured }: StabilityGroup) => ({ people: traineesMeasured, isTelling: false });
    expect(peopleTable(GROUPS, behind, []).counts.counts['general_practice ST1']).toEqual([10, null]);
    const hid: ProtectedTable = {
      ruleSet: 'nhs_subnational_1_to_7',
      columns: ['XD-south'],
      rows: [
        { code: 'general_practice ST1', parent: 'general_practice', cells: [{ kind: 'suppressed' }] },
        { code: 'radiology ST2', parent: 'radiology', cells: [{ kind: 'suppressed' }] },
      ],
    };
    const { counts } = peopleTable(GROUPS, behind, [hid]).counts;
    expect(counts['general_practice ST1']).toEqual([10, 0]);
    expect(counts['radiology ST2']).toEqual([null, 0]);
  });
});

describe('figures as they may be shown', () => {
  it.each(STABILITY_OUTPUTS)(
    '$indicatorId $step: never of a group of three, nor of all that it could be found from',
    (output) => {
      const figures = protectedFigures(GROUPS, output, protectedTables(output));
      expect(kindAt(figures, 'XD-north', 'surgery')).toBe('suppressed');
      const hidden = figures.filter(
        ({ areaCode, breakdown, measure }) =>
          areaCode === 'XD-north' && !breakdown.includes(' ') && measure.kind === 'suppressed',
      );
      expect(hidden.length).toBeGreaterThan(1);
    },
  );

  it('have one decimal and no counts beside a rate', () => {
    const all = figuresFor('placement-site-moves').find(
      ({ areaCode, breakdown }) => areaCode === 'XD-north' && breakdown === 'all',
    );
    expect(all).toMatchObject({ numerator: null, denominator: null, measure: { kind: 'value', value: 0.4 } });
  });

  it('withhold moves where from 1 to 7 people moved, and a distance of few people', () => {
    expect(at('XD-south', 'medicine')).toMatchObject({ trainees: 30, siteMoves: 3, traineesMeasured: 3 });
    expect(kindAt(figuresFor('placement-site-moves'), 'XD-south', 'medicine')).toBe('suppressed');
    expect(kindAt(figuresFor('placement-move-distance'), 'XD-south', 'medicine')).toBe('suppressed');
    expect(kindAt(figuresFor('placement-move-distance'), 'XD-south', 'general_practice')).toBe('not_applicable');
  });

  it('withhold a rate of a group below the smallest base that is all alike, and show it of a larger one', () => {
    expect(at('XD-south', 'surgery').telling).toContain('site_moves');
    expect(at('XD-south', 'general_practice')).toMatchObject({ trainees: 25, siteMoves: 0, telling: [] });
  });

  it('withhold a cell that stays hidden though nobody is in it any more', () => {
    const output = outputFor('placement-site-moves');
    const hid: ProtectedTable = {
      ruleSet: 'nhs_subnational_1_to_7',
      columns: ['XD-south'],
      rows: [{ code: 'radiology ST2', parent: 'radiology', cells: [{ kind: 'suppressed' }] }],
    };
    const figures = protectedFigures(GROUPS, output, protectedTables(output, [hid]));
    expect(kindAt(figures, 'XD-south', 'radiology ST2')).toBe('suppressed');
  });
});
