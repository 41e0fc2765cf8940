import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { byCode, type CohortRecord, meanOver, modelWith, people, readCohort } from './cohort-fixture';
import { kmBetween } from './plane';
import { type PlantedParameters, plantedParameters } from './planted-parameters';

const model = modelWith();
const cohort = readCohort(model);
const { country } = model;
const authority = byCode(country.authorities);
const school = byCode(country.schools);
const area = byCode(country.foundationAreas);
const graduates = cohort.filter(({ foundation }) => foundation !== '');
const inSpecialty = cohort.filter(({ specialty }) => specialty !== '');
const inCareer = cohort.filter(({ career }) => career !== '');
const share = (records: readonly CohortRecord[], isHit: (one: CohortRecord) => boolean): number =>
  people(records, isHit) / people(records, () => true);

const schoolRegion = (one: CohortRecord): number => school(one.school).region;
const homeRegion = (one: CohortRecord): number => authority(one.home).region;
const codeOf = (region: number): string => country.regions[region]?.code ?? '';
const moveKm = (one: CohortRecord): number => kmBetween(school(one.school), area(one.foundation));
const homeKm = (one: CohortRecord): number => kmBetween(authority(one.home), school(one.school));
const isFromCapital = (one: CohortRecord): boolean => country.regions[schoolRegion(one)]?.isCapital === true;
const oldest = cohort.filter((one) => school(one.school).founded < 1800);
const newest = cohort.filter((one) => school(one.school).founded > 1960);

const planted: PlantedParameters = JSON.parse(
  readFileSync(path.join(process.cwd(), 'db/seeds/demonstration/planted.json'), 'utf8'),
);

test('the planted parameters are in a file, as the generator holds them', () => {
  expect(planted).toEqual(plantedParameters(model));
});

describe('the planted effects point the way the journeys summary says', () => {
  test('fewer from deprived homes, and fewer still at the oldest schools', () => {
    const deprived = ({ fifth }: CohortRecord): boolean => fifth === '1';
    expect(share(cohort, deprived)).toBeLessThan(0.15);
    expect(share(cohort, ({ fifth }) => fifth === '5')).toBeGreaterThan(0.3);
    expect(share(oldest, deprived)).toBeLessThan(share(newest, deprived));
  });

  test('much local recruitment, and further journeys to the oldest schools', () => {
    expect(share(cohort, (one) => homeRegion(one) === schoolRegion(one))).toBeGreaterThan(0.35);
    expect(meanOver(oldest, homeKm)).toBeGreaterThan(meanOver(newest, homeKm));
  });

  test('more women than men at every school', () => {
    for (const { code } of country.schools) {
      const own = cohort.filter((one) => one.school === code);
      expect(people(own, ({ sex }) => sex === 'F')).toBeGreaterThan(people(own, ({ sex }) => sex === 'M'));
    }
  });

  test('a larger share of non-white entrants than among the 16 to 17 year olds', () => {
    const entrants = share(cohort, ({ ethnicity }) => ethnicity === 'non_white');
    expect(entrants).toBeGreaterThan(1.5 * (country.nonWhite / country.aged16To17));
  });

  test('foundation in the region of the school for most', () => {
    const stays = share(graduates, (one) => area(one.foundation).region === schoolRegion(one));
    expect(stays).toBeGreaterThan(0.4);
    expect(stays).toBeLessThan(0.75);
  });

  test('women, and non-white graduates, further from their school', () => {
    const km = (isCounted: (one: CohortRecord) => boolean): number => meanOver(graduates.filter(isCounted), moveKm);
    expect(km(({ sex }) => sex === 'F')).toBeGreaterThan(km(({ sex }) => sex === 'M'));
    expect(km(({ ethnicity }) => ethnicity === 'non_white')).toBeGreaterThan(
      km(({ ethnicity }) => ethnicity === 'white'),
    );
  });

  test('graduates of the capital more likely to leave it, where graduates outnumber places', () => {
    const leaves = (one: CohortRecord): boolean => area(one.foundation).region !== schoolRegion(one);
    const fromCapital = graduates.filter(isFromCapital);
    expect(share(fromCapital, leaves)).toBeGreaterThan(
      share(
        graduates.filter((one) => !isFromCapital(one)),
        leaves,
      ) + 0.1,
    );
    const capital = country.regions.findIndex(({ isCapital }) => isCapital);
    const intake = country.schools
      .filter(({ region }) => region === capital)
      .reduce((sum, one) => sum + one.annualIntake, 0);
    const places = country.foundationAreas
      .filter(({ region }) => region === capital)
      .reduce((sum, one) => sum + one.annualPlaces, 0);
    expect(intake / places).toBeCloseTo(planted.effects.capitalGraduatesPerPlace ?? 0, 2);
  });

  test('a specialty post where foundation was, a career where training was, or at home', () => {
    expect(share(inSpecialty, (one) => one.specialty === codeOf(area(one.foundation).region))).toBeGreaterThan(0.5);
    expect(share(inCareer, (one) => one.career === one.specialty)).toBeGreaterThan(0.55);
    expect(share(inCareer, (one) => one.career === codeOf(homeRegion(one)))).toBeGreaterThan(0.25);
  });

  test('fewer women in surgery, more people from deprived homes and more non-white people in general practice', () => {
    const into = (group: string, isCounted: (one: CohortRecord) => boolean): number =>
      share(inSpecialty.filter(isCounted), (one) => one.group === group);
    expect(into('surgery', ({ sex }) => sex === 'F')).toBeLessThan(0.6 * into('surgery', ({ sex }) => sex === 'M'));
    expect(into('general_practice', ({ fifth }) => fifth === '1')).toBeGreaterThan(
      into('general_practice', ({ fifth }) => fifth === '5'),
    );
    expect(into('general_practice', ({ ethnicity }) => ethnicity === 'non_white')).toBeGreaterThan(
      into('general_practice', ({ ethnicity }) => ethnicity === 'white'),
    );
  });
});
