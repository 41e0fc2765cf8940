import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { type EntrantsInput, entrantsModel } from './entrants-model';
import { foundationModel } from './foundation-model';
import { journeyCells } from './planted-fixture';
import { returnModel } from './return-model';
import { schoolSentences } from './school-sentences';
import { shareModel } from './share-model';
import { slopesByFounding } from './slopes-by-founding';

const cells = journeyCells(modelWith(), [2010, 2011]);
const input: EntrantsInput = { ...cells.places, entrants: cells.entrants };
const refusal = (reason: string) => ({ kind: 'refused', reason });
const computedOf = <T extends { readonly kind: string }>(outcome: T): Exclude<T, { kind: 'refused' }> => {
  const isComputed = (one: T): one is Exclude<T, { kind: 'refused' }> => one.kind === 'computed';
  if (!isComputed(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
};
const nobody = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(() => 0));
const places = (amount: number) => ({
  ...cells.places,
  authorities: cells.places.authorities.slice(0, amount),
  distancesKm: cells.places.distancesKm.map((row) => row.slice(0, amount)),
});

describe('what the models do without', () => {
  it('leaves out schools without entrants and says so', () => {
    const model = computedOf(entrantsModel(input));
    expect(model.diagnostics.leftOut).toEqual([
      { what: 'school', code: 'xd-zephrane', reason: 'no_events' },
      { what: 'school', code: 'xd-ulvenreach', reason: 'no_events' },
    ]);
    expect(model.n).toBe(12 * 60);
    expect(model.slopes[0]?.schools).toHaveLength(12);
  });

  it('shows a school with three entrants by what the others have in common, with their spread as its interval', () => {
    const few = cells.entrants.map((row, j) => row.map((count, i) => (j === 0 ? Number(i === 4) * 3 : count)));
    const model = computedOf(entrantsModel({ ...input, entrants: few }));
    expect(model.diagnostics.leftOut).toContainEqual({
      what: 'school',
      code: 'xd-quillmarch',
      reason: 'too_few_values',
    });
    expect(model.coefficients.some(({ term }) => term.startsWith('xd-quillmarch'))).toBe(false);
    for (const { average, spread, schools } of model.slopes) {
      const shown = schools.find(({ school }) => school === 'xd-quillmarch');
      expect(shown).toMatchObject({ own: null, shown: { estimate: average.estimate } });
      expect(shown?.shown?.se).toBeGreaterThan(spread);
    }
  });

  it('goes on without a term that is not loaded or does not differ, and without an authority that lacks a value', () => {
    const authorities = cells.places.authorities.map((one, i) => ({
      ...one,
      nonWhitePct: null,
      deprivationScore: 20,
      aged16To17: i === 0 ? null : one.aged16To17,
    }));
    const model = computedOf(entrantsModel({ ...input, authorities }));
    expect(model.slopes.map(({ term }) => term)).toEqual(['log_distance']);
    expect(model.n).toBe(12 * 59);
    expect(model.diagnostics.leftOut.slice(0, 3)).toEqual([
      { what: 'term', code: 'non_white_share', reason: 'not_finite' },
      { what: 'term', code: 'deprivation', reason: 'no_variation' },
      { what: 'authority', code: cells.places.authorities[0]?.code, reason: 'not_finite' },
    ]);
  });

  it('sets entrants against residents where no authority has people aged 16 to 17, and says so', () => {
    const authorities = cells.places.authorities.map((one) => ({ ...one, aged16To17: null, residents: 1_000 }));
    expect(computedOf(entrantsModel(input)).diagnostics.setAgainst).toBe('aged_16_17');
    const model = computedOf(entrantsModel({ ...input, authorities }));
    expect(model.diagnostics.setAgainst).toBe('residents');
    const [said] = schoolSentences(model, cells.places.schools);
    expect(said?.sentence).toContain('for the people of all ages who live in each authority');
  });

  it('says that there is nobody to divide by, not that nobody came, where of no authority people are loaded; shares need none', () => {
    const authorities = cells.places.authorities.map((one) => ({ ...one, aged16To17: null, residents: null }));
    expect(entrantsModel({ ...input, authorities })).toEqual(refusal('no_denominator'));
    const shares = { ...cells.places, ofGroup: cells.women, known: cells.knownSex };
    const ofAll = computedOf(shareModel('female_share', shares));
    expect(computedOf(shareModel('female_share', { ...shares, authorities })).coefficients).toEqual(ofAll.coefficients);
  });

  it('fits the foundation step by one characteristic at a time, as rounded tables give it', () => {
    const bySex = cells.foundation.groups.map((group) => ({ ...group, isNonWhite: null }));
    const model = computedOf(foundationModel({ ...cells.foundation, groups: bySex }));
    expect(model.coefficients.map(({ term }) => term)).not.toContain('log_distance:non_white');
    expect(model.coefficients.map(({ term }) => term)).toContain('log_distance:female');
  });
});

describe('refusals', () => {
  it('refuses where there is nobody', () => {
    expect(entrantsModel({ ...input, entrants: nobody(cells.entrants) })).toEqual(refusal('no_events'));
    expect(
      shareModel('female_share', { ...cells.places, ofGroup: nobody(cells.women), known: nobody(cells.women) }),
    ).toEqual(refusal('no_events'));
    const groups = cells.foundation.groups.map((group) => ({ ...group, graduates: group.graduates.map(() => 0) }));
    expect(foundationModel({ ...cells.foundation, groups })).toEqual(refusal('no_events'));
    expect(returnModel([])).toEqual(refusal('no_events'));
  });

  it('refuses too few authorities, nobody different, and shares without variation', () => {
    const entrants = cells.entrants.map((row) => row.slice(0, 4));
    expect(entrantsModel({ ...places(4), entrants })).toEqual(refusal('too_few_values'));
    expect(shareModel('female_share', { ...cells.places, ofGroup: cells.knownSex, known: cells.knownSex })).toEqual(
      refusal('no_variation'),
    );
    const everyone = cells.returns.map((cell) => ({ ...cell, returned: cell.away }));
    expect(returnModel(everyone)).toEqual(refusal('no_variation'));
  });

  it('refuses tables that do not fit together and impossible counts', () => {
    expect(entrantsModel({ ...input, entrants: cells.entrants.slice(1) })).toEqual(refusal('lengths_differ'));
    expect(entrantsModel({ ...input, entrants: cells.entrants.map((row) => row.map(() => -1)) })).toEqual(
      refusal('negative_events'),
    );
    expect(entrantsModel({ ...input, entrants: cells.entrants.map((row) => row.map(() => Number.NaN)) })).toEqual(
      refusal('not_finite'),
    );
    expect(shareModel('female_share', { ...cells.places, ofGroup: cells.knownSex, known: cells.women })).toEqual(
      refusal('events_exceed_total'),
    );
    const [cell] = cells.returns;
    expect(cell && returnModel([{ ...cell, returned: cell.away + 1 }])).toEqual(refusal('events_exceed_total'));
    expect(cell && returnModel([{ ...cell, fifth: 6 }])).toEqual(refusal('out_of_range'));
  });

  it('refuses a perfect prediction at the foundation step', () => {
    const groups = cells.foundation.groups.map((group) => ({
      ...group,
      graduates: group.graduates.map((count, a) =>
        cells.foundation.areas[a]?.region === cells.foundation.schools[group.school]?.region ? count : 0,
      ),
    }));
    expect(foundationModel({ ...cells.foundation, groups })).toEqual(refusal('separated'));
  });

  it('fits a single school by itself, without drawing it anywhere, and correlates nothing', () => {
    const one = {
      ...cells.places,
      schools: cells.places.schools.slice(0, 1),
      distancesKm: cells.places.distancesKm.slice(0, 1),
    };
    const model = computedOf(entrantsModel({ ...one, entrants: cells.entrants.slice(0, 1) }));
    expect(model.slopes.every(({ schools }) => schools[0]?.own === schools[0]?.shown)).toBe(true);
    expect(slopesByFounding(model, one.schools, 'log_distance')).toEqual(refusal('too_few_values'));
  });

  it('refuses twelve people, wherever they come from', () => {
    const twelve = cells.entrants.map((row, j) => row.map((_, i) => (j === 1 && i % 5 === 0 ? 1 : 0)));
    const inOne = cells.entrants.map((row, j) => row.map((_, i) => (j === 1 && i === 7 ? 12 : 0)));
    expect(entrantsModel({ ...input, entrants: twelve })).toEqual(refusal('too_few_values'));
    expect(entrantsModel({ ...input, entrants: inOne })).toEqual(refusal('too_few_values'));
    const half = inOne.map((row) => row.map((count) => count / 2));
    expect(shareModel('female_share', { ...cells.places, ofGroup: half, known: inOne })).toEqual(
      refusal('too_few_values'),
    );
    const groups = cells.foundation.groups.map((group, g) => ({
      ...group,
      graduates: group.graduates.map((_, a) => Number(g < 4 && a < 3)),
    }));
    expect(foundationModel({ ...cells.foundation, groups })).toEqual(refusal('too_few_values'));
    const returns = cells.returns.slice(0, 12).map((cell, i) => ({ ...cell, away: 1, returned: i % 2 }));
    expect(returnModel(returns)).toEqual(refusal('too_few_values'));
  });

  it('refuses slopes that entrants from one edge of the country can not have', () => {
    const distances = cells.places.distancesKm[1] ?? [];
    const nearest = distances.indexOf(Math.min(...distances.map((km) => km ?? 0)));
    const inOne = cells.entrants.map((row, j) => row.map((_, i) => (j === 1 && i === nearest ? 100 : 0)));
    expect(entrantsModel({ ...input, entrants: inOne })).toEqual(refusal('separated'));
  });
});
