import { describe, expect, it } from 'vitest';
import { isInYear, type PlacementSpan, placementYears } from './placement-year';

const TODAY = '2026-11-22';
const spanOf = (first: string, last: string, areaCode = 'A'): PlacementSpan => ({ areaCode, first, last });
const labels = (first: string, last: string, today = TODAY) =>
  placementYears([spanOf(first, last)], today).map(({ label }) => label);
const areasOf = (spans: readonly PlacementSpan[]) =>
  placementYears(spans, TODAY).map(({ from, covering, inPart }) => [from.slice(0, 4), covering, inPart]);

describe('placement years', () => {
  it('run from August to July, need placements from before them, and are over', () => {
    expect(placementYears([spanOf('2023-02-01', '2024-08-06')], TODAY)).toEqual([
      { from: '2023-08-01', to: '2024-07-31', label: 'Aug 2023 to Jul 2024', covering: ['A'], inPart: [] },
    ]);
    expect(labels('2023-08-01', '2025-08-05')).toEqual(['Aug 2024 to Jul 2025']);
    expect(labels('2024-08-07', '2027-02-02', '2026-07-31')).toEqual([]);
    expect(labels('2024-08-07', '2027-02-02', '2026-08-01')).toEqual(['Aug 2025 to Jul 2026']);
    expect(labels('2024-08-07', '2025-07-31')).toEqual([]);
    expect(placementYears([], TODAY)).toEqual([]);
  });

  it('are of each area by itself: one that joins the file late, or leaves it early, has a part of a year', () => {
    expect(areasOf([spanOf('2021-02-03', '2025-08-05'), spanOf('2023-08-02', '2024-12-31', 'B')])).toEqual([
      ['2021', ['A'], []],
      ['2022', ['A'], []],
      ['2023', ['A'], ['B']],
      ['2024', ['A'], ['B']],
    ]);
  });

  it('that no area covers are left out of both, though areas do together', () => {
    expect(areasOf([spanOf('2023-02-01', '2024-02-06'), spanOf('2024-02-07', '2024-08-06', 'B')])).toEqual([
      ['2023', [], ['A', 'B']],
    ]);
  });

  it('don’t have an area in part whose rotations only end in them', () => {
    expect(areasOf([spanOf('2022-02-02', '2024-08-06'), spanOf('2022-02-02', '2025-08-05', 'B')])).toEqual([
      ['2022', ['A', 'B'], []],
      ['2023', ['A', 'B'], []],
      ['2024', ['B'], []],
    ]);
  });

  it('count who has four weeks of placements in them: a rotation that ends on 5 August is of the year before', () => {
    expect([isInYear({ days: 5 }), isInYear({ days: 27 }), isInYear({ days: 28 })]).toEqual([false, false, true]);
  });
});
