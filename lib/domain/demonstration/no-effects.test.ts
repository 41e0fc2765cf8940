import { describe, expect, test } from 'vitest';
import { byCode, type CohortRecord, meanOver, modelWith, people, readCohort, readLines } from './cohort-fixture';
import { cohortTables } from './cohort-tables';
import { NO_EFFECTS } from './no-effects';
import { kmBetween } from './plane';
import { retentionLines } from './retention-file';

const model = modelWith({ effects: NO_EFFECTS });
const { country } = model;
const cohort = readCohort(model);
const authority = byCode(country.authorities);
const school = byCode(country.schools);
const area = byCode(country.foundationAreas);
const graduates = cohort.filter(({ foundation }) => foundation !== '');
const share = (records: readonly CohortRecord[], isHit: (one: CohortRecord) => boolean): number =>
  people(records, isHit) / people(records, () => true);

describe('a country without effects', () => {
  test('has the sexes, ethnic groups and fifths of its young people among the entrants', () => {
    expect(share(cohort, ({ sex }) => sex === 'F')).toBeCloseTo(0.5, 1.7);
    const known = cohort.filter(({ ethnicity }) => ethnicity !== 'unknown');
    expect(share(known, ({ ethnicity }) => ethnicity === 'non_white')).toBeCloseTo(
      country.nonWhite / country.aged16To17,
      1.7,
    );
    expect(share(cohort, ({ fifth }) => fifth === '1')).toBeCloseTo(0.2, 1.7);
  });

  test('recruits no more in its own region than young people live there', () => {
    for (const { code, region } of country.schools) {
      const own = cohort.filter((one) => one.school === code);
      const living = country.authorities
        .filter((one) => one.region === region)
        .reduce((sum, { aged16To17 }) => sum + aged16To17, 0);
      expect(share(own, ({ home }) => authority(home).region === region)).toBeCloseTo(living / country.aged16To17, 1.5);
    }
  });

  test('sends men and women, white and non-white graduates as far', () => {
    const km = (isCounted: (one: CohortRecord) => boolean): number =>
      meanOver(graduates.filter(isCounted), (one) => kmBetween(school(one.school), area(one.foundation)));
    expect(Math.abs(km(({ sex }) => sex === 'F') - km(({ sex }) => sex === 'M'))).toBeLessThan(4);
    expect(Math.abs(km((one) => one.ethnicity === 'white') - km((one) => one.ethnicity === 'non_white'))).toBeLessThan(
      4,
    );
  });

  test('has as many foundation places in each region as entrants', () => {
    for (const [i] of country.regions.entries()) {
      const intake = country.schools
        .filter(({ region }) => region === i)
        .reduce((sum, one) => sum + one.annualIntake, 0);
      const places = country.foundationAreas
        .filter(({ region }) => region === i)
        .reduce((sum, one) => sum + one.annualPlaces, 0);
      expect(places).toBe(intake);
    }
  });

  test('keeps trainees no more where they trained, or come from, than posts are there', () => {
    const inCareer = cohort.filter(({ career }) => career !== '');
    const posts = model.regions.posts;
    const all = posts.reduce((sum, one) => sum + one, 0);
    for (const [i, { code }] of country.regions.entries()) {
      const expected = (posts[i] ?? 0) / all;
      expect(
        share(
          inCareer.filter(({ specialty }) => specialty === code),
          ({ career }) => career === code,
        ),
      ).toBeCloseTo(expected, 1.5);
      const fromHere = inCareer.filter(({ home }) => authority(home).region === i);
      expect(share(fromHere, ({ career }) => career === code)).toBeCloseTo(expected, 1.5);
    }
  });

  test('retains alike in every region', () => {
    const rows = readLines(retentionLines(model, cohortTables(model))).filter(
      (row) => row.stage === 'foundation' && row.still_in_region_1y !== '',
    );
    const rates = country.regions.map(({ code }) => {
      const own = rows.filter((row) => row.area_code === code);
      const total = (column: string): number => own.reduce((sum, row) => sum + Number(row[column]), 0);
      return total('still_in_region_1y') / total('started');
    });
    expect(Math.max(...rates) - Math.min(...rates)).toBeLessThan(0.04);
  });
});
