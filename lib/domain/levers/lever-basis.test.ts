import { describe, expect, it } from 'vitest';
import { RATE_PARAMETERS } from '@/lib/domain/pathway-rates/rate-parameters';
import { PATHWAY_LEVERS } from './catalogue/pathway-levers';
import { EVIDENCE_TABLE } from './evidence/evidence-table';
import { MODEL_SUBJECTS } from './evidence/model-subjects';
import { ownParametersOf, rowsBehind, sharedParametersOf } from './lever-basis';
import { LEVER_PARAMETERS } from './lever-parameters';

const codes = EVIDENCE_TABLE.map(({ code }) => code);
const leverOf = (id: string) => {
  const lever = PATHWAY_LEVERS.find((one) => one.id === id);
  if (!lever) throw new Error(id);
  return lever;
};

describe('what levers and the model rest on', () => {
  it('puts every row of the evidence with a lever or a subject of the model', () => {
    const shown = new Set([...PATHWAY_LEVERS.flatMap(rowsBehind), ...MODEL_SUBJECTS.flatMap(({ rows }) => rows)]);
    expect(codes.filter((code) => !shown.has(code))).toEqual([]);
    expect([...shown].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('puts every number with a lever or one subject, together with its rows', () => {
    const ofLevers = new Set([
      ...PATHWAY_LEVERS.flatMap(ownParametersOf),
      ...MODEL_SUBJECTS.flatMap((one) => one.levers),
    ]);
    expect(Object.keys(LEVER_PARAMETERS).filter((id) => ![...ofLevers].some((one) => one === id))).toEqual([]);
    expect(MODEL_SUBJECTS.flatMap(({ rates }) => rates).toSorted()).toEqual(Object.keys(RATE_PARAMETERS).toSorted());
    const apart = MODEL_SUBJECTS.flatMap(({ levers, rates, rows }) =>
      [...levers.map((id) => LEVER_PARAMETERS[id]), ...rates.map((id) => RATE_PARAMETERS[id])]
        .flatMap((one): readonly string[] => one.rows)
        // Rows of one lever (S7, S8 …) are in its own drawer; stage rates (T, C) are no rows of this table.
        .filter((code) => codes.includes(code) && !rows.includes(code)),
    );
    expect(
      [...new Set(apart)].filter((code) => !PATHWAY_LEVERS.some((lever) => rowsBehind(lever).includes(code))),
    ).toEqual([]);
  });

  it('tells the numbers of a lever from those of all', () => {
    expect(ownParametersOf(leverOf('golden-hello'))).toEqual([]);
    expect(sharedParametersOf(leverOf('golden-hello'))).toEqual(['b', 'gamma', 'rho']);
    expect(ownParametersOf(leverOf('ltft-flexibility'))).toEqual(['dU_ltft', 'hr_ltft']);
    expect(ownParametersOf(leverOf('bonded-return-of-service'))).toContain('ros_complete');
    expect(sharedParametersOf(leverOf('coaching'))).toEqual([]);
    expect(rowsBehind(leverOf('one-region-guarantee'))).toEqual(['S1', 'A1', 'A1′', 'A1″']);
  });
});
