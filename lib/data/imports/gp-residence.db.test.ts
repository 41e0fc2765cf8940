import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Database, withPublisher } from '@/db/client';
import type { ImportEntry } from '@/lib/contracts/import';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const SMALL_AREAS = 33_755;
const SLOW_MS = 120_000;
const [BARNSLEY, BRADFORD] = ['E08000016', 'E08000032'];
const [SOUTH, WEST, ENGLAND] = ['E54000061', 'E54000054', 'E92000001'];
const HIGH = 'PRAC_CODE,PRAC_NAME,STAFF_GROUP,DETAILED_STAFF_ROLE,MEASURE,VALUE';
const PATIENTS = 'EXTRACT_DATE,PRACTICE_CODE,LSOA_2021_CODE,SEX,NUMBER_OF_PATIENTS';
const DAY = { period: '2026-03-31' };

/** Some codes were made for 2021, so that the list is known. */
const CODES = Array.from({ length: SMALL_AREAS }, (_, at) => `E010${at + 10_001}`);
/** All of A's patients live in Barnsley; B's in both places, half and half; C's practice sent nothing. */
const IN_BARNSLEY = 20_000;

const lookup = csvOf(
  'LSOA21CD,ICB24CD,ICB24CDH,LAD24CD',
  CODES.map((code, at) => (at < IN_BARNSLEY ? [code, SOUTH, 'QF7', BARNSLEY] : [code, WEST, 'QWO', BRADFORD])),
);
const listOf = (day: string, extra: readonly (readonly (string | number)[])[] = []): string =>
  csvOf(PATIENTS, [
    ...CODES.map((code, at) => [day, at < IN_BARNSLEY ? 'A81001' : 'B81001', code, 'ALL', 2]),
    [day, 'B81001', CODES[0] ?? '', 'ALL', 2 * (SMALL_AREAS - IN_BARNSLEY)],
    ...extra,
  ]);
const role = (practice: string, name: string, value: number | string) => [
  practice,
  'Surgery',
  'GP',
  name,
  'FTE',
  value,
];
const doctors = (c: number | string = 'NA'): string =>
  csvOf(HIGH, [
    role('A81001', 'Partner/Provider', 10),
    role('A81001', 'GP in Training Grade ST3', 4),
    role('A81001', 'Total', 99),
    role('B81001', 'Salaried', 6),
    role('B81001', 'Regular Locum', 2),
    role('C81001', 'Partner/Provider', c),
    ['A81001', 'Surgery', 'Nurses', 'Practice Nurse', 'FTE', 50],
    ['A81001', 'Surgery', 'GP', 'Partner/Provider', 'Headcount', 70],
  ]);

const Notes = z.object({ rows: z.array(z.object({ rule: z.string(), message: z.string() })) });

let db: Database;
let files: ReturnType<typeof importedFiles>;
let high: ImportEntry;

const rates = async () =>
  (await files.figures(high, 'gp-fte-by-residence')).map(({ areaCode, numerator, value }) => [
    areaCode,
    numerator,
    value,
  ]);
const rules = async () => {
  const result = await withPublisher(db, (tx) =>
    tx.execute(sql`select flag->>'rule' as rule, flag->>'message' as message
      from import_file, jsonb_array_elements(flags) as flag where release_id = ${high.releaseId} and flag->>'rule' like 'figures%'`),
  );
  return Notes.parse(result).rows;
};

beforeAll(async () => {
  db = await openPublishedDb();
  files = importedFiles(db, await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]));
  high = await files.publish('high.csv', doctors(), DAY);
}, SLOW_MS);
afterAll(async () => {
  await db.close();
  files.close();
});

