import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import { createBriefing, findBriefing, getBriefing, listBriefings, renderBriefing } from '@/lib/data/briefings';
import { AccessDenied } from '@/lib/data/errors';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, YH } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

let db: Database;
let manager: Viewer;
let id: string;
let releaseId: string;

beforeAll(async () => {
  db = await openPublishedDb();
  manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
  id = await as(() => createBriefing({ areaCode: YH, asks: [], purpose: 'information', runId: null }));
  releaseId = (await as(() => getBriefing(id))).releaseIds[0] ?? '';
}, 90_000);

afterAll(() => db.close());

const as = <Result>(work: () => Promise<Result>): Promise<Result> => runAs(manager, work);
const withdraw = (reason: 'ordinary' | 'disclosure') =>
  withPublisher(db, (tx) =>
    tx.execute(
      sql`update release set status = 'withdrawn', withdrawn_for = ${reason}, withdrawn_reason = 'A slip' where id = ${releaseId}`,
    ),
  );
const listed = async () => (await as(listBriefings)).find((one) => one.id === id);

describe('a briefing whose data were withdrawn', () => {
  it('has no flag while they are published', async () => {
    expect((await as(() => getBriefing(id))).banners).toEqual([]);
    expect(await listed()).toMatchObject({ flag: 'as_made' });
  });

  it('is kept under a banner that gives no reason away, on its page, in the list and in the PDF', async () => {
    const before = await as(() => renderBriefing(id));
    await withdraw('ordinary');
    const { banners } = await as(() => getBriefing(id));
    expect(banners.join()).toContain('Made from data withdrawn since');
    expect(banners.join()).not.toContain('A slip');
    expect(await listed()).toMatchObject({ flag: 'withdrawn' });
    expect(Buffer.from((await as(() => renderBriefing(id))).pdf).equals(Buffer.from(before.pdf))).toBe(false);
  });

  it('is closed where they were withdrawn for disclosure, its title too', async () => {
    const { title } = await as(() => getBriefing(id));
    await withdraw('disclosure');
    await expect(as(() => getBriefing(id))).rejects.toThrow(AccessDenied);
    await expect(as(() => renderBriefing(id))).rejects.toThrow('withdrawn for disclosure');
    expect(await as(() => findBriefing(id))).toEqual({ closed: expect.stringContaining('withdrawn for disclosure') });
    expect(await listed()).toMatchObject({ flag: 'closed' });
    expect((await listed())?.title).not.toBe(title);
  });
});
