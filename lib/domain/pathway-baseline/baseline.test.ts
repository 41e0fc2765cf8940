import { beforeAll, describe, expect, it } from 'vitest';
import { establishmentLines } from '@/lib/domain/demonstration/establishment-file';
import { fillLines } from '@/lib/domain/demonstration/fill-file';
import { buildModel, DEFAULT_OPTIONS } from '@/lib/domain/demonstration/model';
import { SPECIALTIES } from '@/lib/domain/demonstration/specialty-plan';
import { pathwayExample, sourced } from '@/lib/testing/pathway-example';
import { type Baseline, buildBaseline } from './build-baseline';
import { calibrateBaseline } from './calibrate-baseline';
import type { LoadedPathway, LoadedRound } from './loaded-pathway';
import { programmeLengths } from './programmes';
import { groupOfSpecialty } from './specialty-groups';

const LAST_DAY = '2026-09-30';
let loaded: LoadedPathway;
let built: Extract<Baseline, { kind: 'built' }>;

const example = pathwayExample();
const requestOf = (given: LoadedPathway) => ({
  loaded: given,
  rates: example.rates,
  ratesOf: () => ({ dilation: sourced(1.15), annualAttrition: sourced(0.031), ltftShare: sourced(0.3) }),
  choice: example.choice,
  switches: example.switches,
  years: 3,
  peoplePerPlace: sourced(2.8),
  prioritisedShare: sourced(0.3),
});

beforeAll(() => {
  const model = buildModel(DEFAULT_OPTIONS);
  const posts = [...establishmentLines(model)].flatMap((line) => {
    const [day, regionCode = '', specialty = '', level = '', establishment, inPost] = line.split(',');
    if (day !== LAST_DAY) return [];
    return [{ regionCode, specialty, level, establishmentFte: Number(establishment), inPostFte: Number(inPost) }];
  });
  const rounds = [...fillLines(model)].slice(1).map((line): LoadedRound => {
    const [year, , regionCode = '', specialty = '', level, posts, accepts] = line.split(',');
    const at = level === 'ST3' || level === 'ST4' ? level : 'CT1/ST1';
    return { year: Number(year), regionCode, specialty, level: at, posts: Number(posts), accepts: Number(accepts) };
  });
  const regions = model.country.regions.map(({ code, name }, at) => ({
    code,
    name,
    population: 4e6 + at * 1e5,
    needShares: { population: 1 / model.country.regions.length },
    deprivationSteps: 2,
    latitude: 51 + at / 4,
    longitude: -22 - at / 4,
  }));
  const leavers = regions.map(({ code }) => ({ schoolRegionCode: code, homeRegionCode: code, peoplePerYear: 600 }));
  loaded = { regions, posts, rounds, leavers, careers: [] };
  const baseline = buildBaseline(requestOf(loaded));
  if (baseline.kind !== 'built') throw new Error(baseline.missing.join());
  built = baseline;
});

describe('specialties', () => {
  it('are known by the names of files', () => {
    for (const { specialty, group } of SPECIALTIES)
      expect([specialty, groupOfSpecialty(specialty)]).toEqual([specialty, group]);
    expect(groupOfSpecialty('Trauma & Orthopaedic Surgery')).toBe('surgery');
    expect(groupOfSpecialty('Alchemy')).toBeNull();
  });
});

describe('programmes', () => {
  it('are as long as the levels at which there are posts', () => {
    const lengths = programmeLengths(loaded.posts, loaded.rounds);
    expect(
      Object.fromEntries(lengths.map(({ group, coreYears, finalYears }) => [group, [coreYears, finalYears]])),
    ).toEqual({
      general_practice: [null, 3],
      medicine: [3, 4],
      surgery: [2, 5],
      psychiatry: [3, 4],
      paediatrics: [null, 7],
      obstetrics_gynaecology: [null, 7],
      anaesthetics_emergency: [3, 4],
      diagnostics_other: [null, 5],
    });
  });
});

describe('the baseline', () => {
  it('says what is missing, and tells a region without recruitment apart', () => {
    expect(buildBaseline(requestOf({ ...loaded, posts: [], leavers: [] }))).toMatchObject({
      kind: 'not_loaded',
      missing: [expect.stringContaining('establishment.csv'), expect.stringContaining('cohort.csv')],
    });
    const [first] = loaded.regions;
    const rounds = loaded.rounds.filter(({ regionCode }) => regionCode !== first?.code);
    const posts = loaded.posts.filter(({ regionCode, level }) => regionCode !== first?.code || level !== 'F1');
    const without = buildBaseline(requestOf({ ...loaded, rounds, posts }));
    expect(without.kind === 'built' && without.input.regions.map(({ code }) => code)).not.toContain(first?.code);
    expect(without.kind === 'built' && without.notes.at(-1)).toContain(first?.name);
  });

  it('holds everybody in post, as people', () => {
    const fte = loaded.posts
      .filter(({ level }) => !level.startsWith('F'))
      .reduce((sum, { inPostFte }) => sum + inPostFte, 0);
    const people = built.input.opening.training.reduce((sum, stock) => sum + stock.people, 0);
    // Of entrants 30 % train at 0.7, and are in post 1 ÷ 0.7 times as long.
    expect(people).toBeCloseTo(fte * (0.7 + 0.3 / example.rates.ltftFte.value), 4);
  });

  it('gives back the loaded accepts in its first year', () => {
    const { residuals, isSettled, passes } = calibrateBaseline(built.input, built.totals);
    expect(isSettled).toBe(true);
    expect(passes).toBeLessThan(400);
    for (const { fitted, accepts } of residuals) expect(Math.abs(fitted - accepts)).toBeLessThan(1e-4);
  });
});
