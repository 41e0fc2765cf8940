import { describe, expect, test } from 'vitest';
import { meanOver, modelWith, people, readCohort, readLines } from './cohort-fixture';
import { ENTRY_PERIODS, FOUNDATION_PERIODS } from './cohort-tables';
import { exchangeFiles, INTAKE_SCHOOL, referenceFiles } from './demonstration-files';
import { releaseLines, scaleOf } from './observation-files';
import { ENTRY_YEARS, entrantsOf } from './people';

test.each([1, 3, 20])('the release says that the country is of scale %i', (scale) => {
  const [, line = ''] = [...releaseLines(scale)];
  expect(scaleOf(line.split(',').at(-1)?.replaceAll('"', '') || null)).toBe(scale);
});

const model = modelWith();
const files = [...referenceFiles(model), ...exchangeFiles(model)];
const cohort = readCohort(model);
const linesOf = (name: string): string[] => [...(files.find((file) => file.name === name)?.lines() ?? [])];
const rowsOf = (name: string) => readLines(linesOf(name));
/** Number of the first line that differs, or null where both give the same lines to the end. */
const firstDifference = (left: Iterator<string>, right: Iterator<string>): number | null => {
  for (let line = 1; ; line += 1) {
    const [one, other] = [left.next(), right.next()];
    if (one.value !== other.value) return line;
    if (one.done === true) return null;
  }
};

