import { describe, expect, it } from 'vitest';
import { arithmeticValue } from './arithmetic-fixture';
import { EvidenceRow } from './evidence-row';
import { EVIDENCE_TABLE } from './evidence-table';

const steps = EVIDENCE_TABLE.flatMap(({ code, steps: own }) => own.map((step) => ({ code, ...step })));
/** Half of the last digit shown. */
const rounding = (shown: number) => {
  const decimals = String(shown).split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
};

describe('the evidence table', () => {
  it('has every row of the evidence, once', () => {
    expect(EVIDENCE_TABLE.map(({ code }) => code)).toEqual([
      ...['M1', 'M2', 'M3', 'M4', 'G1', 'P1', 'V1'],
      ...['A1', 'A1′', 'A1″', 'S1', 'S1b', 'S1c', 'S1d'],
      ...['S2', 'S3', 'S4', 'S5', 'S5b', 'S6', 'S7', 'S8', 'S8b'],
      ...['B1', 'B1b', 'B3', 'B4', 'B4b', 'B5', 'B15', 'B6', 'B7', 'B8', 'B9', 'B13'],
      ...['B2', 'B10', 'B10b', 'B11', 'B12', 'B14', 'B16', 'B17'],
    ]);
  });

  it('is whole: every row parses, and names a study or says that it is derived or assumed', () => {
    expect(EVIDENCE_TABLE.filter((row) => !EvidenceRow.safeParse(row).success)).toEqual([]);
    const bare = EVIDENCE_TABLE.filter((row) => row.studies.length === 0);
    expect(bare.map(({ reading }) => reading)).toEqual(['derived', 'derived', 'assumption']);
  });

  it.each(steps)('$code: $what = $calculation', ({ calculation, result }) => {
    const value = arithmeticValue(calculation);
    expect(Math.abs(value - result)).toBeLessThanOrEqual(Math.max(rounding(result), 0.005 * Math.abs(result)));
  });

  it('works out at least one step for each lever but the one without an identified effect', () => {
    const without = EVIDENCE_TABLE.filter(({ use, steps: own }) => use === 'lever' && own.length === 0);
    expect(without.map(({ code }) => code)).toEqual(['B15']);
  });
});

describe('arithmeticValue', () => {
  it.each([
    ['1 + 2 × 3', 7],
    ['−(1 − 3) ÷ 4', 0.5],
    ['exp(ln(2)) − logit(0.5)', 2],
  ])('%s', (text, want) => {
    expect(arithmeticValue(text)).toBeCloseTo(want, 12);
  });

  it('refuses what is no arithmetic', () => {
    expect(() => arithmeticValue('two')).toThrow();
    expect(() => arithmeticValue('(1')).toThrow();
    expect(() => arithmeticValue('1 2')).toThrow();
  });
});
