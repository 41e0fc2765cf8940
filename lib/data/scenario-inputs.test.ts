import { describe, expect, it } from 'vitest';
import levers from '@/db/seeds/published/levers.json';
import type { RegionRound } from '@/lib/contracts/scenario';
import type { ScenarioDraft } from '@/lib/contracts/scenario-form';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { draftWith, leverWith, TYPED_NORTH_EAST } from '@/lib/testing/scenario-draft';
import { NE, YH } from '@/lib/testing/viewers';
import { toScenarioInputs } from './scenario-inputs';

const AREAS = [
  { code: YH, name: 'Yorkshire and the Humber' },
  { code: NE, name: 'North East' },
];

const CATALOGUE = LeverCatalogue.parse(levers);

const LOADED: RegionRound = {
  areaCode: YH,
  areaName: 'Yorkshire and the Humber',
  posts: 127,
  accepts: 108,
  origin: 'loaded',
  basis: 'Fill rates, 2024',
};

const read = (changes: Partial<ScenarioDraft> = {}) =>
  toScenarioInputs(draftWith(changes), AREAS, { year: 2024, regions: [LOADED], catalogue: CATALOGUE });

const fieldsOf = (changes: Partial<ScenarioDraft>) => {
  const outcome = read(changes);
  return outcome.ok ? [] : outcome.errors.map(({ field }) => field);
};

describe('the scenario form', () => {
  it('gives the model its inputs with the loaded posts and accepts', () => {
    expect(read()).toMatchObject({
      ok: true,
      inputs: {
        targetAreaCode: YH,
        level: 'ST3',
        year: 2024,
        regions: [LOADED],
        peoplePerPlace: 2.8,
        noEffectProbability: 0.5,
        levers: [{ leverId: 'golden-hello', coverage: 1, costPerPlacePerYearGbp: 10_000, costYears: 3 }],
      },
    });
  });

  it('lets typed posts and accepts replace the loaded ones, and marks them as typed', () => {
    const typed = [{ areaCode: YH, posts: '130', accepts: '99' }];
    expect(read({ typed })).toMatchObject({
      ok: true,
      inputs: { regions: [{ areaCode: YH, posts: 130, accepts: 99, origin: 'typed' }] },
    });
  });

  it('takes a region of which nothing is loaded with typed posts and accepts only', () => {
    expect(fieldsOf({ areaCode: NE })).toEqual([`typed:${NE}:posts`]);
    expect(read({ areaCode: NE, typed: [TYPED_NORTH_EAST] })).toMatchObject({ ok: true });
  });

  it.each([
    ['more accepts than posts', { typed: [{ areaCode: YH, posts: '10', accepts: '11' }] }, `typed:${YH}:accepts`],
    ['accepts without posts', { typed: [{ areaCode: YH, posts: '', accepts: '11' }] }, `typed:${YH}:posts`],
    ['posts without accepts', { typed: [{ areaCode: YH, posts: '11', accepts: '' }] }, `typed:${YH}:accepts`],
    ['no post at all', { typed: [{ areaCode: YH, posts: '0', accepts: '0' }] }, `typed:${YH}:posts`],
    ['half a post', { typed: [{ areaCode: YH, posts: '10.5', accepts: '9' }] }, `typed:${YH}:posts`],
    ['accepts below 0', { typed: [{ areaCode: YH, posts: '10', accepts: '-1' }] }, `typed:${YH}:accepts`],
    ['a percent sign only', { typed: [{ areaCode: YH, posts: '10', accepts: '%' }] }, `typed:${YH}:accepts`],
    ['a coverage of 120 %', { levers: [leverWith({ coveragePct: '120' })] }, 'lever:golden-hello:coverage'],
    ['a coverage in words', { levers: [leverWith({ coveragePct: 'half' })] }, 'lever:golden-hello:coverage'],
    ['an empty cost', { levers: [leverWith({ costPerPlacePerYearGbp: '' })] }, 'lever:golden-hello:cost'],
    ['a pound sign only', { levers: [leverWith({ costPerPlacePerYearGbp: '£' })] }, 'lever:golden-hello:cost'],
    ['a negative cost', { levers: [leverWith({ costPerPlacePerYearGbp: '-5' })] }, 'lever:golden-hello:cost'],
    ['eleven years', { levers: [leverWith({ costYears: '11' })] }, 'lever:golden-hello:years'],
    ['fewer people than places', { peoplePerPlace: '0.9' }, 'peoplePerPlace'],
    ['infinitely many people', { peoplePerPlace: 'Infinity' }, 'peoplePerPlace'],
    ['a chance of 101 %', { noEffectPct: '101' }, 'noEffectPct'],
    ['no extra post', { targetExtraPosts: '0' }, 'targetExtraPosts'],
    ['no name', { name: '' }, 'name'],
    ['a name of 121 characters', { name: 'x'.repeat(121) }, 'name'],
  ] satisfies [string, Partial<ScenarioDraft>, string][])('refuses %s beside its field', (_what, changes, field) => {
    expect(fieldsOf(changes)).toEqual([field]);
  });

  it('names every wrong field at once', () => {
    const levers = [leverWith({ coveragePct: '', costYears: '' })];
    expect(fieldsOf({ name: '', peoplePerPlace: '', levers }).sort()).toEqual(
      ['lever:golden-hello:coverage', 'lever:golden-hello:years', 'name', 'peoplePerPlace'].sort(),
    );
  });

  it('does not check a lever that is switched off', () => {
    expect(read({ levers: [leverWith({ on: false, coveragePct: '120' })] })).toMatchObject({
      ok: true,
      inputs: { levers: [] },
    });
  });
});
