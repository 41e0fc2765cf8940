import { describe, expect, it } from 'vitest';
import { leavingShare, toCapitalEntry, toRatioBars, yearsOf } from './capital-rows';
import { leavingTitle, ratioAlternative, ratioTitle, relationAlternative } from './capital-words';
import { viewOf } from './journey-view-fixture';

const CAPITAL = { code: 'A', name: 'A' };
const view = viewOf({ A: [100, 60, 40, 10], B: [20, 80, 0, 0], C: [0, 10, 90, 0] }, ['A', 'B', 'C', 'left']);

const places = (annualPlaces: number | null) => (region: string) => ({
  region,
  annualPlaces,
  periodLabel: '2025',
  releaseId: 'r2',
});

describe('the relationship with the capital region', () => {
  it('is within, into, out of or neither, of those whose two regions are known', () => {
    const entry = toCapitalEntry(view, CAPITAL, 'School to foundation');
    expect(entry.parts.map(({ label, people }) => [label, people])).toEqual([
      ['Stayed within A', 100],
      ['Into A', 20],
      ['Out of A', 100],
      ['Never in A', 180],
    ]);
    expect(entry.people).toBe(400);
    expect(relationAlternative([entry])).toBe(
      'School to foundation, 400 people: stayed within A: 25%, into A: 5%, out of A: 25%, never in A: 45%.',
    );
  });

  it('gives no shares where a count is withheld, which may be large, and no 0% of what is withheld', () => {
    const hidden = viewOf({ A: ['c', 60, 40], B: [20, 80, 0], C: [15, 10, 90] }, ['A', 'B', 'C']);
    const entry = toCapitalEntry(hidden, CAPITAL, 'School to foundation');
    expect(entry.parts.map(({ share }) => share.kind)).toEqual(entry.parts.map(() => 'suppressed'));
    expect(leavingShare(hidden, (code) => code === 'A').kind).toBe('suppressed');
    expect(leavingShare(hidden, (code) => code === 'B')).toMatchObject({ kind: 'value', value: 0.2 });
    const into = viewOf({ A: [100, 60], B: ['c', 80] }, ['A', 'B']);
    const [, moved] = toCapitalEntry(into, CAPITAL, 'School to foundation').parts;
    expect([moved?.people, moved?.share.kind]).toEqual([null, 'suppressed']);
    expect(toCapitalEntry(into, CAPITAL, 'School to foundation').people).toBeNull();
    expect(leavingShare(into, (code) => code === 'B').kind).toBe('suppressed');
  });

  it('compares those who left the capital’s schools with those who left the others', () => {
    const here = leavingShare(view, (code) => code === 'A');
    const elsewhere = leavingShare(view, (code) => code !== 'A');
    expect(here).toMatchObject({ kind: 'value', value: 0.5 });
    expect(elsewhere).toMatchObject({ kind: 'value', value: 0.15 });
    expect(leavingTitle('A', here, elsewhere)).toBe(
      '50% left A after medical school; 15% left the region of their school elsewhere',
    );
    const small = leavingShare(viewOf({ A: [10, 5] }, ['A', 'B']), () => true);
    expect(leavingTitle('A', small, small)).toBe('How many leave A after medical school can’t be given');
  });
});

describe('graduates for each foundation place', () => {
  it('are a year’s graduates who were placed anywhere, over the region’s own places', () => {
    const bars = toRatioBars(view, ['A', 'B'].map(places(40)), 4);
    expect(bars.map(({ code, measure }) => [code, measure])).toEqual([
      ['A', { kind: 'value', value: 200 / 4 / 40, interval: null }],
      ['B', { kind: 'value', value: 100 / 4 / 40, interval: null }],
    ]);
    expect(ratioTitle(bars)).toBe(
      '1 of 2 regions has more graduates than foundation places; most in A (1.25 for each)',
    );
    expect(ratioAlternative(bars)).toContain('from 0.63 in B to 1.25 in A');
  });

  it('are not loaded where the places aren’t, and never divided by none', () => {
    expect(toRatioBars(view, [places(null)('A'), places(0)('B')], 4).map(({ measure }) => measure.kind)).toEqual([
      'not_loaded',
      'not_applicable',
    ]);
    expect(ratioTitle([])).toBe('Graduates for each foundation place can’t be given');
  });

  it('reads the years of a period from its label', () => {
    expect(['2016 to 2020', '2016-2018', '2020', 'all'].map(yearsOf)).toEqual([5, 3, 1, null]);
  });
});
