import { describe, expect, test } from 'vitest';
import { ENGLAND_AREA, figureOf, NORTH_EAST_AND_YORKSHIRE as REGION, YORKSHIRE } from './figure-fixture';
import type { AreaInput, FigureInput } from './figure-input';
import { underDoctoredDefinitions } from './under-doctored';

const ALLOCATION = { period: { label: '2025/26', end: '2026-03-31' } };
const JUNE_2018 = { period: { label: '30 June 2018', end: '2018-06-30' }, stale: true };
const ENGLAND = [
  figureOf(ENGLAND_AREA, 'gp-fte-per-10k', 4.2955),
  figureOf(ENGLAND_AREA, 'need-index-core', 1, ALLOCATION),
  figureOf(ENGLAND_AREA, 'need-index-primary-care', 1, ALLOCATION),
  figureOf(ENGLAND_AREA, 'hospital-doctors-per-100k', 192.6235, JUNE_2018),
];
const REGION_FIGURES = [
  figureOf(REGION, 'hospital-doctors-per-100k', 195.9589, JUNE_2018),
  figureOf(REGION, 'need-index-core', 1.06017, ALLOCATION),
  figureOf(REGION, 'ters-posts', 137, { period: { label: '2021/22', end: '2022-07-31' }, stale: true }),
];

const outcomeFor = (area: AreaInput, figures: readonly FigureInput[], name: string) =>
  underDoctoredDefinitions({ area, figures, comparators: ENGLAND }).find(({ definition }) => definition.name === name)
    ?.outcome;

describe('underDoctoredDefinitions', () => {
  test('always lists every definition, computed or not', () => {
    const rows = underDoctoredDefinitions({ area: YORKSHIRE, figures: [], comparators: ENGLAND });
    expect(rows.map(({ definition }) => definition.id)).toEqual([
      'E1',
      'E2',
      'E3',
      'E4',
      'E5',
      'E6',
      'E6',
      'E7',
      'E8',
      'E9',
      'E10',
      'E11',
    ]);
    expect(rows.every(({ outcome }) => outcome.kind === 'not_computed' && outcome.reason.length > 0)).toBe(true);
  });

  test('computes the relative gap in hospital doctors, dated and marked old', () => {
    const outcome = outcomeFor(REGION, REGION_FIGURES, 'Relative gap, hospital doctors');
    expect(outcome).toMatchObject({ text: '−4.0% against England', date: '30 June 2018; 2025/26', stale: true });
  });

  test('counts the listed hard-to-recruit posts', () => {
    expect(outcomeFor(REGION, REGION_FIGURES, 'Hard to recruit (TERS)')).toMatchObject({
      value: 137,
      date: '2021/22',
      stale: true,
    });
  });

  test('computes patients per GP only from GPs for the whole area', () => {
    expect(outcomeFor(ENGLAND_AREA, ENGLAND, 'Patients per fully qualified GP')).toMatchObject({
      text: '2,328 patients per fully qualified GP (FTE)',
      date: '2024',
      stale: false,
    });
    expect(outcomeFor(REGION, REGION_FIGURES, 'Patients per fully qualified GP')).toMatchObject({
      kind: 'not_computed',
    });
  });

  test('never uses the ratio that counts trainees and locums', () => {
    const trap = figureOf(REGION, 'patients-per-gp-incl-trainees', 1800);
    const rows = underDoctoredDefinitions({ area: REGION, figures: [trap], comparators: ENGLAND });
    expect(rows.every(({ outcome }) => outcome.kind === 'not_computed')).toBe(true);
  });

  test('does not compare England with itself', () => {
    expect(outcomeFor(ENGLAND_AREA, ENGLAND, 'Relative gap, GPs')).toEqual({
      kind: 'not_computed',
      reason: 'This area is the comparator.',
    });
  });
});
