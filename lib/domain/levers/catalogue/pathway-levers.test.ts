import { describe, expect, it } from 'vitest';
import json from '@/db/seeds/published/levers.json';
import { EVIDENCE_TABLE } from '@/lib/domain/levers/evidence/evidence-table';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { LEVER_PARAMETERS } from '@/lib/domain/levers/lever-parameters';
import { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { PathwayParameter } from '@/lib/domain/levers/pathway-parameter';
import { PATHWAY_LEVERS } from './pathway-levers';

const round = LeverCatalogue.parse(json);
const codes = EVIDENCE_TABLE.map(({ code }) => code);
const pathwayOf = (id: string) => PATHWAY_LEVERS.find((lever) => lever.id === id);

describe('the levers of the pathway', () => {
  it('keep every id of the recruitment round, so that stored scenarios still mean the same', () => {
    expect(round.levers.map(({ id }) => id).filter((id) => pathwayOf(id) === undefined)).toEqual([]);
    expect(new Set(PATHWAY_LEVERS.map(({ id }) => id)).size).toBe(PATHWAY_LEVERS.length);
  });

  it('say of those levers what the round says: family, certainty, and whether they start switched on', () => {
    const differing = round.levers.filter((lever) => {
      const own = pathwayOf(lever.id);
      return (
        own?.family !== lever.family ||
        own.certainty !== lever.certainty ||
        own.offByDefault !== lever.offByDefault ||
        own.name !== lever.name
      );
    });
    expect(differing.map(({ id }) => id)).toEqual([]);
  });

  it('share their distributions with the round', () => {
    const { b, rho, wta_location, wta_workcond, wta_partner, q_move_avoided, dU_longer_site } = LEVER_PARAMETERS;
    expect(b.distribution).toEqual(round.shared.bPerPctPay.distribution);
    expect(rho.distribution).toEqual(round.shared.packageRho.distribution);
    const drawn = round.levers.flatMap(({ effect }) =>
      effect.kind === 'wta' ? effect.factors.map(({ distribution }) => distribution) : [],
    );
    for (const { distribution } of [wta_location, wta_workcond, wta_partner, q_move_avoided]) {
      expect(drawn).toContainEqual(distribution);
    }
    const direct = round.levers.flatMap(({ effect }) => (effect.kind === 'direct' ? [effect.distribution] : []));
    expect(direct).toContainEqual(dU_longer_site.distribution);
  });

  it('parse, rest on rows of the evidence table, and rest on every row that is a lever', () => {
    expect(PATHWAY_LEVERS.filter((lever) => !PathwayLever.safeParse(lever).success)).toEqual([]);
    expect(PATHWAY_LEVERS.flatMap(({ rows }) => rows).filter((row) => !codes.includes(row))).toEqual([]);
    const own = new Set(PATHWAY_LEVERS.map(({ rows }) => rows[0]));
    expect(EVIDENCE_TABLE.filter(({ code, use }) => use === 'lever' && !own.has(code))).toEqual([]);
  });

  it('are off where there is no evidence, and have the certainty of their own row', () => {
    const wrong = PATHWAY_LEVERS.filter((lever) => lever.offByDefault !== (lever.certainty === 'none'));
    expect(wrong.map(({ id }) => id)).toEqual([]);
    // The direction of payments for a place is moderate; the size of a supplement is that of the golden hello.
    const differing = PATHWAY_LEVERS.filter(
      (lever) => EVIDENCE_TABLE.find(({ code }) => code === lever.rows[0])?.certainty !== lever.certainty,
    );
    expect(differing.map(({ id }) => id)).toEqual(['pay-supplement']);
  });

  it('charge a payment made once whole over their years', () => {
    const once = PATHWAY_LEVERS.filter(({ cost }) => cost.isPaidOnce);
    expect(
      once.map(({ id, entry, cost }) => [id, entry.kind === 'pay' ? entry.perYear * cost.yearsPaid : null]),
    ).toEqual([['golden-hello', 1]]);
  });

  it('count payments as studied up to the one that the money scale is read from, as £ a year', () => {
    const gbpAYear = PATHWAY_LEVERS.flatMap(({ id, entry, intensity: { studiedUpTo } }) =>
      entry.kind === 'pay' ? [[id, Math.round((studiedUpTo ?? Number.NaN) * entry.perYear)] as const] : [],
    );
    expect(Object.fromEntries(gbpAYear)).toEqual({
      'golden-hello': 6_667,
      'pay-supplement': 6_667,
      'relocation-support': 6_667,
      'housing-support': 6_660,
      'childcare-support': 6_667,
      'study-budget': 6_667,
    });
  });

  it('start within what was studied and their dial', () => {
    const wrong = PATHWAY_LEVERS.filter(
      ({ intensity: { least, suggested, most, studiedUpTo } }) =>
        !(least <= suggested && suggested <= Math.min(most, studiedUpTo ?? most)),
    );
    expect(wrong).toEqual([]);
  });

  it('have parameters that parse and rest on rows of the table; what is assumed has no certainty of its own', () => {
    const all: PathwayParameter[] = Object.values(LEVER_PARAMETERS);
    expect(all.filter((one) => !PathwayParameter.safeParse(one).success)).toEqual([]);
    expect(all.flatMap(({ rows }) => rows).filter((row) => !codes.includes(row))).toEqual([]);
    const surely = all.filter(({ reading, certainty }) => reading === 'assumption' && certainty === 'moderate');
    expect(surely).toEqual([]);
  });

  it('refuse a parameter that there is none of', () => {
    const [lever] = PATHWAY_LEVERS;
    const odd = { ...lever, entry: { kind: 'direct', parameter: 'toString' } };
    expect(PathwayLever.safeParse(odd).success).toBe(false);
  });
});