describe('the files of the demonstration country', () => {
  test('have the headers of the exchange files', () => {
    expect(Object.fromEntries(exchangeFiles(model).map(({ name, lines }) => [name, lines().next().value]))).toEqual({
      'establishment.csv': 'period_end,area_code,specialty,level,establishment_fte,in_post_fte',
      'fill.csv': 'year,round,area_code,specialty,level,posts,accepts,applicants',
      'retention.csv': 'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y',
      'home_school.csv': 'period,home_lad,school_id,entrants,female,male,white,non_white',
      'school_foundation.csv': 'period,school_id,foundation_area,graduates,female,male,white,non_white',
      'intake.csv': 'entry_year,school_id,home_lad,entrants,imd_quintile,entry_route',
      'placements.csv':
        'trainee_ref,programme,specialty,level,employer_code,site_code,area_code,start,end,wte,notice_weeks',
      'sites.csv': 'site_code,name,employer_code,lat,lon,valid_from,valid_to',
      'cohort.csv':
        'entry_year,home_lad,school_id,sex,ethnicity,imd_quintile,entry_route,foundation_area,foundation_year,specialty_area,specialty_group,career_area,career_type,count',
    });
  });

  test('are the same lines for the same seed, and other people for another', () => {
    const again = [...referenceFiles(modelWith()), ...exchangeFiles(modelWith())];
    for (const [i, { name, lines }] of files.entries()) {
      const difference = firstDifference(lines(), again[i]?.lines() ?? [].values());
      expect({ name, difference }).toEqual({ name, difference: null });
    }
    const other = exchangeFiles(modelWith({ seed: 'another' }));
    const changed = exchangeFiles(model).filter(
      ({ lines }, i) => firstDifference(lines(), other[i]?.lines() ?? [].values()) !== null,
    );
    // Sites are places.
    const people = exchangeFiles(model).filter(({ name }) => name !== 'sites.csv');
    expect(changed.map(({ name }) => name)).toEqual(people.map(({ name }) => name));
  });

  test('hold as many entrants as the schools took in, about 7,000 in each of twenty cohorts', () => {
    for (const year of ENTRY_YEARS) {
      const taken = model.country.schools.reduce((sum, _, school) => sum + entrantsOf(model, school, year), 0);
      expect(people(cohort, ({ entryYear }) => entryYear === year)).toBe(taken);
      expect(taken).toBeGreaterThan(6300);
      expect(taken).toBeLessThan(7800);
    }
    expect(ENTRY_YEARS).toHaveLength(20);
  });

  test('have each cell of the cohort once', () => {
    const lines = linesOf('cohort.csv').slice(1);
    expect(new Set(lines.map((line) => line.replace(/,\d+$/, ''))).size).toBe(lines.length);
  });

  test('give no school entrants before it was founded', () => {
    const founded = new Map(model.country.schools.map(({ code, founded: year }) => [code, year]));
    expect(people(cohort, ({ school, entryYear }) => entryYear < (founded.get(school) ?? 0))).toBe(0);
  });

  test('agree on entrants between the rounded table and the cohort, school by school, up to rounding', () => {
    const rows = rowsOf('home_school.csv');
    for (const { label, from, to } of ENTRY_PERIODS) {
      for (const { code } of model.country.schools) {
        const cells = rows.filter((row) => row.period === label && row.school_id === code);
        const rounded = cells.reduce((sum, row) => sum + Number(row.entrants), 0);
        const counted = people(cohort, (one) => one.school === code && one.entryYear >= from && one.entryYear <= to);
        expect(Math.abs(rounded - counted)).toBeLessThanOrEqual(2.5 * cells.length);
      }
    }
    expect(rows.every((row) => Number(row.entrants) % 5 === 0)).toBe(true);
  });

  test('agree on graduates between the rounded table and the cohort, cell by cell, up to rounding', () => {
    const counted = new Map<string, number>();
    for (const one of cohort) {
      const label = FOUNDATION_PERIODS.find(
        ({ from, to }) => Number(one.foundationYear) >= from && Number(one.foundationYear) <= to,
      )?.label;
      const key = `${label}|${one.school}|${one.foundation}`;
      if (label !== undefined) counted.set(key, (counted.get(key) ?? 0) + one.count);
    }
    for (const row of rowsOf('school_foundation.csv')) {
      const key = `${row.period}|${row.school_id}|${row.foundation_area}`;
      expect(Math.abs(Number(row.graduates) - (counted.get(key) ?? 0))).toBeLessThanOrEqual(2.5);
    }
  });

  test("agree on a school's own entrants exactly", () => {
    const rows = rowsOf('intake.csv');
    const counted = people(cohort, ({ school, entryYear }) => school === INTAKE_SCHOOL && entryYear >= 2021);
    expect(rows.reduce((sum, row) => sum + Number(row.entrants), 0)).toBe(counted);
  });

  test('count as completing foundation in a year those who began two years before', () => {
    const started = rowsOf('retention.csv')
      .filter((row) => row.stage === 'foundation' && row.cohort_year === '2020')
      .reduce((sum, row) => sum + Number(row.started), 0);
    expect(started).toBe(people(cohort, ({ foundationYear }) => foundationYear === '2018'));
  });

  test('never have more people in a region later than earlier, nor a figure for a year that has not ended', () => {
    for (const row of rowsOf('retention.csv')) {
      const cells = [row.started, row.still_in_region_1y, row.still_in_region_3y, row.still_in_region_5y];
      const known = cells.filter((cell) => cell !== '').map(Number);
      expect([...known].sort((a, b) => b - a)).toEqual(known);
      expect(row.still_in_region_5y === '').toBe(Number(row.cohort_year) + 5 > 2026);
    }
  });

  test('have no more accepts than posts or applicants, and nobody in post beyond the establishment', () => {
    for (const row of rowsOf('fill.csv')) {
      expect(Number(row.accepts)).toBeLessThanOrEqual(Number(row.posts));
      expect(Number(row.accepts)).toBeLessThanOrEqual(Number(row.applicants));
    }
    const cells = rowsOf('establishment.csv');
    expect(cells.filter((row) => Number(row.in_post_fte) > Number(row.establishment_fte))).toEqual([]);
    expect(new Set(cells.map((row) => row.period_end)).size).toBe(20);
    expect(new Set(cells.map((row) => row.specialty)).size).toBeGreaterThan(55);
  });

  test('follow each trainee without gaps or overlaps, in one region', () => {
    const rows = rowsOf('placements.csv');
    for (const [i, row] of rows.entries()) {
      const next = rows[i + 1];
      expect((row.end ?? '') > (row.start ?? '')).toBe(true);
      if (next?.trainee_ref !== row.trainee_ref) continue;
      const gapDays = (Date.parse(next?.start ?? '') - Date.parse(row.end ?? '')) / 86_400_000;
      expect(gapDays).toBe(1);
      expect(next?.area_code).toBe(row.area_code);
    }
  });

  test('lack sex, ethnic group and fifth for a few', () => {
    const lacking = (isLacking: (one: (typeof cohort)[number]) => boolean): number =>
      meanOver(cohort, (one) => (isLacking(one) ? 1 : 0));
    for (const unknown of [
      lacking(({ sex }) => sex === 'U'),
      lacking(({ ethnicity }) => ethnicity === 'unknown'),
      lacking(({ fifth }) => fifth === ''),
    ]) {
      expect(unknown).toBeGreaterThan(0.002);
      expect(unknown).toBeLessThan(0.04);
    }
  });
});
