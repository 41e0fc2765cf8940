import { request } from 'node:http';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { DELETE, POST } from '@/app/api/command/route';
import { type Database, withPublisher } from '@/db/client';
import { type CommandProgress, HEARTBEAT_MS } from '@/lib/contracts/command-stream';
import { keepOperator } from '@/lib/data/first-accounts';
import { asViewer } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { serveRoute } from '@/lib/testing/served-route';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { bundleWorker } from '@/lib/testing/worker-bundle';
import { execute } from './execute';
import { throughServer } from './through-server';

const token = vi.hoisted(() => {
  process.env.STEAD_COMMAND_TOKEN = 'a-token-that-is-long-enough';
  return process.env.STEAD_COMMAND_TOKEN;
});
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

const HEADER = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';
const KEYS = ['dataset', 'status', 'rows', 'errorTotal', 'errors', 'vintage', 'release'];

let db: Database;
let auditor: Viewer;
let server: Awaited<ReturnType<typeof serveRoute>>;
let files: ReturnType<typeof importedFiles>;

beforeAll(async () => {
  bundleWorker();
  db = await openPublishedDb();
  await keepOperator(db);
  await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
  files = importedFiles(db, await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]));
  auditor = await addViewer(db, 'auditor@example.test', [OWN_GRANT.analyst, OWN_GRANT.admin]);
  server = await serveRoute({ POST, DELETE });
}, 90_000);
afterAll(async () => {
  server.close();
  await db.close();
  files.close();
});
afterEach(() => vi.useRealTimers());

/** Enough rows for several batches: there is something to stop in the middle of. */
const posts = (name: string, rows: number): string =>
  files.write(
    `${name}.csv`,
    csvOf(
      HEADER,
      Array.from({ length: rows }, (_, at) => ['2026-03-31', 'TR-london', `${name} ${at}`, 'ST4', 40, 30]),
    ),
  );

async function run(argv: readonly string[], onTold: (told: CommandProgress, stop: AbortController) => void = () => {}) {
  const stop = new AbortController();
  const told: CommandProgress[] = [];
  const said: string[] = [];
  const result = await throughServer({ port: server.port, token }, argv, {
    tell: (progress) => {
      told.push(progress);
      onTold(progress, stop);
    },
    say: (message) => said.push(message),
    stop: stop.signal,
  });
  return { result, told, said };
}

const Stored = z.object({ rows: z.array(z.object({ posts: z.number(), staged: z.number(), live: z.number() })) });

async function stored() {
  const found = await withPublisher(db, (tx) =>
    tx.execute(sql`
      select (select count(*)::int from establishment) as posts,
        (select count(*)::int from release where status = 'staged') as staged,
        (select count(*)::int from import_file where status in ('reading', 'ready')) as live`),
  );
  return Stored.parse(found).rows[0];
}

const Entry = z.object({ rows: z.array(z.object({ status: z.string(), cancels: z.number() })) });

async function entryOf(fileName: string) {
  const found = await asViewer(auditor, (tx) =>
    tx.execute(sql`
      select status, (select count(*)::int from audit_event
        where action = 'import.cancel' and subject = import_file.id::text) as cancels
      from import_file where file_name = ${fileName}`),
  );
  return Entry.parse(found).rows;
}

const NOTHING = { posts: 0, staged: 0, live: 0 };

