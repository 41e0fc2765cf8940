import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { readPackCsv } from '@/db/seeds/csv';
import { AreaRow, MembershipRow } from '@/db/seeds/pack-rows';
import type { ImportEntry } from '@/lib/contracts/import';
import { getIndicator } from '@/lib/data/figures';
import { getImport, publishImport } from '@/lib/data/imports';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { comeDue, csvOf, importedFiles, type Stored } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const SLOW_MS = 180_000;
const SMALL_AREAS = 33_755;
const ENGLAND = 'E92000001';

const areas = readPackCsv('areas.csv', AreaRow);
const memberships = readPackCsv('memberships.csv', MembershipRow);
const boards = areas.filter(({ code }) => code.startsWith('E54')).map(({ code }) => code);
const authorities = areas.filter(({ type }) => type === 'local_authority').map(({ code }) => code);

/** As in the real list: codes that were there in 2011, then those made for 2021. */
const [KEPT, NEW_FROM] = [31_810, 33_769];
const lsoa = (number: number) => `E01${String(number).padStart(6, '0')}`;

/** A made-up England: every small area with its board, authority, score, decile and people. */
const places = Array.from({ length: SMALL_AREAS }, (_, at) => ({
  code: lsoa(at < KEPT ? at + 1 : NEW_FROM + at - KEPT),
  board: boards[at % boards.length] ?? '',
  authority: authorities[(at * 7) % authorities.length] ?? '',
  score: ((at * 13) % 900) / 10,
  decile: (at % 10) + 1,
  residents: 1_000 + ((at * 37) % 900),
  people2022: 1_100 + ((at * 41) % 700),
}));
type Place = (typeof places)[number];

const FILE_7 = csvOf(
  'LSOA code (2021),Local Authority District code (2024),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Total population: mid 2022',
  places.map((one, at) => [one.code, one.authority, one.score, at + 1, one.decile, one.people2022]),
);
const LOOKUP = csvOf(
  'LSOA21CD,ICB24CD,ICB24CDH,LAD24CD',
  places.map(({ code, board, authority }) => [code, board, 'QYG', authority]),
);
const LOOKUP_2011 = csvOf(
  'LSOA11CD,ICB24CD,ICB24CDH,LAD24CD',
  places.slice(0, 32_844).map(({ board, authority }, at) => [lsoa(at + 1), board, 'QYG', authority]),
);
const CENSUS = csvOf('date,geography,geography code,Residence type: Total; measures: Value', [
  ...places.map(({ code, residents }) => [2021, code, code, residents]),
  [2021, 'Wales', 'W01000003', 1_500],
]);

const parents = new Map<string, string[]>();
for (const { childCode, parentCode } of memberships) {
  if (!childCode.startsWith('E54')) continue;
  if (/^(E40|TR-)/.test(parentCode)) parents.set(childCode, [...(parents.get(childCode) ?? []), parentCode]);
}
const codesOf = ({ board, authority }: Place): string[] => [board, authority, ENGLAND, ...(parents.get(board) ?? [])];

/** The same sums by another way. */
function expected(weightOf: (place: Place) => number) {
  const sums = new Map<string, { people: number; tenth: number; score: number; units: number }>();
  for (const place of places) {
    const people = weightOf(place);
    for (const code of codesOf(place)) {
      const sum = sums.get(code) ?? { people: 0, tenth: 0, score: 0, units: 0 };
      sum.people += people;
      sum.tenth += place.decile === 1 ? people : 0;
      sum.score += people * place.score;
      sum.units += 1;
      sums.set(code, sum);
    }
  }
  return sums;
}

const valuesOf = (figures: readonly Stored[]) =>
  new Map(figures.map(({ areaCode, value }) => [areaCode, Number(value?.toFixed(6))]));