describe('GPs by where their patients live', () => {
  test(
    'wait for patients and a look-up, in any order',
    async () => {
      expect(await rates()).toEqual([]);
      expect(await rules()).toMatchObject([{ rule: 'figures_missing' }]);
      await files.publish('lookup.csv', lookup);
      expect(await rates()).toEqual([]);
    },
    SLOW_MS,
  );

  test(
    'are those of each practice, shared out by its patients; trainees, totals and other staff are not counted',
    async () => {
      const patients = await files.publish('patients.csv', listOf('01/04/2026'));
      const made = new Map((await rates()).map(([code, fte, rate]) => [code, [fte, rate]]));
      const [inBarnsley, inBradford] = [2 * IN_BARNSLEY, 2 * (SMALL_AREAS - IN_BARNSLEY)];
      const both = [BARNSLEY, SOUTH].map((code) => made.get(code));
      const barnsley = [expect.closeTo(14, 9), expect.closeTo(14e4 / (inBarnsley + inBradford), 9)];
      expect(both).toEqual([barnsley, barnsley]);
      const bradford = [expect.closeTo(4, 9), expect.closeTo(4e4 / inBradford, 9)];
      expect([BRADFORD, WEST].map((code) => made.get(code))).toEqual([bradford, bradford]);
      const england = [expect.closeTo(18, 9), expect.closeTo(18e4 / (inBarnsley + 2 * inBradford), 9)];
      expect(made.get(ENGLAND)).toEqual(england);
      await files.withdraw(patients);
      expect(await rates()).toEqual([]);
    },
    SLOW_MS,
  );

  test(
    'are in no area where over a twentieth of its patients are with practices whose doctors aren’t known',
    async () => {
      const [, , , ...bradford] = CODES.slice(IN_BARNSLEY);
      const extra = bradford.slice(0, 2_000).map((code) => ['01/04/2026', 'C81001', code, 'ALL', 2]);
      const patients = await files.publish('patients-c.csv', listOf('01/04/2026', extra));
      const codes = (await rates()).map(([code]) => code);
      expect(codes).toEqual(expect.arrayContaining([BARNSLEY, SOUTH, ENGLAND]));
      expect(codes).not.toContain(BRADFORD);
      expect(codes).not.toContain(WEST);
      const notes = await rules();
      expect(JSON.stringify(notes)).toContain('1 practices have patients and no full-time equivalent');
      await files.withdraw(patients);
    },
    SLOW_MS,
  );

  describe('with patients that aren’t all of England’s on one day', () => {
    const of = (sexes: readonly string[], codes: readonly string[] = CODES, day = '01/04/2026') =>
      csvOf(
        PATIENTS,
        sexes.flatMap((sex) => codes.map((code, at) => [day, at < IN_BARNSLEY ? 'A81001' : 'B81001', code, sex, 1])),
      );
    const england = async () => (await rates()).find(([code]) => code === ENGLAND)?.[2];
    const partialOf = ({ flags }: ImportEntry) =>
      flags.flatMap(({ rule, message }) => (rule === 'figures_partial' ? [message] : []));
    const all = 18e4 / (2 * SMALL_AREAS);

    test(
      'are none of one sex, of a part of the country or of several days, and say why',
      async () => {
        const whole = await files.publish('both.csv', of(['MALE', 'FEMALE']));
        expect(await england()).toBeCloseTo(all, 9);
        const men = await files.publish('men.csv', of(['MALE']));
        expect(men.changes?.supersedes).toEqual([]);
        expect(partialOf(men)).toEqual([
          `The file has ${SMALL_AREAS} of the ${2 * SMALL_AREAS} small areas by sex that both.csv has; ${SMALL_AREAS} are missing. It doesn't take its place: both stay published, and figures of other files are made only with one that has every small area of England. If the file was cut, load the whole one.`,
        ]);
        expect(await england()).toBeCloseTo(all, 9);
        await files.publish('part.csv', of(['ALL'], CODES.slice(0, 12_000), '31/03/2026'));
        expect(await england()).toBeCloseTo(all, 9);
        await files.withdraw(whole);
        const [, ...second] = of(['ALL'], CODES, '02/04/2026').split('\n');
        await files.publish('days.csv', of(['ALL']) + second.join('\n'));
        expect(await rates()).toEqual([]);
        const [note] = await rules();
        expect(note).toMatchObject({ rule: 'figures_missing' });
        expect(note?.message).toContain('men.csv has neither all patients nor both sexes.');
        expect(note?.message).toContain(`part.csv has patients in 12000 of the ${SMALL_AREAS} small areas of England.`);
        expect(note?.message).toContain('days.csv has patients of several days, from 2026-04-01 to 2026-04-02.');
      },
      SLOW_MS,
    );
  });
});
