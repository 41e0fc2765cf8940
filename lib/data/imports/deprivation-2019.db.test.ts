import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import type { ImportEntry } from '@/lib/contracts/import';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const SMALL_AREAS = 32_844;
const SLOW_MS = 120_000;
const HEADER =
  'LSOA code (2011),Local Authority District code (2019),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Total population: mid 2015 (excluding prisoners)';
const [AYLESBURY, CHILTERN, BUCKINGHAMSHIRE, BARNSLEY] = ['E07000004', 'E07000005', 'E06000060', 'E08000016'];
const ENGLAND = 'E92000001';
const BOARD = 'E54000061';

type Row = { code: string; lad: string; score: number; decile: number; people: number };

/** Barnsley, but for ten small areas of two districts that are Buckinghamshire now. */
const ROWS: readonly Row[] = Array.from({ length: SMALL_AREAS }, (_, at) => ({
  code: `E010${String(at + 1).padStart(5, '0')}`,
  lad: at < 5 ? AYLESBURY : at < 10 ? CHILTERN : BARNSLEY,
  score: at < 5 ? 10 : at < 10 ? 30 : 20 + (at % 7),
  decile: at < 10 ? (at < 5 ? 9 : 1) : (at % 10) + 1,
  people: at < 5 ? 3_000 : 1_000 + (at % 3),
}));
const fileOf = (rows: readonly Row[]): string =>
  csvOf(
    HEADER,
    rows.map(({ code, lad, score, decile, people }, at) => [code, lad, score, at + 1, decile, people]),
  );

const meanOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { score, people }) => sum + score * people, 0) / rows.reduce((sum, { people }) => sum + people, 0);

let db: Database;
let files: ReturnType<typeof importedFiles>;
let entry: ImportEntry;

const valuesOf = async (indicator: string) =>
  new Map((await files.figures(entry, indicator)).map(({ areaCode, value }) => [areaCode, value]));

beforeAll(async () => {
  db = await openPublishedDb();
  files = importedFiles(db, await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]));
  entry = await files.publish('imd2019.csv', fileOf(ROWS));
}, SLOW_MS);
afterAll(async () => {
  await db.close();
  files.close();
});

describe('deprivation of 2019', () => {
  test('is the mean of small areas weighted by the file’s own people, in today’s authorities', async () => {
    const scores = await valuesOf('imd-2019-score');
    expect([...scores.keys()].sort()).toEqual([BUCKINGHAMSHIRE, BARNSLEY, ENGLAND].sort());
    expect(scores.get(BUCKINGHAMSHIRE)).toBeCloseTo(meanOf(ROWS.slice(0, 10)), 9);
    expect(scores.get(BARNSLEY)).toBeCloseTo(meanOf(ROWS.slice(10)), 9);
    expect(scores.get(ENGLAND)).toBeCloseTo(meanOf(ROWS), 9);
    const tenths = await valuesOf('imd-2019-most-deprived-tenth');
    expect(tenths.get(BUCKINGHAMSHIRE)).toBeCloseTo((100 * 5_005) / 20_005, 9);
  });

  test('says which authorities are successors, and never makes figures of the 2025 index', async () => {
    const figures = await files.figures(entry);
    const noted = figures.filter(({ note }) => note?.includes('successors')).map(({ areaCode }) => areaCode);
    expect(new Set(noted)).toEqual(new Set([BUCKINGHAMSHIRE]));
    expect(figures.every(({ indicatorId }) => indicatorId.startsWith('imd-2019-'))).toBe(true);
    expect(entry.changes?.areasUnknown).toEqual([]);
    const rules = entry.flags.map(({ rule }) => rule).filter((rule) => rule.startsWith('figures_'));
    expect(rules).toEqual(['figures_method', 'figures_missing']);
  });

  test(
    'has boards with a look-up of 2011 only, and they go with it',
    async () => {
      const lookup = (year: number, rows: readonly string[]) =>
        csvOf(
          `LSOA${year}CD,ICB24CD,ICB24CDH,LAD24CD`,
          rows.map((code) => [code, BOARD, 'QF7', BARNSLEY]),
        );
      const codes = ROWS.map(({ code }) => code);
      const later = Array.from({ length: 33_755 }, (_, at) => `E010${at + 10_001}`);
      const of2021 = await files.publish('lookup21.csv', lookup(21, later));
      expect((await valuesOf('imd-2019-score')).has(BOARD)).toBe(false);
      const of2011 = await files.publish('lookup11.csv', lookup(11, codes));
      expect((await valuesOf('imd-2019-score')).get(BOARD)).toBeCloseTo(meanOf(ROWS), 9);
      await files.withdraw(of2011);
      expect((await valuesOf('imd-2019-score')).has(BOARD)).toBe(false);
      await files.withdraw(of2021);
    },
    SLOW_MS,
  );

  test('is made of no part of the small areas, and of no file without people', async () => {
    const part = await files.stage('part.csv', fileOf(ROWS.slice(0, 10)));
    expect(part.changes).toMatchObject({ figures: 0, supersedes: [] });
    expect(part.flags.map(({ message }) => message).join(' ')).toContain('10 of the 32844 small areas of 2011');
  });
});