describe('a command through a running server', () => {
  it('cancels the import that is stopped, says so, and keeps nothing of it', async () => {
    const file = posts('stopped', 60_000);
    const { result, said } = await run(['import', file, '--json'], ({ phase }, stop) => {
      if (phase === 'reading') stop.abort();
    });
    expect(said).toEqual(['Cancelling …']);
    expect(result).toMatchObject({
      status: 1,
      document: { status: 'refused', release: null, errorTotal: 1, errors: [{ rule: 'cancelled' }] },
      text: expect.stringContaining('cancelled'),
    });
    expect(await entryOf('stopped.csv')).toEqual([{ status: 'cancelled', cancels: 1 }]);
    expect(await stored()).toEqual(NOTHING);
  });

  it('cancels the import of whoever goes away, and keeps nothing of it', async () => {
    const file = posts('left', 60_000);
    await new Promise<void>((resolve) => {
      const asked = request(
        {
          port: server.port,
          host: 'localhost',
          path: '/api/command',
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
        },
        (answer) =>
          answer.on('data', (text: Buffer) => {
            if (!text.toString().includes('"phase":"reading"')) return;
            asked.destroy();
            resolve();
          }),
      );
      asked.on('error', () => {});
      asked.end(JSON.stringify({ argv: ['import', file, '--json'] }));
    });
    await vi.waitFor(
      async () => expect(await entryOf('left.csv')).toEqual([{ status: 'cancelled', cancels: 1 }]),
      10_000,
    );
    expect(await stored()).toEqual(NOTHING);
  });

  it('publishes nothing of a file that is given up while it is published', async () => {
    const stop = new AbortController();
    const file = posts('late', 10);
    const result = await execute(
      ['import', file, '--json'],
      ({ phase }) => {
        if (phase === 'publishing') stop.abort();
      },
      stop.signal,
    );
    expect(result).toMatchObject({ status: 1, document: { errors: [{ rule: 'cancelled' }], release: null } });
    expect(await entryOf('late.csv')).toEqual([{ status: 'cancelled', cancels: 1 }]);
    expect(await stored()).toEqual(NOTHING);
  });

  it('says how far it is, by phase and rows, and gives the documented shape; a stopped file can be sent again', async () => {
    const file = posts('stopped', 60_000);
    const { result, told } = await run(['import', file, '--json']);
    expect([...new Set(told.map(({ phase }) => phase))]).toEqual(['reading', 'checking', 'publishing']);
    const rows = told.map((one) => one.rows ?? -1);
    expect(rows).toEqual([...rows].sort((one, other) => one - other));
    expect(told.filter(({ phase, rows: read }) => phase === 'reading' && (read ?? 0) > 0).length).toBeGreaterThan(0);
    expect(rows.at(-1)).toBe(60_000);
    expect(result).toMatchObject({ status: 0, document: { status: 'published', rows: 60_000, errorTotal: 0 } });
    expect(Object.keys(Object(result.document))).toEqual(KEYS);
    expect(await stored()).toMatchObject({ posts: 60_000, staged: 0, live: 0 });
  }, 60_000);

  it('sends a line at least every ten seconds while nothing else is said', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const answer = await POST(
      new Request('http://localhost/api/command', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ argv: ['releases', '--json'] }),
      }),
    );
    vi.advanceTimersByTime(20_000);
    const lines = (await answer.text()).trim().split('\n');
    expect(HEARTBEAT_MS).toBeLessThanOrEqual(10_000);
    expect(lines.filter((line) => line.includes('"heartbeat"'))).toHaveLength(20_000 / HEARTBEAT_MS);
    expect(lines.at(-1)).toContain('"kind":"result"');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('refuses who may not import with status 3, and a wrong word with 2, in the shape of the document', async () => {
    const file = posts('refused', 5);
    const denied = await run(['import', file, '--json', '--as', 'manager@example.test']);
    expect(denied.result).toMatchObject({
      status: 3,
      document: {
        dataset: null,
        status: 'refused',
        rows: 0,
        errorTotal: 1,
        errors: [{ row: null, column: '', value: '', rule: 'not_permitted' }],
        vintage: null,
        release: null,
      },
    });
    const wrong = await run(['import', file, '--json', '--colour', 'red']);
    const cut = await run(['import', file, '--json', '--dataset']);
    const document = { status: 'refused', errorTotal: 1, errors: [{ rule: 'usage' }] };
    expect([wrong.result, cut.result]).toMatchObject([
      { status: 2, document },
      { status: 2, document },
    ]);
    for (const { result } of [denied, wrong, cut]) expect(Object.keys(Object(result.document))).toEqual(KEYS);
    expect(await entryOf('refused.csv')).toEqual([]);
    expect((await run(['releases', '--as', 'nobody@example.test'])).result.status).toBe(3);
  });

  it('takes no command, and stops none, without the token', async () => {
    const bare = (method: string) => new Request('http://localhost/api/command?run=x', { method });
    expect([(await POST(bare('POST'))).status, (await DELETE(bare('DELETE'))).status]).toEqual([401, 401]);
    await expect(
      throughServer({ port: server.port, token: 'wrong' }, ['releases'], {
        tell: () => {},
        say: () => {},
        stop: new AbortController().signal,
      }),
    ).rejects.toThrow('answered 401');
  });
});
