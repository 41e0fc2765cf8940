import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Database, withPublisher } from '@/db/client';
import type { Viewer } from '@/lib/domain/access/access';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor } from '@/lib/testing/viewers';
import { loadDemonstration, removeDemonstration } from './demonstration';
import { ImportRefused } from './errors';
import { getIndicator } from './figures';
import { listImports, stageImport } from './imports';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const LOADING_MS = 300_000;

let db: Database;
let analyst: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  await runAs(analyst, () => loadDemonstration(() => {}));
}, LOADING_MS);

afterAll(() => db.close());

const load = () => runAs(analyst, () => loadDemonstration(() => {}));
const count = async (query: ReturnType<typeof sql>): Promise<number> =>
  z
    .object({ rows: z.tuple([z.object({ n: z.coerce.number() })]) })
    .parse(await withPublisher(db, (tx) => tx.execute(query))).rows[0].n;

const figuresOf = async (id: string) => (await runAs(analyst, () => getIndicator(id))).figures;

test('goes in through the importers: every file published, none with an error', async () => {
  const entries = await runAs(analyst, listImports);
  expect(entries.map(({ dataset, status, errorTotal }) => [dataset, status, errorTotal]).sort()).toEqual(
    ['cohort', 'establishment', 'fill', 'home_school', 'intake', 'placements', 'retention', 'school_foundation'].map(
      (dataset) => [dataset, 'published', 0],
    ),
  );
});

test('is marked as a demonstration in every figure, and England has none of it', async () => {
  for (const id of ['training-vacancy-rate', 'specialty-fill-rate', 'imd-score']) {
    const figures = await figuresOf(id);
    const invented = figures.filter(({ areaCode }) => areaCode.startsWith('XD-'));
    expect(invented.length).toBeGreaterThan(0);
    expect(invented.every(({ provenance }) => provenance === 'demonstration')).toBe(true);
    const real = figures.filter(({ areaCode }) => !areaCode.startsWith('XD-'));
    expect(real.some(({ provenance }) => provenance === 'demonstration')).toBe(false);
  }
});

test('shows the planted slope of vacancy against deprivation', async () => {
  const latest = (figures: Awaited<ReturnType<typeof figuresOf>>) =>
    new Map(
      figures
        .filter(({ breakdown, areaCode }) => breakdown === 'all' && areaCode.startsWith('XD-TR-'))
        .toReversed()
        .flatMap(({ areaCode, measure }) => (measure.kind === 'value' ? [[areaCode, measure.value] as const] : [])),
    );
  const deprivation = latest(await figuresOf('imd-score'));
  const vacancy = latest(await figuresOf('training-vacancy-rate'));
  const codes = [...deprivation.keys()].filter((code) => vacancy.has(code));
  expect(codes).toHaveLength(11);
  const mean = (values: ReadonlyMap<string, number>) =>
    codes.reduce((sum, code) => sum + (values.get(code) ?? 0), 0) / 11;
  const [middle, level] = [mean(deprivation), mean(vacancy)];
  const slope = codes.reduce(
    (sum, code) => sum + ((deprivation.get(code) ?? 0) - middle) * ((vacancy.get(code) ?? 0) - level),
    0,
  );
  const { effects } = z
    .object({ effects: z.object({}).loose() })
    .parse(JSON.parse(readFileSync(path.join(process.cwd(), 'db/seeds/demonstration/planted.json'), 'utf8')));
  expect(Object.keys(effects).length).toBeGreaterThan(0);
  expect(slope).toBeGreaterThan(0);
});

test('its codes are refused in a file about England', async () => {
  const file = path.join(process.cwd(), '.stead', 'mixed.csv');
  await import('node:fs').then(({ mkdirSync, writeFileSync }) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(
      file,
      'period_end,area_code,specialty,level,establishment_fte,in_post_fte\n2026-03-31,XD-TR-oruvane,Cardiology,ST4,4,3\n',
    );
  });
  const { entry } = await runAs(analyst, () => stageImport({ file, fileName: 'mixed.csv', isLocalOnly: true }));
  expect(entry).toMatchObject({ status: 'refused', errors: [{ value: 'XD-TR-oruvane' }] });
});

test('a second load is refused; only analysts load, analysts and administrators remove', async () => {
  await expect(load()).rejects.toBeInstanceOf(ImportRefused);
  const manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
  expect(await outcomeFor(manager, () => loadDemonstration(() => {}))).toBe('forbidden');
  expect(await outcomeFor(manager, removeDemonstration)).toBe('forbidden');
});

test('is gone after one action, and can come back', async () => {
  const admin = await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]);
  await runAs(admin, removeDemonstration);
  expect(await count(sql`select count(*) as n from area where root = 'demonstration'`)).toBe(0);
  expect(await count(sql`select count(*) as n from observation where provenance = 'demonstration'`)).toBe(0);
  expect(await count(sql`select count(*) as n from establishment`)).toBe(0);
  expect(await count(sql`select count(*) as n from source_row`)).toBe(0);
});
