import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import { area, areaSuccessor } from '@/db/schema';
import { NotFound } from '@/lib/data/errors';
import { listFindings } from '@/lib/data/findings';
import { publishImport, stageImport, withdrawRelease } from '@/lib/data/imports';
import { getJourneyGuide } from '@/lib/data/journey-views';
import { getJourneyTable } from '@/lib/data/journeys';
import { forgetPublished } from '@/lib/data/published-store';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import { nonZero } from '@/lib/domain/journeys/journey-fixture';
import { JOURNEY_SHAPES } from '@/lib/domain/journeys/journey-shapes';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import type { RoundedStore } from '@/lib/domain/journeys/rounded-store';
import { tableOf } from '@/lib/domain/journeys/table-of';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { cohortOf } from './cohort-store';
import { intakeOf } from './intake-source';
import { roundedTablesOf } from './rounded-source';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

let db: Database;
let analyst: Viewer;
let folder: string;

const LEEDS = 'university-of-leeds';
const ASTON = 'aston-medical-school';
const WARWICK = 'warwick-medical-school';
/** Carlisle became a part of Cumberland in 2023. */
const [CARLISLE, CUMBERLAND, BARNSLEY] = ['E07000028', 'E06000063', 'E08000016'];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'stead-journeys-'));
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  await withPublisher(db, async (tx) => {
    await tx.insert(area).values({
      code: CARLISLE,
      name: 'Carlisle',
      type: 'local_authority',
      root: 'england',
      validFrom: '1974-04-01',
      validTo: '2023-03-31',
    });
    await tx.insert(areaSuccessor).values({ fromCode: CARLISLE, toCode: CUMBERLAND, onDate: '2023-04-01', weight: 1 });
  });
  await forgetPublished();
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const stage = (name: string, lines: readonly string[]) => {
  const file = path.join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return runAs(analyst, () => stageImport({ file, fileName: name, isLocalOnly: true }));
};

const load = async (name: string, lines: readonly string[]): Promise<void> => {
  const { entry } = await stage(name, lines);
  expect([entry.status, entry.errors]).toEqual(['ready', []]);
  await runAs(analyst, () => publishImport(entry.id));
};

const cells = (store: JourneyStore | RoundedStore, shape: string, filter: JourneyFilter = {}) => {
  const outcome = tableOf(store, shape, filter);
  return outcome.kind === 'table' ? nonZero(outcome.table) : outcome;
};

const COHORT =
  'entry_year,home_lad,school_id,sex,ethnicity,imd_quintile,entry_route,foundation_area,foundation_year,specialty_area,specialty_group,career_area,career_type,count';

