import { describe, expect, it } from 'vitest';
import { regimeLines } from './compare-rows';

const run = (name: string, startYear: number, regime = 'After the Act of 2026.') => ({
  name,
  result: { regime, summary: { startYear }, scenario: { years: 15 } },
});
const SAME = '2026 to 2040, counted from the recruitment of 2026. After the Act of 2026.';

describe('years and rules of compared runs', () => {
  it('are said once where all runs share them', () => {
    expect(regimeLines([run('A', 2026), run('B', 2026)])).toEqual({ isOne: true, lines: [SAME] });
    expect(regimeLines([])).toEqual({ isOne: true, lines: [] });
  });

  it('are said of each run where years or rules differ', () => {
    expect(regimeLines([run('A', 2026), run('B', 2025)])).toEqual({
      isOne: false,
      lines: [`A: ${SAME}`, 'B: 2025 to 2039, counted from the recruitment of 2025. After the Act of 2026.'],
    });
    expect(regimeLines([run('A', 2026), run('B', 2026, 'Before the Act of 2026.')]).isOne).toBe(false);
  });
});
