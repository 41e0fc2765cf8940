import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Database, openEmbedded, openPostgres, withPublisher } from '@/db/client';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { LEVELS } from '@/lib/import/datasets/exchange-columns';
import { createServerDatabase } from '@/lib/testing/test-db';
import { bundleWorker } from '@/lib/testing/worker-bundle';

const SERVER = process.env.STEAD_TEST_POSTGRES;
const IS_THOROUGH = process.env.STEAD_THOROUGH === '1';
/** Opening the embedded database takes seconds, and every kill is followed by three openings. */
const KILLS = SERVER ? (IS_THOROUGH ? 50 : 3) : IS_THOROUGH ? 6 : 1;
const SPECIALTIES = IS_THOROUGH ? 400 : 100;
const QUARTERS = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'];
const AREAS = ['TR-london', 'TR-wessex', 'TR-north-east', 'TR-west-midlands', 'TR-yorkshire-and-the-humber'];

let folder: string;
let file: string;
let url: string | null;

beforeAll(async () => {
  bundleWorker();
  folder = mkdtempSync(path.join(os.tmpdir(), 'stead-killed-'));
  file = path.join(folder, 'establishment.csv');
  writeFileSync(file, `period_end,area_code,specialty,level,establishment_fte,in_post_fte\n${rows().join('\n')}\n`);
  url = SERVER ? await createServerDatabase(SERVER) : null;
  // Without the demonstration country, whose loading would be killed as well.
  await ended(start(['demonstration', 'remove']));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = (): string[] =>
  QUARTERS.flatMap((day) =>
    AREAS.flatMap((area) =>
      Array.from({ length: SPECIALTIES }, (_, at) => `${day},${area},Specialty ${at}`).flatMap((place) =>
        LEVELS.map((level, at) => `${place},${level},${10 + at},${9.5 + at / 2}`),
      ),
    ),
  );

/** The command line as users have it, in a process of its own. */
const start = (argv: readonly string[]) =>
  spawn(process.execPath, [path.join('.stead', 'bundle', 'stead.mjs'), ...argv], {
    env: { ...process.env, STEAD_DIR: folder, DATABASE_URL: url ?? '', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

async function ended(child: ReturnType<typeof start>) {
  let output = '';
  let messages = '';
  child.stdout.on('data', (text) => {
    output += String(text);
  });
  child.stderr.on('data', (text) => {
    messages += String(text);
  });
  const [status] = await once(child, 'close');
  return { status, output, messages };
}

const startImport = () => start(['import', file, '--json']);

async function onDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = url ? openPostgres(url) : await openEmbedded(folder);
  return work(db).finally(() => db.close());
}

const State = z.object({
  shown_releases: z.coerce.number(),
  shown_figures: z.coerce.number(),
  shown_posts: z.coerce.number(),
  releases: z.coerce.number(),
  rows: z.coerce.number(),
  keys: z.coerce.number(),
  in_post: z.coerce.number(),
  live: z.coerce.number(),
  reading: z.coerce.number(),
});

/** What readers are shown, and all that lies in the tables. */
async function stateOf(db: Database) {
  const found = await withPublisher(db, (tx) =>
    tx.execute(sql`
      with ours as (select id, status from release where dataset = 'establishment'),
        shown as (select o.* from observation o join ours on ours.id = o.release_id where ours.status in ('published', 'scheduled'))
      select (select count(*) from ours where status in ('published', 'scheduled')) as shown_releases,
        (select count(*) from shown) as shown_figures,
        (select coalesce(sum(denominator), 0) from shown) as shown_posts,
        (select count(*) from ours) as releases,
        count(*) as rows, count(distinct (release_id, period_end, area_code, specialty, level)) as keys,
        coalesce(sum(in_post_fte), 0) as in_post,
        (select count(*) from import_file where status in ('reading', 'ready', 'scheduled', 'published')) as live,
        (select count(*) from import_file where status = 'reading') as reading
      from establishment`),
  );
  const [state] = z.object({ rows: z.array(State).length(1) }).parse(found).rows;
  return state;
}

async function clear(db: Database): Promise<void> {
  await withPublisher(db, async (tx) => {
    await tx.execute(
      sql`delete from observation where release_id in (select id from release where dataset is not null)`,
    );
    await tx.execute(sql`delete from establishment`);
    await tx.execute(sql`delete from import_file`);
    await tx.execute(sql`delete from release where dataset is not null`);
  });
}

/** The state of the database after a whole import, and how long that took. */
async function undisturbed() {
  const from = performance.now();
  const { status, messages } = await ended(startImport());
  expect({ status, messages }).toMatchObject({ status: 0 });
  const durationMs = performance.now() - from;
  const whole = await onDatabase(async (db) => {
    const state = await stateOf(db);
    await clear(db);
    return state;
  });
  return { durationMs, whole };
}

async function killedAfter(ms: number): Promise<void> {
  const child = startImport();
  const end = ended(child);
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await end;
  clearTimeout(timer);
}

const NOTHING = { shown_releases: 0, shown_figures: 0, shown_posts: 0 };

test(`an import that is killed at any of ${KILLS} instants is shown whole or not at all, and the next attempt makes it whole, once`, async () => {
  const { durationMs, whole } = await undisturbed();
  expect(whole).toMatchObject({ shown_releases: 1, rows: rows().length, keys: rows().length, live: 1, reading: 0 });
  const next = seededGenerator('kill');
  const found = { nothing: 0, whole: 0 };
  let lastMs = durationMs;
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Beyond the end too: the machine may be slower now.
    const ms = (1.1 * lastMs * (kill + next())) / KILLS;
    await killedAfter(ms);
    const after = await onDatabase(stateOf);
    const isWhole = after?.shown_releases === 1;
    found[isWhole ? 'whole' : 'nothing'] += 1;
    expect(after, `killed after ${ms} ms`).toMatchObject(isWhole ? (whole ?? {}) : NOTHING);
    const from = performance.now();
    const retry = await ended(startImport());
    if (!isWhole) lastMs = performance.now() - from;
    expect(retry.status, `${retry.messages}${retry.output}`).toBe(0);
    const mended = await onDatabase(async (db) => {
      const state = await stateOf(db);
      await clear(db);
      return state;
    });
    expect(mended, `killed after ${ms} ms, then tried again`).toEqual(whole);
  }
  console.log(`${KILLS} kills over ${Math.round(lastMs)} ms: ${found.nothing} left nothing, ${found.whole} all`);
}, 1_800_000);