describe('figures made of small areas', () => {
  let db: Database;
  let analyst: Viewer;
  let files: ReturnType<typeof importedFiles>;
  let file7: ImportEntry;
  let census: ImportEntry;
  let lookup: ImportEntry;

  beforeAll(async () => {
    db = await openPublishedDb();
    analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
    files = importedFiles(db, analyst);
  }, SLOW_MS);
  afterAll(async () => {
    await db.close();
    files.close();
  });

  const fresh = (entry: ImportEntry) => runAs(analyst, () => getImport(entry.id));
  /** What is said of how figures are made; this England differs from the published one, and checks of quality say so. */
  const rulesOf = async (entry: ImportEntry) =>
    (await fresh(entry)).flags.map(({ rule }) => rule).filter((rule) => !rule.startsWith('quality_'));

  test(
    'wait for their look-up, and the preview says so',
    async () => {
      file7 = await files.publish('file7.csv', FILE_7);
      census = await files.publish('ts001.csv', CENSUS);
      expect(file7).toMatchObject({ dataset: 'imd2025_file7', status: 'published', rows: SMALL_AREAS });
      expect(census).toMatchObject({ dataset: 'census_residents_lsoa', vintage: 'LSOA 2021, 2021' });
      expect(await files.figures(file7)).toEqual([]);
      expect(await rulesOf(file7)).toEqual(['figures_missing']);
    },
    SLOW_MS,
  );

  test(
    'are made of neither a look-up of other small areas nor one of a part of England',
    async () => {
      await files.publish('lookup-2011.csv', LOOKUP_2011);
      await files.publish('lookup-part.csv', LOOKUP.split('\n').slice(0, 20_000).join('\n'));
      expect(await files.figures(file7)).toEqual([]);
      const { flags } = await fresh(file7);
      expect(flags[0]).toMatchObject({ rule: 'figures_not_joined' });
      expect(flags[0]?.message).toContain(
        'is of small areas (LSOAs) of 2011, this file of small areas (LSOAs) of 2021',
      );
    },
    SLOW_MS,
  );

  test(
    'are made when the look-up is published, on its day: residents, shares and weighted scores of every area',
    async () => {
      const { id } = await files.stage('lookup.csv', LOOKUP);
      lookup = await runAs(analyst, () => publishImport(id, '2099-01-01'));
      expect(lookup.status).toBe('scheduled');
      expect(await files.figures(file7)).toEqual([]);
      await comeDue(db);
      await runAs(analyst, () => getIndicator('population'));
      const sums = expected(({ residents }) => residents);
      expect(sums.size).toBe(1 + 7 + 11 + 42 + 296);
      const residents = valuesOf(await files.figures(census, 'population'));
      expect(residents).toEqual(new Map([...residents.keys()].map((code) => [code, sums.get(code)?.people])));
      expect(residents.size).toBe(357);
      const shares = valuesOf(await files.figures(file7, 'pop-most-deprived-tenth'));
      expect(shares.size).toBe(357);
      for (const [code, share] of shares) {
        const { tenth = 0, people = 1 } = sums.get(code) ?? {};
        expect(share).toBeCloseTo((100 * tenth) / people, 5);
      }
      const scores = valuesOf(await files.figures(file7, 'imd-score'));
      expect(scores.size).toBe(1 + 7 + 11);
      for (const [code, score] of scores) {
        const { score: sum = 0, people = 1 } = sums.get(code) ?? {};
        expect(score).toBeCloseTo(sum / people, 5);
      }
      expect(await rulesOf(file7)).toEqual([]);
    },
    SLOW_MS,
  );

  test(
    'follow the residents of the file where those of the census are withdrawn, and say so',
    async () => {
      await files.withdraw(census);
      const sums = expected(({ people2022 }) => people2022);
      const [england] = (await files.figures(file7, 'imd-score')).filter(({ areaCode }) => areaCode === ENGLAND);
      const { score = 0, people = 1 } = sums.get(ENGLAND) ?? {};
      expect(england?.value).toBeCloseTo(score / people, 8);
      expect(england?.note).toBe('Weighted by residents of mid-2022, as in the file.');
    },
    SLOW_MS,
  );

  test(
    'go with the look-up that they were made with',
    async () => {
      await files.withdraw(lookup);
      expect(await files.figures(file7)).toEqual([]);
      expect(await rulesOf(file7)).toEqual(['figures_not_joined']);
    },
    SLOW_MS,
  );

  test('are never made of small areas of 2011 with a look-up of 2021', async () => {
    const header =
      'LSOA code (2011),LSOA name (2011),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)';
    const entry = await files.stage(
      'imd2019.csv',
      csvOf(header, [['E01000001', 'City of London 001A', 6.2, 29199, 9]]),
    );
    expect(entry).toMatchObject({ dataset: 'imd2019_file7', status: 'ready', changes: { figures: 0 } });
    expect(entry.flags.map(({ rule }) => rule)).toEqual(['figures_method', 'figures_partial']);
  });
});