describe('a cohort of twelve people from another generator', () => {
  test('that names places which aren’t there is refused, row by row', async () => {
    const { entry } = await stage('cohort-unknown.csv', [
      COHORT,
      `2019,${BARNSLEY},${LEEDS},F,white,1,standard,,,,,,,1`,
      `2019,E09999999,${LEEDS},F,white,1,standard,,,,,,,1`,
      `2019,${BARNSLEY},no-such-school,M,white,1,standard,,,,,,,1`,
      `2020,E09999999,${LEEDS},M,white,2,standard,FA-nowhere,2025,,,,,1`,
    ]);
    expect([entry.status, entry.releaseId, entry.errorTotal]).toEqual(['refused', null, 4]);
    expect(entry.errors.map(({ row, column, value, rule }) => [row, column, value, rule])).toEqual([
      [3, 'home_lad', 'E09999999', 'unknown_area'],
      // A word that is no code may be a person's name.
      [4, 'school_id', '', 'unknown_area'],
      [5, 'home_lad', 'E09999999', 'unknown_area'],
      [5, 'foundation_area', 'FA-nowhere', 'unknown_area'],
    ]);
    expect(await runAs(analyst, () => cohortOf('england'))).toBeNull();
  });

  test('fills its tables: empty cells unknown, five ethnic groups as two, merged authorities on today’s', async () => {
    await load('cohort.csv', [
      COHORT,
      `2019,${CARLISLE},${LEEDS},F,asian,,standard,,,,,,,3`,
      `2019,${CUMBERLAND},${LEEDS},F,black,1,graduate,FA-london,2024,,,,,2`,
      `2020,${BARNSLEY},${LEEDS},M,mixed,2,gateway,,,,,,,1`,
      `2020,${BARNSLEY},${LEEDS},X,other,5,standard,,,,,,,2`,
      `2020,${BARNSLEY},${LEEDS},U,unknown,5,standard,,,,,,,1`,
      `2021,${BARNSLEY},${LEEDS},M,white,5,standard,FA-london,2026,TR-london,medicine,TR-wessex,consultant,3`,
    ]);
    const cohort = await runAs(analyst, () => cohortOf('england'));
    if (!cohort) throw new Error('No cohort');
    const { store } = cohort;
    expect([store.people, store.notRebased, cohort.periods.entry.map(({ label }) => label)]).toEqual([
      12,
      [],
      ['2019 to 2021'],
    ]);
    expect(cells(store, 'home_by_school')).toEqual({ [`${CUMBERLAND}|${LEEDS}`]: 5, [`${BARNSLEY}|${LEEDS}`]: 7 });
    expect(cells(store, 'school_by_ethnicity')).toEqual({
      [`${LEEDS}|white`]: 3,
      [`${LEEDS}|non_white`]: 8,
      [`${LEEDS}|unknown`]: 1,
    });
    expect(cells(store, 'school_by_quintile')).toMatchObject({ [`${LEEDS}|unknown`]: 3, [`${LEEDS}|5`]: 6 });
    const kinds = JOURNEY_SHAPES.map(({ id }) => tableOf(store, id, {}).kind);
    expect(new Set(kinds)).toEqual(new Set(['table']));
    const { findings } = await runAs(analyst, () => listFindings('england'));
    expect(findings.filter(({ verdict }) => verdict === 'supported' || verdict === 'not_supported')).toEqual([]);
    // Readers see the release where tables are shown: not by the name of the file.
    expect(cohort.release.title).toBe('Cohorts from home to career');
  });
});

const HOME_SCHOOL = 'period,home_lad,school_id,entrants,female,male,white,non_white';
const SCHOOL_FOUNDATION = 'period,school_id,foundation_area,graduates,female,male,white,non_white';

describe('rounded tables', () => {
  test('of one country are no other’s', async () => {
    expect(await runAs(analyst, () => roundedTablesOf('england'))).toBeNull();
  });

  test('of several files stand together, each period from the newest; gaps stay gaps', async () => {
    await load('home-2011.csv', [
      HOME_SCHOOL,
      `2011-2015,${CARLISLE},${LEEDS},45,25,20,30,15`,
      `2011-2015,${CUMBERLAND},${LEEDS},5,0,5,5,0`,
    ]);
    await load('home-2016.csv', [
      HOME_SCHOOL,
      `2016-2020,${CUMBERLAND},${LEEDS},50,30,20,30,20`,
      `2016-2020,${BARNSLEY},${LEEDS},,,,,`,
    ]);
    await load('home-2016-again.csv', [
      HOME_SCHOOL,
      `2016-2020,${CUMBERLAND},${LEEDS},55,30,25,35,20`,
      `2016-2020,${BARNSLEY},${LEEDS},*,*,*,*,*`,
    ]);
    await load('home-elsewhere.csv', [
      HOME_SCHOOL,
      `2006-2010,E07000026,${ASTON},10,5,5,5,5`,
      `2006-2010,${CUMBERLAND},${ASTON},20,10,10,10,10`,
      `2006-2010,W06000015,${ASTON},15,10,5,10,5`,
      `2006-2010,W06000022,${ASTON},10,5,5,5,5`,
      `2006-2010,S12000033,${ASTON},5,5,0,5,0`,
    ]);
    const elsewhere = await runAs(analyst, () => roundedTablesOf('england'));
    expect(elsewhere && cells(elsewhere.store, 'home_by_school')).toMatchObject({
      [`${CUMBERLAND}|${ASTON}`]: 30,
      [`W92000004|${ASTON}`]: 25,
      [`S92000003|${ASTON}`]: 5,
    });
    await runAs(analyst, () => withdrawRelease(elsewhere?.releases.home_school[0]?.id ?? '', 'ordinary', 'Read'));
    await load('foundation.csv', [SCHOOL_FOUNDATION, `2017-2021,${LEEDS},FA-london,85,45,40,50,35`]);
    const tables = await runAs(analyst, () => roundedTablesOf('england'));
    if (!tables) throw new Error('No rounded tables');
    const { store, releases, periods } = tables;
    expect(store.roundingBase).toBe(5);
    expect(releases.home_school.map(({ title }) => title)).toEqual(['home-2016-again.csv', 'home-2011.csv']);
    expect(releases.school_foundation.map(({ title }) => title)).toEqual(['foundation.csv']);
    expect(periods.entry.map(({ label }) => label)).toEqual(['2011-2015', '2016-2020']);
    expect(cells(store, 'home_by_school')).toEqual({ [`${CUMBERLAND}|${LEEDS}`]: 105 });
    const outcome = tableOf(store, 'home_by_school', {});
    const at = outcome.kind === 'table' ? outcome.table.rows.indexOf(BARNSLEY) * outcome.table.columns.length : -1;
    const school = outcome.kind === 'table' ? outcome.table.columns.indexOf(LEEDS) : -1;
    expect(outcome.kind === 'table' && outcome.table.counts[at + school]).toBeNull();
    expect(cells(store, 'home_by_school', { period: { clock: 'entry', label: '2011-2015' } })).toEqual({
      [`${CUMBERLAND}|${LEEDS}`]: 50,
    });
    expect(cells(store, 'school_region_by_foundation_region')).toEqual({
      'TR-yorkshire-and-the-humber|TR-london': 85,
    });
    expect(await runAs(analyst, () => roundedTablesOf('demonstration'))).toBeNull();
  });
});

