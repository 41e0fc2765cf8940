import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { publishImport, stageImport } from '@/lib/data/imports';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

let db: Database;
let analyst: Viewer;
let files: ReturnType<typeof importedFiles>;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  files = importedFiles(db, analyst);
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});
const HEAD = 'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y';
/** Of few people; the horizon is the column that has them. */
const retention = (year: number, years: 1 | 3): string =>
  [
    HEAD,
    ...['TR-london', 'TR-wessex', 'TR-north-east'].map(
      (code, at) => `${year},${code},core,${120 + at},${years === 1 ? `${4 + at},,` : `,${4 + at},`}`,
    ),
    '',
  ].join('\n');

const publishUnder = async (ruleSet: RuleSetId, content: string) => {
  const file = files.write(`${ruleSet}.csv`, content);
  const { entry } = await runAs(analyst, () => stageImport({ file, fileName: 'file.csv', isLocalOnly: true, ruleSet }));
  return runAs(analyst, () => publishImport(entry.id));
};

// Each of years of its own.
test.each<[RuleSetId, 1 | 3, RuleSetId, 1 | 3, number]>([
  ['nhs_subnational_1_to_7', 1, 'hesa_rounding_5', 1, 2010],
  ['hesa_rounding_5', 1, 'nhs_subnational_1_to_7', 1, 2012],
  ['hesa_rounding_5', 1, 'nhs_subnational_1_to_7', 3, 2014],
  ['nhs_subnational_1_to_7', 3, 'none', 1, 2016],
])(
  'people published under %s (%i years) are not published again under %s (%i years)',
  async (first, one, second, other, year) => {
    expect(await publishUnder(first, retention(year, one))).toMatchObject({ status: 'published' });
    await expect(publishUnder(second, retention(year, other))).rejects.toThrow(/under another rule before/);
    expect(await publishUnder(second, retention(year + 1, other))).toMatchObject({ status: 'published' });
  },
);

const COHORT =
  'entry_year,home_lad,school_id,sex,ethnicity,imd_quintile,entry_route,foundation_area,foundation_year,specialty_area,specialty_group,career_area,career_type,count';
const cohort = (year: number, people: number): string =>
  `${COHORT}\n${year},E08000035,university-of-leeds,F,white,3,standard,,,,,,,${people}\n`;

test('people of a school and year are not published under a second rule', async () => {
  expect(await publishUnder('nhs_subnational_1_to_7', cohort(2015, 40))).toMatchObject({ status: 'published' });
  await expect(publishUnder('hesa_rounding_5', cohort(2015, 41))).rejects.toThrow(/published under another rule/);
  expect(await publishUnder('hesa_rounding_5', cohort(2016, 41))).toMatchObject({ status: 'published' });
  expect(await publishUnder('hesa_rounding_5', cohort(2016, 42))).toMatchObject({ status: 'published' });
});
