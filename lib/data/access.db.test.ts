import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import type { Viewer } from '@/lib/domain/access/access';
import { GUARDED, NOT_GUARDED, type Person } from '@/lib/testing/access-table';
import { addCounts } from '@/lib/testing/count-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addRegionRecords, type RegionRecords } from '@/lib/testing/region-records';
import { addViewer, NE, OWN_GRANT, outcomeFor, YH } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

const SETTING_UP_MS = 90_000;

let db: Database;
let people: Record<Person, Viewer>;
let records: Record<'own' | 'other', RegionRecords>;

beforeAll(async () => {
  db = await openPublishedDb();
  people = {
    deanery: await addViewer(db, 'deanery@example.test', [OWN_GRANT.deanery]),
    school: await addViewer(db, 'school@example.test', [OWN_GRANT.school]),
    commissioner: await addViewer(db, 'commissioner@example.test', [OWN_GRANT.commissioner]),
    analyst: await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]),
    admin: await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]),
    'no grant': await addViewer(db, 'nobody@example.test', []),
  };
  // Colleagues wrote the records: what counts is the region, not the author.
  const colleague = await addViewer(db, 'colleague@example.test', [OWN_GRANT.deanery]);
  const elsewhere = await addViewer(db, 'north-east@example.test', [{ role: 'deanery', scope: NE }]);
  records = { own: await addRegionRecords(colleague, YH), other: await addRegionRecords(elsewhere, NE) };
  await addCounts(db);
  await outcomeFor(people.commissioner, () => GUARDED['briefings.createBriefing']?.call(records.own) ?? fail());
}, SETTING_UP_MS);

afterAll(() => db.close());

const fail = (): never => {
  throw new Error('The table has lost a row');
};

const PEOPLE = ['deanery', 'school', 'commissioner', 'analyst', 'admin', 'no grant'] as const;

const CASES = Object.entries(GUARDED).flatMap(([name, { rule, call }]) =>
  PEOPLE.flatMap((person) => [
    { name, person, call, scope: 'own' as const, expected: rule[person][0] },
    { name, person, call, scope: 'other' as const, expected: rule[person][1] },
  ]),
);

describe('guarded data layer', () => {
  it.each(CASES)('$name, $person, $scope region: $expected', async ({ person, scope, call, expected }) => {
    expect(await outcomeFor(people[person], () => call(records[scope]))).toBe(expected);
  });

  it.each(Object.entries(GUARDED))('%s asks for the grant itself, not only the database', async (_name, row) => {
    const stripped = { ...people.deanery, grants: [] };
    expect(await outcomeFor(stripped, () => row.call(records.own))).toBe(row.rule['no grant'][0]);
  });

  it.each(Object.entries(GUARDED))('%s answers nobody who is not signed in', async (_name, { call }) => {
    expect(await outcomeFor(null, () => call(records.own))).toBe('unauthenticated');
  });
});

const LAYER = path.join(process.cwd(), 'lib/data');
const FILES = readdirSync(LAYER).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

async function exportedFunctions(file: string): Promise<string[]> {
  const module: Record<string, unknown> = await import(path.join(LAYER, file));
  const names = Object.keys(module).filter((name) => typeof module[name] === 'function');
  return names.map((name) => `${path.basename(file, '.ts')}.${name}`);
}

describe('the access table', () => {
  it('has a row, or a reason not to, for every exported function of the layer, and no other', async () => {
    const exported = (await Promise.all(FILES.map(exportedFunctions))).flat();
    expect(exported.sort()).toEqual([...Object.keys(GUARDED), ...Object.keys(NOT_GUARDED)].sort());
  });

  it('is complete: a file that is not server-only reaches neither the database nor the viewer', () => {
    const open = FILES.map((file) => ({ file, text: readFileSync(path.join(LAYER, file), 'utf8') }))
      .filter(({ text }) => !text.includes("import 'server-only'"))
      .filter(({ text }) => /^import (?!type).*'(@\/db\/client|\.\/viewer)'/m.test(text));
    expect(open.map(({ file }) => file)).toEqual([]);
  });
});