describe('findings', () => {
  test('are worked out from the cohort where one is loaded, and from rounded tables where none is', async () => {
    const finding = async (id: string) => {
      const { findings, release } = await runAs(analyst, () => listFindings('england'));
      return { release, ...findings.find((one) => one.id === id) };
    };
    await load('home-2021.csv', [
      HOME_SCHOOL,
      ...[LEEDS, ASTON, WARWICK].map((school) => `2021-2025,${CUMBERLAND},${school},5000,3000,2000,3000,2000`),
    ]);
    await load(
      'foundation-2022.csv',
      [SCHOOL_FOUNDATION].concat(
        [LEEDS, ASTON, WARWICK].map((school) => `2022-2026,${school},FA-london,50,30,20,30,20`),
      ),
    );
    const before = await finding('A2-2.6');
    expect(before.data).toMatch(/fewer than three schools/);
    await runAs(analyst, () => withdrawRelease(before.release, 'ordinary', 'To read the rounded tables'));
    const after = await finding('A2-2.6');
    // A count of Barnsley is withheld, and so is every sum that it is part of: one school can't be told.
    expect(after.data).toMatch(
      /^home-2021.csv, release \S+; home-2016-again.csv, release \S+; home-2011.csv, release \S+; entrants of 2011 to 2025, of which a count that this needs is withheld$/,
    );
    expect(after.verdict).toBe('cannot_tell');
    expect(after.parts?.map(({ n, effect }) => [n, effect])).toEqual([[2, null]]);
    expect((await finding('A2-2.8')).data).toMatch(/^foundation-2022.csv, release \S+; foundation.csv, release \S+; /);
    expect((await finding('A2-2.11')).verdict).toBe('not_loaded');
  });
});

const INTAKE = 'entry_year,school_id,home_lad,entrants,imd_quintile,entry_route';

