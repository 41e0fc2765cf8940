import { eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import { auditEvent, release } from '@/db/schema';
import { AccessDenied } from '@/lib/data/errors';
import { getIndicator, listReleases } from '@/lib/data/figures';
import { asViewer, runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { type CommandResult, parseArguments } from './command';
import { withdrawCommand } from './withdraw-command';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const REGION = 'TR-yorkshire-and-the-humber';
const HEADER = 'year,round,area_code,specialty,level,posts,accepts';

let db: Database;
let analyst: Viewer;
let manager: Viewer;
let admin: Viewer;
let files: ReturnType<typeof importedFiles>;

const command = async (viewer: Viewer, ...argv: readonly string[]): Promise<CommandResult> => {
  const args = parseArguments(['withdraw', ...argv, '--json']);
  if (typeof args === 'string') throw new Error(args);
  return runAs(viewer, () => withdrawCommand.run(args, () => {}));
};
const fill = (accepts: number) => csvOf(HEADER, [[2025, 'all', REGION, 'Paediatrics', 'ST3', 100, accepts]]);
const shown = async (): Promise<number | null> => {
  const { figures } = await runAs(analyst, () => getIndicator('specialty-fill-rate'));
  const own = figures.find(({ areaCode, period }) => areaCode === REGION && period.label === '2025');
  return own?.measure.kind === 'value' ? own.measure.value : null;
};

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
  admin = await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]);
  files = importedFiles(db, analyst);
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

describe('withdraw', () => {
  it('takes a release off the screens, shows the one before again, and is audited with its reason', async () => {
    const before = await files.publish('before.csv', fill(80));
    const newer = await files.publish('newer.csv', fill(90));
    expect(await shown()).toBe(90);
    const id = newer.releaseId ?? '';
    const done = await command(analyst, id, '--reason', ' Counted twice ', '--disclosure');
    expect(done).toMatchObject({
      status: 0,
      document: {
        release: id,
        status: 'withdrawn',
        kind: 'disclosure',
        reason: 'Counted twice',
        shownAgain: [before.releaseId],
      },
    });
    expect(await shown()).toBe(80);
    const [row] = await withPublisher(db, (tx) => tx.select().from(release).where(eq(release.id, id)));
    expect(row).toMatchObject({ status: 'withdrawn', withdrawnFor: 'disclosure', withdrawnReason: 'Counted twice' });
    const events = await asViewer(admin, (tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.action, 'release.withdraw')),
    );
    expect(events).toMatchObject([
      { actorId: analyst.userId, subject: id, detail: { kind: 'disclosure', reason: 'Counted twice' } },
    ]);
    expect(await command(analyst, id, '--reason', 'again')).toMatchObject({ status: 1 });
    expect(await command(analyst, before.releaseId ?? '', '--reason', 'Old')).toMatchObject({
      status: 0,
      document: { kind: 'ordinary', shownAgain: [] },
    });
    expect(await shown()).toBeNull();
  });

  it('says what is missing as a usage fault, and refuses a release that isn’t there', async () => {
    expect(await command(analyst)).toMatchObject({ status: 2 });
    expect(await command(analyst, 'none')).toMatchObject({ status: 2 });
    expect(await command(analyst, 'none', '--reason', ' ')).toMatchObject({ status: 2 });
    expect(await command(analyst, 'none', '--reason', 'why')).toMatchObject({ status: 1 });
  });

  it('refuses what came with Stead, and leaves it shown', async () => {
    const own = async () => withPublisher(db, (tx) => tx.select().from(release).where(isNull(release.dataset)));
    const before = await own();
    expect(before.length).toBeGreaterThan(0);
    for (const { id } of before) {
      expect(await command(analyst, id, '--reason', 'why')).toMatchObject({
        status: 1,
        document: { status: 'refused', error: expect.stringContaining('not withdrawn') },
      });
    }
    expect(await own()).toEqual(before);
  });

  it('of two who withdraw at once refuses one, and keeps the reason of the other', async () => {
    const id = (await files.publish('twice.csv', fill(60))).releaseId ?? '';
    const outcomes = await Promise.all([
      command(analyst, id, '--reason', 'Shows a person', '--disclosure'),
      command(analyst, id, '--reason', 'Old'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([0, 1]);
    const kept = outcomes[0]?.status === 0 ? 'disclosure' : 'ordinary';
    const [row] = await withPublisher(db, (tx) => tx.select().from(release).where(eq(release.id, id)));
    expect(row?.withdrawnFor).toBe(kept);
  });

  it('tells its reason to analysts only, and so the name of a file about people', async () => {
    const id = (await files.publish('secret.csv', fill(55))).releaseId ?? '';
    await command(analyst, id, '--reason', 'Dr Jane Doe is in it', '--disclosure');
    await withPublisher(db, (tx) => tx.update(release).set({ dataset: 'intake' }).where(eq(release.id, id)));
    const told = async (viewer: Viewer) => (await runAs(viewer, listReleases)).find((one) => one.id === id);
    expect(await told(analyst)).toMatchObject({
      title: 'secret.csv',
      withdrawnFor: 'disclosure',
      withdrawnReason: 'Dr Jane Doe is in it',
    });
    const other = await told(manager);
    expect(other).toMatchObject({ withdrawnFor: 'disclosure', withdrawnReason: null });
    expect(JSON.stringify(other)).not.toMatch(/Jane|secret/);
  });

  it('takes every release of the same file with it where that gives people away, and names them', async () => {
    const programmes = (accepts: number) => `Specialty and level,Posts,Accepts\nCardiology ST4,40,${accepts}\n`;
    const given = { areaCode: REGION };
    const before = await files.publish('programmes.csv', programmes(30), { ...given, period: '2023' });
    const first = await files.publish('again.csv', programmes(31), { ...given, period: '2023' });
    const other = await files.publish('other-year.csv', programmes(31), { ...given, period: '2024' });
    const hidden = await files.publish('above.csv', programmes(32), { ...given, period: '2024' });
    const statuses = async () => {
      const rows = await withPublisher(db, (tx) => tx.select({ id: release.id, status: release.status }).from(release));
      return [before, first, other, hidden].map((entry) => rows.find(({ id }) => id === entry.releaseId)?.status);
    };
    expect(await statuses()).toEqual(['superseded', 'published', 'superseded', 'published']);
    const done = await command(analyst, first.releaseId ?? '', '--reason', 'Shows a person', '--disclosure');
    expect(done).toMatchObject({
      document: { status: 'withdrawn', shownAgain: [before.releaseId], alsoWithdrawn: [other.releaseId] },
    });
    expect(await statuses()).toEqual(['published', 'withdrawn', 'withdrawn', 'published']);
    // Its own file only, and nothing of the twin comes back when the one above it goes.
    await command(analyst, hidden.releaseId ?? '', '--reason', 'Old');
    expect(await statuses()).toEqual(['published', 'withdrawn', 'withdrawn', 'withdrawn']);
  });

  it('is denied to who isn’t an analyst, and nothing is withdrawn', async () => {
    const entry = await files.publish('kept.csv', fill(70));
    await expect(command(manager, entry.releaseId ?? '', '--reason', 'why')).rejects.toThrow(AccessDenied);
    expect(await shown()).toBe(70);
  });
});
