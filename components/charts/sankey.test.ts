import { describe, expect, it } from 'vitest';
import { viewOf } from './journey-view-fixture';
import { toSankey } from './sankey';
import { sankeyAlternative, sankeyTable, sankeyTitle } from './sankey-words';

const REGIONS = [
  { code: 'B', name: 'B' },
  { code: 'A', name: 'A' },
];
const first = viewOf({ A: [800, 100], B: ['c', 400] }, ['A', 'B']);
const second = viewOf({ A: [2500, 5, 295], B: [90, 310, 100] }, ['A', 'B', 'not_reached']);
const steps = [
  { from: 'home', to: 'medical school', view: first },
  { from: 'medical school', to: 'foundation training', view: second },
];

describe('a Sankey of stages', () => {
  it('has regions from north to south in every column, those who are nowhere yet last', () => {
    const sankey = toSankey(steps, REGIONS);
    expect(sankey?.columns.map(({ title, nodes }) => [title, nodes.map(({ code }) => code)])).toEqual([
      ['Home', ['B', 'A']],
      ['Medical school', ['B', 'A']],
      ['Foundation training', ['B', 'A', 'elsewhere']],
    ]);
  });

  it('draws heights in proportion to people, and no flow under 0.5% of its step', () => {
    const sankey = toSankey(steps, REGIONS);
    const [links] = sankey?.links ?? [];
    const heights = new Map(links?.map(({ from, to, height }) => [`${from} ${to}`, height]));
    expect((heights.get('A A') ?? 0) / (heights.get('A B') ?? 1)).toBeCloseTo(8, 1);
    expect(sankey?.links[1]?.some(({ from, to }) => from === 'A' && to === 'B')).toBe(false);
    expect(sankey?.undrawn).toEqual([0, 5]);
    expect(sankey?.withheld).toBe(1);
  });

  it('says in words what is drawn, what is too small and what is withheld', () => {
    const sankey = toSankey(steps, REGIONS);
    const stages = [
      { step: 'home_to_school', stayed: 0.92 },
      { step: 'school_to_foundation', stayed: 0.6 },
    ] as const;
    expect(sankeyTitle(stages)).toBe(
      'Fewest stay in the region between medical school and foundation training (60%), most between home and medical school (92%)',
    );
    expect(sankey && sankeyAlternative(sankey, stages)).toBe(
      'Stayed in the region: 92% from home to medical school, 60% from medical school to foundation training; those who left or aren’t known are counted as moved. Flows of under 0.5% of a step aren’t drawn: 5 people in all. 1 cell is withheld: its people are in no sum and no share.',
    );
    expect(sankey && sankeyTable(sankey).rows).toHaveLength(8);
  });

  it('is none where nobody can be shown', () => {
    expect(
      toSankey([{ from: 'home', to: 'medical school', view: viewOf({ A: ['c', 'low'] }, ['A', 'B']) }], REGIONS),
    ).toBeNull();
    expect(toSankey([], REGIONS)).toBeNull();
  });
});
