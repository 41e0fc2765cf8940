import { describe, expect, it } from 'vitest';
import { isInYear, placementYears } from './placement-year';

const labels = (first: string, last: string, today = '2026-11-22') =>
  placementYears({ first, last }, today).map(({ label }) => label);

describe('placement years', () => {
  it('run from August to July, need placements from before them, and are over', () => {
    expect(placementYears({ first: '2023-02-01', last: '2024-08-06' }, '2026-11-22')).toEqual([
      { from: '2023-08-01', to: '2024-07-31', label: 'Aug 2023 to Jul 2024' },
    ]);
    expect(labels('2023-08-01', '2025-08-05')).toEqual(['Aug 2024 to Jul 2025']);
    expect(labels('2024-08-07', '2027-02-02', '2026-07-31')).toEqual([]);
    expect(labels('2024-08-07', '2027-02-02', '2026-08-01')).toEqual(['Aug 2025 to Jul 2026']);
    expect(labels('2024-08-07', '2025-07-31')).toEqual([]);
  });

  it('count who has four weeks of placements in them: a rotation that ends on 5 August is of the year before', () => {
    expect([isInYear({ days: 5 }), isInYear({ days: 27 }), isInYear({ days: 28 })]).toEqual([false, false, true]);
  });
});
