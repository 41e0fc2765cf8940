import { describe, expect, it } from 'vitest';
import { absentCell } from './chart-cell';
import { viewOf } from './journey-view-fixture';
import { toProjection, toStageRows } from './stage-rows';
import { projectionTable, projectionTitle, stageAlternative, stageTable, stageTitle } from './stage-words';

const REGIONS = ['A', 'B'];
const nameOf = (code: string) => code;
const stages = [
  { step: 'home_to_school', view: viewOf({ A: [60, 40], B: [0, 100] }, ['A', 'B']) },
  { step: 'school_to_foundation', view: viewOf({ A: [50, 0, 50], B: [70, 70, 0] }, ['A', 'B', 'left']) },
] as const;

describe('stage matrices', () => {
  it('give who stayed, who was lost, and the Gini of arrivals', () => {
    const [first, second] = toStageRows(stages, REGIONS);
    expect(first).toMatchObject({ sum: { people: 200 }, stayed: 0.8, lost: 0, withheld: 0 });
    // Arrivals 60 and 140: (140 − 60) ÷ (2 × 200).
    expect(first?.gini).toBeCloseTo(0.2, 12);
    expect(second).toMatchObject({ sum: { people: 240 }, stayed: 0.5 });
    expect(second?.lost).toBeCloseTo(50 / 240, 12);
  });

  it('leave cells that aren’t loaded out and count them; nobody at all gives no figure', () => {
    const [held] = toStageRows(
      [{ step: 'home_to_school', view: viewOf({ A: [60, 'x'], B: ['x', 30] }, ['A', 'B']) }],
      REGIONS,
    );
    expect(held).toMatchObject({ sum: { people: 90 }, stayed: 1, withheld: 2 });
    const [empty] = toStageRows([{ step: 'home_to_school', view: viewOf({ A: ['low', 0] }, ['A', 'B']) }], REGIONS);
    expect(empty).toMatchObject({ sum: { people: null, kind: 'low' }, stayed: null, lost: null, gini: null });
    expect(stageTitle(empty ? [empty] : [])).toBe(
      'Evenness can’t be worked out: too few people are shown, or counts are withheld',
    );
    expect(stageTable(empty ? [empty] : []).rows[0]?.slice(1)).toEqual([
      absentCell('low', 'low'),
      ...Array(3).fill(absentCell('not_applicable', 'not applicable')),
      { value: 0, text: '0' },
    ]);
  });

  it('say nothing of everybody where a count is withheld, or too few are shown', () => {
    const of = (cells: Parameters<typeof viewOf>[0]) =>
      toStageRows([{ step: 'home_to_school', view: viewOf(cells, ['A', 'B']) }], REGIONS)[0];
    const nothing = { stayed: null, lost: null, gini: null, matrix: null };
    expect(of({ A: ['c', 40], B: [20, 100] })).toMatchObject(nothing);
    expect(of({ A: [60, 'c'], B: [20, 100] })).toMatchObject({ ...nothing, withheld: 1 });
    expect(of({ A: ['x', 40], B: [20, 100] })).toMatchObject(nothing);
    // Those whose origin isn’t known arrive as well.
    expect(of({ A: [60, 40], B: [20, 100], unknown: ['c', 5] })).toMatchObject(nothing);
    expect(of({ A: [5, 5], B: [0, 5] })).toMatchObject(nothing);
  });

  it('are carried on: 1,000 people by the shares of each stage, less those lost', () => {
    const projected = toProjection(toStageRows(stages, REGIONS), REGIONS) ?? [];
    const rounded = projected.map(({ code, perThousand }) => [code, ...perThousand.map((value) => Math.round(value))]);
    // Homes 100 and 100; A at school 300, B 700; at foundation A 150 + 350, B 350.
    expect(rounded).toEqual([
      ['A', 500, 300, 500],
      ['B', 500, 700, 350],
    ]);
    expect(projectionTable(projected, toStageRows(stages, REGIONS), nameOf).rows.at(-1)).toEqual([
      'All regions',
      { value: 1000, text: '1,000' },
      { value: 1000, text: '1,000' },
      { value: 850, text: '850' },
    ]);
    expect(projectionTitle(projected, nameOf)).toBe(
      'Carried through the stages, A gains most: from 50.0% of people to 58.8%',
    );
  });

  it('are told in a sentence', () => {
    const rows = toStageRows(stages, REGIONS);
    expect(stageTitle(rows)).toBe('Arrivals are least even over the regions at medical school (Gini 0.20)');
    expect(stageAlternative(rows)).toBe(
      'Home to medical school: Gini 0.20, 80% stayed in the region; Medical school to foundation training: Gini 0.13, 50% stayed in the region.',
    );
  });
});
