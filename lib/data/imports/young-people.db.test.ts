import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import type { ImportEntry } from '@/lib/contracts/import';
import { importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { AUTHORITIES, schoolFactsFile, YOUNG_ENGLAND, youngFile, youngSum } from '@/lib/testing/young-england';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const ENGLAND = 'E92000001';
const [PEOPLE, SHARE] = ['population-16-17', 'non-white-share-16-17'];
/** All four authorities of it lie in it whole; parts of West Yorkshire's don't. */
const [SOUTH_YORKSHIRE, WEST_YORKSHIRE] = ['E54000061', 'E54000054'];
const IN_SOUTH_YORKSHIRE = ['E08000016', 'E08000017', 'E08000018', 'E08000019'];
const [BARNSLEY, DORSET, BOURNEMOUTH] = ['E08000016', 'E54000041', 'E06000058'];
const BEFORE_BOURNEMOUTH = ['E06000028', 'E06000029', 'E07000048'];

let db: Database;
let files: ReturnType<typeof importedFiles>;
beforeAll(async () => {
  db = await openPublishedDb();
  files = importedFiles(db, await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]));
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

const valuesOf = async (entry: ImportEntry, code: string, indicator = PEOPLE) =>
  Object.fromEntries(
    (await files.figures(entry, indicator))
      .filter(({ areaCode }) => areaCode === code)
      .map(({ breakdown, value }) => [breakdown, value]),
  );
const areasOf = async (entry: ImportEntry) =>
  new Set(
    (await files.figures(entry, PEOPLE)).filter(({ breakdown }) => breakdown === 'all').map((one) => one.areaCode),
  );
const notesOf = ({ flags }: ImportEntry, rule = 'figures_partial') =>
  flags.flatMap((one) => (one.rule === rule ? [one.message] : []));

const groupsOf = (codes: readonly string[]) => ({
  all: youngSum(({ people }) => people, codes),
  female: youngSum(({ female }) => female, codes),
  male: youngSum(({ male }) => male, codes),
  white: youngSum(({ white }) => white, codes),
  'non-white': youngSum(({ nonWhite }) => nonWhite, codes),
  'fifth-1': youngSum(({ fifths }) => fifths[0] ?? 0, codes),
  'fifth-2': youngSum(({ fifths }) => fifths[1] ?? 0, codes),
  'fifth-3': youngSum(({ fifths }) => fifths[2] ?? 0, codes),
  'fifth-4': youngSum(({ fifths }) => fifths[3] ?? 0, codes),
  'fifth-5': youngSum(({ fifths }) => fifths[4] ?? 0, codes),
});

describe('young_people.csv of all of England', () => {
  let whole: ImportEntry;
  beforeAll(async () => {
    whole = await files.publish('young-2023.csv', youngFile(2023));
  }, 60_000);

  test('gives authorities, whole boards and regions, and England their people by group', async () => {
    expect([whole.status, whole.errors, notesOf(whole)]).toEqual(['published', [], []]);
    expect(await valuesOf(whole, 'E08000035')).toEqual(groupsOf(['E08000035']));
    expect(await valuesOf(whole, SOUTH_YORKSHIRE)).toEqual(groupsOf(IN_SOUTH_YORKSHIRE));
    expect(await valuesOf(whole, ENGLAND)).toEqual(groupsOf(AUTHORITIES));
  });

  test('is of 30 June, derived, and says so of regions that are indicative', async () => {
    const london = (await files.figures(whole, PEOPLE)).filter(({ areaCode }) => areaCode === 'TR-london');
    expect(london).toHaveLength(10);
    expect(london[0]).toMatchObject({ label: '2023', end: '2023-06-30', note: expect.stringContaining('indicative') });
  });

  test('gives nothing to a board or region that has a part of an authority', async () => {
    const areas = await areasOf(whole);
    const larger = [...areas].filter((code) => !AUTHORITIES.includes(code));
    expect(larger.filter((code) => code.startsWith('E54'))).toHaveLength(27);
    expect(larger.filter((code) => code.startsWith('TR-'))).toEqual(['TR-london', 'TR-west-midlands']);
    expect(larger.filter((code) => code.startsWith('E40'))).toEqual(['E40000003']);
    expect(areas.has(WEST_YORKSHIRE)).toBe(false);
  });

  test('gives the share who aren’t white, of those whose group is known', async () => {
    const nonWhite = youngSum(({ nonWhite: count }) => count);
    const known = nonWhite + youngSum(({ white }) => white);
    const england = (await files.figures(whole, SHARE)).find(({ areaCode }) => areaCode === ENGLAND);
    expect(england).toMatchObject({ numerator: nonWhite, denominator: known, breakdown: 'all' });
    expect(england?.value).toBeCloseTo((100 * nonWhite) / known, 10);
  });
});

describe('young_people.csv with less than all', () => {
  test('gives England nothing where one authority is missing, nor the board that it is in, and says which', async () => {
    const part = YOUNG_ENGLAND.filter(({ code }) => code !== BARNSLEY);
    const entry = await files.publish('young-2019.csv', youngFile(2019, part));
    const areas = await areasOf(entry);
    expect([areas.has(ENGLAND), areas.has(SOUTH_YORKSHIRE), areas.has(DORSET)]).toEqual([false, false, true]);
    expect(notesOf(entry)).toMatchObject([expect.stringMatching(/^Of 2019 the file has 295 of the 296 .*E08000016/)]);
  });

  test('gives England no group that one authority hasn’t', async () => {
    const rows = youngFile(2018).trimEnd().split('\n');
    const cut = rows.map((row) => (row.includes(BARNSLEY) ? `${row.split(',').slice(0, 5).join(',')},,,,,,,` : row));
    const entry = await files.publish('young-2018.csv', `${cut.join('\n')}\n`);
    expect(Object.keys(await valuesOf(entry, ENGLAND))).toEqual(['all', 'female', 'male']);
    expect(await valuesOf(entry, ENGLAND, SHARE)).toEqual({});
    expect(Object.keys(await valuesOf(entry, SOUTH_YORKSHIRE))).toEqual(['all', 'female', 'male']);
    expect(notesOf(entry)).toMatchObject([expect.stringContaining('fifth-1, fifth-2, fifth-3, fifth-4, fifth-5')]);
  });

  test('takes the place of a file of the year only with every number that it has', async () => {
    const young = YOUNG_ENGLAND.filter(({ code }) => IN_SOUTH_YORKSHIRE.includes(code));
    const short = ['year,home_lad,people', ...young.map(({ code, people }) => `2017,${code},${people}`), ''].join('\n');
    const first = await files.publish('young-2017.csv', youngFile(2017, young));
    const lacksGroups = await files.stage('young-2017-short.csv', short);
    expect(lacksGroups.changes?.supersedes).toEqual([]);
    const again = await files.stage('young-2017-again.csv', youngFile(2017, [...young].reverse()));
    expect(again.changes?.supersedes).toEqual([first.releaseId]);
  });
});

describe('codes of authorities in young_people.csv', () => {
  test('of 2025 are read as those of the list, and those merged before are counted in their successors', async () => {
    const [bournemouth] = YOUNG_ENGLAND.filter(({ code }) => code === BOURNEMOUTH);
    if (!bournemouth) throw new Error('Not in the list');
    const others = YOUNG_ENGLAND.filter((one) => one !== bournemouth);
    const before = BEFORE_BOURNEMOUTH.map((code) => ({ ...bournemouth, code }));
    const codeOf = (code: string) => (code === BARNSLEY ? 'E08000038' : code);
    const entry = await files.publish('young-2016.csv', youngFile(2016, [...others, ...before], codeOf));
    expect(notesOf(entry, 'code_read_as')).toHaveLength(1);
    expect(await valuesOf(entry, BARNSLEY)).toEqual(groupsOf([BARNSLEY]));
    expect(await valuesOf(entry, BOURNEMOUTH)).toMatchObject({ all: 3 * bournemouth.people });
    expect(await valuesOf(entry, ENGLAND)).toMatchObject({
      all: youngSum(({ people }) => people) + 2 * bournemouth.people,
    });
    const rebased = (await files.figures(entry, PEOPLE)).find(({ areaCode }) => areaCode === BOURNEMOUTH);
    expect(rebased?.note).toContain('merged');
  });

  test('that were merged make no successor without the others, nor beside it', async () => {
    const some = YOUNG_ENGLAND.filter(({ code }) => ['E06000059', BOURNEMOUTH].includes(code));
    const [one] = some.map((young) => ({ ...young, code: BEFORE_BOURNEMOUTH[0] ?? '' }));
    const alone = await files.publish('young-2015.csv', youngFile(2015, one ? [one] : []));
    expect(await files.figures(alone)).toEqual([]);
    expect(notesOf(alone)).toMatchObject([expect.stringMatching(/^Of 2015 E06000058 gets no figure/)]);
    const beside = await files.publish('young-2014.csv', youngFile(2014, one ? [...some, one] : []));
    expect([...(await areasOf(beside))]).toEqual(['E06000059']);
  });

  test('that are of no authority of England are refused, by row', async () => {
    const file =
      'year,home_lad,people\n2024,E08000035,100\n2024,E54000061,100\n2024,W06000015,100\n2024,E06999999,100\n';
    const { status, errors } = await files.stage('wrong.csv', file);
    expect([status, errors.map(({ row, column, rule }) => [row, column, rule])]).toEqual([
      'refused',
      [
        [3, 'home_lad', 'wrong_kind_of_area'],
        [4, 'home_lad', 'unknown_area'],
        [5, 'home_lad', 'unknown_area'],
      ],
    ]);
  });
});

describe('school_facts.csv', () => {
  test('gives schools their founding year and entrants, and foundation areas their places', async () => {
    const facts = await files.publish('facts-2025.csv', schoolFactsFile(2025));
    expect([facts.status, facts.errors]).toEqual(['published', []]);
    const figures = await files.figures(facts);
    const counts = ['school-founded', 'annual-intake', 'annual-foundation-places'].map(
      (id) => figures.filter(({ indicatorId }) => indicatorId === id).length,
    );
    expect(counts).toEqual([38, 38, 19]);
    expect(figures.find(({ areaCode }) => areaCode === 'FA-trent')).toMatchObject({
      indicatorId: 'annual-foundation-places',
      breakdown: 'all',
      label: '2025',
      end: '2025-12-31',
    });
  });

  test('refuses an area of another kind, by row', async () => {
    const file =
      'year,area_code,founded,annual_intake,annual_foundation_places\n2025,university-of-nowhere,1900,,\n2025,FA-nowhere,,,9\n';
    const { errors } = await files.stage('facts-wrong.csv', file);
    expect(errors.map(({ row, column, rule }) => [row, column, rule])).toEqual([
      [2, 'area_code', 'unknown_area'],
      [3, 'area_code', 'unknown_area'],
    ]);
  });
});