describe('a school’s own intake', () => {
  test('is that of the school asked for, and another school’s file doesn’t replace it', async () => {
    await load('intake-leeds.csv', [
      INTAKE,
      `2024,${LEEDS},${CARLISLE},12,1,standard`,
      `2025,${LEEDS},${CUMBERLAND},3,,gateway`,
      `2025,${LEEDS},${BARNSLEY},,2,standard`,
      `2025,${LEEDS},${BARNSLEY},0,3,standard`,
    ]);
    await load('intake-aston.csv', [
      INTAKE,
      `2024,${ASTON},${BARNSLEY},10,1,standard`,
      `2025,${ASTON},${BARNSLEY},25,1,graduate`,
    ]);
    const [leeds, aston, none] = await runAs(analyst, () =>
      Promise.all([intakeOf(LEEDS), intakeOf(ASTON), intakeOf('barts-and-the-london')]),
    );
    if (!leeds || !aston) throw new Error('No intake');
    expect(none).toBeNull();
    expect(leeds.release.title).toBe('intake-leeds.csv');
    expect([leeds.store.people, leeds.withheldRows, leeds.roundingBase]).toEqual([15, 1, 3]);
    expect(cells(leeds.store, 'home_by_school')).toEqual({ [`${CUMBERLAND}|${LEEDS}`]: 15 });
    expect(cells(leeds.store, 'school_by_route')).toEqual({ [`${LEEDS}|standard`]: 12, [`${LEEDS}|gateway`]: 3 });
    expect(cells(leeds.store, 'school_by_sex')).toEqual({ [`${LEEDS}|U`]: 15 });
    expect(cells(leeds.store, 'stage_by_sex')).toEqual({ 'school|U': 15 });
    expect([aston.store.people, aston.roundingBase]).toEqual([35, 5]);
    expect(cells(aston.store, 'home_by_school')).toEqual({ [`${BARNSLEY}|${ASTON}`]: 35 });
  });

  test('fills for its staff what it knows of entrants, and says of nothing else that nobody is there', async () => {
    const staff = await addViewer(db, 'school@example.test', [OWN_GRANT.school]);
    const read = (shape: string, query = {}) => runAs(staff, () => getJourneyTable(shape, query));
    const homes = await read('home_by_school');
    expect([homes.source.kind, homes.columns.map(({ code }) => code)]).toEqual(['intake', [LEEDS]]);
    const sourceOf = (shape: string, query = {}) =>
      read(shape, query).then(
        ({ source }) => source.kind,
        (error: unknown) => (error instanceof NotFound ? 'not loaded' : error),
      );
    expect([await sourceOf('school_by_sex'), await sourceOf('home_by_school', { sex: 'F' })]).not.toContain('intake');
    expect(await sourceOf('school_by_foundation_area')).not.toBe('intake');
  });

  test('of several schools of one reader is that of the school asked for; what both are in comes before either', async () => {
    const staff = await addViewer(db, 'two-schools@example.test', [OWN_GRANT.school, { role: 'school', scope: ASTON }]);
    const read = async (to?: string) => {
      const { source, columns } = await runAs(staff, () => getJourneyTable('home_by_school', to ? { to } : {}));
      return [source.kind, columns.map(({ code }) => code)];
    };
    expect(await read(LEEDS)).toEqual(['intake', [LEEDS]]);
    expect(await read(ASTON)).toEqual(['intake', [ASTON]]);
    expect((await read())[0]).toBe('rounded');
    const chosen = async (school?: string) => (await runAs(staff, () => getJourneyGuide('england', school))).ownSchool;
    expect([await chosen(ASTON), await chosen(LEEDS), await chosen('barts-and-the-london')]).toEqual([
      ASTON,
      LEEDS,
      await chosen(),
    ]);
  });

  test('of a later year stands beside the earlier ones', async () => {
    const before = await runAs(analyst, () => intakeOf(ASTON));
    await load('intake-aston-2026.csv', [INTAKE, `2026,${ASTON},${BARNSLEY},40,1,standard`]);
    const after = await runAs(analyst, () => intakeOf(ASTON));
    expect([before?.store.people, after?.store.people]).toEqual([35, 75]);
    expect(after?.release.title).toBe('intake-aston-2026.csv');
    await runAs(analyst, () => withdrawRelease(after?.release.id ?? '', 'ordinary', 'Read'));
  });

  test('is replaced by the school’s own newer file of the same years', async () => {
    await load('intake-leeds-again.csv', [
      INTAKE,
      `2024,${LEEDS},${CUMBERLAND},14,1,standard`,
      `2025,${LEEDS},${CUMBERLAND},7,1,standard`,
    ]);
    const [leeds, aston] = await runAs(analyst, () => Promise.all([intakeOf(LEEDS), intakeOf(ASTON)]));
    expect([leeds?.store.people, leeds?.roundingBase, aston?.store.people]).toEqual([21, 1, 35]);
  });
});
