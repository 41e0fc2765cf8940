import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { stageImport } from '@/lib/data/imports';
import { roundedTablesOf } from '@/lib/data/journeys/rounded-source';
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

const homes = (entrants: number, female: number | string = '') =>
  `period,home_lad,school_id,entrants,female,male,white,non_white\n2020-2024,E08000035,university-of-leeds,${entrants},${female},,,\n`;
const foundation = (graduates: number) =>
  `period,school_id,foundation_area,graduates,female,male,white,non_white\n2020-2024,university-of-leeds,FA-london,${graduates},,,,\n`;

const stageUnder = async (ruleSet: RuleSetId, text: string, given = {}) => {
  const file = files.write(`rounded-${ruleSet}.csv`, text);
  return (await runAs(analyst, () => stageImport({ file, fileName: 'rounded.csv', isLocalOnly: true, ruleSet, given })))
    .entry;
};

test.each<[RuleSetId, string, string, string, string]>([
  ['nhs_subnational_1_to_7', homes(3), 'entrants', '3', 'not_rounded'],
  ['nhs_subnational_1_to_7', homes(45, 5), 'female', '5', 'small_count'],
  ['hesa_rounding_5', homes(43), 'entrants', '43', 'not_rounded'],
  ['hesa_rounding_5', foundation(43), 'graduates', '43', 'not_rounded'],
  ['none', homes(43), 'entrants', '43', 'not_rounded'],
])(
  'under %s a count that is not as the rule says is an error of its row',
  async (rule, text, column, value, broken) => {
    expect(await stageUnder(rule, text)).toMatchObject({
      status: 'refused',
      errors: [{ row: 2, column, value, rule: broken }],
    });
  },
);

test('where nothing is said of a table that is not rounded to 5, the message says what to give', async () => {
  const [fault] = (await stageUnder('none', homes(42))).errors;
  expect(fault?.message).toMatch(/Give the rounding base with the file, or the rule/);
});

test('the base that is given is checked, never below what the rule asks for', async () => {
  expect(await stageUnder('none', homes(42), { roundingBase: 3 })).toMatchObject({ status: 'ready' });
  expect(await stageUnder('hesa_rounding_5', homes(48), { roundingBase: 3 })).toMatchObject({ status: 'refused' });
  expect(await stageUnder('hesa_rounding_5', homes(45), { roundingBase: 10 })).toMatchObject({ status: 'refused' });
});

test('the base that is given is kept with the file, and is what the tables say', async () => {
  const entry = await files.publish('homes.csv', homes(60), { roundingBase: 20 });
  expect(entry.given).toEqual({ roundingBase: 20 });
  expect((await runAs(analyst, () => roundedTablesOf('england')))?.store.roundingBase).toBe(20);
});
