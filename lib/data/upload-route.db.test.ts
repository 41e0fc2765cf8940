import { readdirSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { POST } from '@/app/data/import/upload/route';
import type { Database } from '@/db/client';
import { auditEvent } from '@/db/schema';
import type { Viewer } from '@/lib/domain/access/access';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { ImportRefused } from './errors';
import { cancelImport, getImport, listImports } from './imports';
import { dropOldUploads } from './uploads';
import { asViewer, runAs } from './viewer';

const folder = vi.hoisted(() => {
  process.env.STEAD_DIR = `${process.env.TMPDIR ?? '/tmp'}/stead-upload-${process.pid}`;
  return process.env.STEAD_DIR;
});
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

let db: Database;
let analyst: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
}, 90_000);
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const FILL = 'Specialty and level,Posts,Accepts\nCardiology ST4,40,30\n';
const Answer = z.object({
  id: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

async function send(given: Record<string, string>, body = FILL) {
  const headers = { host: 'localhost:3000', 'x-stead-file': 'fill%20rates.csv', ...given };
  const request = new Request('http://localhost/data/import/upload', { method: 'POST', headers, body });
  const response = await runAs(analyst, () => POST(request));
  return { status: response.status, ...Answer.parse(await response.json()) };
}

const ended = (id: string) =>
  vi.waitFor(async () => {
    const entry = await runAs(analyst, () => getImport(id));
    expect(entry.status).not.toBe('reading');
    return entry;
  });

describe('a file sent with what it is about', () => {
  it('is refused by field where that can’t be read, and nothing is entered', async () => {
    expect(await send({ 'x-stead-period': 'March' })).toMatchObject({ status: 400, errors: [{ field: 'period' }] });
    expect(await send({ 'x-stead-area': 'TR-atlantis' })).toMatchObject({
      status: 400,
      errors: [{ field: 'area', message: expect.stringContaining('TR-atlantis') }],
    });
    expect(await runAs(analyst, listImports)).toEqual([]);
  });

  it('is gone from the disk where it is refused before it is read', async () => {
    const { status, errors } = await send({ 'x-stead-area': 'E06000001' });
    expect([status, errors]).toEqual([400, []]);
    expect(readdirSync(path.join(folder, 'uploads'))).toEqual([]);
  });

  it('keeps it with the entry, to be sent again or mapped with', async () => {
    const { status, id } = await send({ 'x-stead-period': '2025%2F26', 'x-stead-area': 'TR-wessex' }, 'a,b,c\n1,2,3\n');
    expect(status).toBe(200);
    expect(await ended(id ?? '')).toMatchObject({
      status: 'needs_mapping',
      given: { period: '2025/26', areaCode: 'TR-wessex' },
    });
  });

  it('is read as about it', async () => {
    const { id } = await send({ 'x-stead-period': '2025', 'x-stead-area': 'TR-wessex' });
    expect(await ended(id ?? '')).toMatchObject({ vintage: '2025, TR-wessex', fileName: 'fill rates.csv' });
  });

  it('needs nothing said of it', async () => {
    const { id } = await send({}, `${FILL}Psychiatry CT1,3,3\n`);
    expect(await ended(id ?? '')).toMatchObject({ given: {}, vintage: null });
  });
});

describe('a file that waits for its columns', () => {
  const kept = () => readdirSync(path.join(folder, 'uploads'));

  it('is kept on this machine, for a day, also where no other file comes', async () => {
    const { id } = await send({}, 'p,q,r\n1,2,3\n');
    const { sha256 } = await ended(id ?? '');
    await vi.waitFor(() => expect(kept()).toContain(sha256));
    const file = path.join(folder, 'uploads', sha256);
    dropOldUploads();
    expect(kept()).toContain(sha256);
    const before = Date.now() / 1000 - 90_000;
    utimesSync(file, before, before);
    dropOldUploads();
    expect(kept()).not.toContain(sha256);
  });

  it('is discarded: its headers go from the ledger, and the file from the disk', async () => {
    const { id = '' } = await send({}, 'v,Jane Doe,w\n1,2,3\n');
    const { sha256, headers } = await ended(id);
    expect(headers).toContain('Jane Doe');
    await vi.waitFor(() => expect(kept()).toContain(sha256));
    const discarded = await runAs(analyst, () => cancelImport(id));
    expect(discarded).toMatchObject({ status: 'cancelled', headers: [], errors: [], reject: null });
    expect(JSON.stringify(discarded)).not.toContain('Jane');
    expect(kept()).not.toContain(sha256);
    const admin = await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]);
    const events = await asViewer(admin, (tx) => tx.select().from(auditEvent).where(eq(auditEvent.subject, id)));
    expect(events.map(({ action }) => action)).toContain('import.cancel');
    await expect(runAs(analyst, () => cancelImport(id))).rejects.toBeInstanceOf(ImportRefused);
  });

  it('is not kept on a server that others reach', async () => {
    const { id } = await send({ host: 'stead.example.test' }, 's,t,u\n1,2,3\n');
    expect(await ended(id ?? '')).toMatchObject({ status: 'needs_mapping' });
    await vi.waitFor(() => expect(kept().filter((name) => name.endsWith('.part'))).toEqual([]));
    const { sha256 } = await ended(id ?? '');
    expect(kept()).not.toContain(sha256);
  });
});
