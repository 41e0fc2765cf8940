import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withPublisher, withScope } from '@/db/client';
import { findingRun, release } from '@/db/schema';
import type { Viewer } from '@/lib/domain/access/access';
import { addCohort } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { getFindingHistory, listFindings } from './findings';
import { getJobRepresentation } from './job-representation';
import { forgetPublished } from './published-store';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

let db: Database;
let reader: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  reader = await addViewer(db, 'reader@example.test', [OWN_GRANT.commissioner]);
});

afterAll(() => db.close());

const read = () => runAs(reader, () => listFindings('england'));
const history = () => runAs(reader, () => getFindingHistory('england'));
const setStatus = async (id: string, status: string) => {
  await withPublisher(db, (tx) => tx.update(release).set({ status }).where(eq(release.id, id)));
  await forgetPublished();
};

describe('history of the findings', () => {
  test('keeps what a card said, and says it beside the card once it says something else', async () => {
    expect((await read()).findings.map(({ verdict }) => verdict)).not.toContain('supported');
    expect([...(await history()).earlier.values()].flat()).toEqual([]);
    const cohort = await addCohort(db);
    await forgetPublished();
    const before = await read();
    expect(before.release).toBe(cohort);
    const women = before.findings.find(({ id }) => id === 'A2-2.6');
    expect(women).toMatchObject({ n: 3 });
    // What wasn't loaded is no earlier answer.
    expect((await history()).earlier.get('A2-2.6')).toEqual([]);
    await setStatus(cohort, 'superseded');
    expect((await read()).release).toBe('published figures');
    const [entry, ...more] = (await history()).earlier.get('A2-2.6') ?? [];
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ release: cohort, verdict: women?.verdict, effect: women?.effect });
    const runs = await withScope(db, reader.userId, (tx) => tx.select({ id: findingRun.id }).from(findingRun));
    expect(runs).toHaveLength(3);
  });

  test('gives nothing from a cohort that is withdrawn', async () => {
    await setStatus('test-cohort', 'withdrawn');
    expect([...(await history()).earlier.values()].flat()).toEqual([]);
  });

  test('is written by the publisher only', async () => {
    const write = withScope(db, reader.userId, (tx) => tx.delete(findingRun));
    await expect(write).rejects.toThrow();
  });
});

describe('one school', () => {
  test('is on no card and in no panel: its figures are for its own staff', async () => {
    await withPublisher(db, async (tx) => {
      const again = { status: 'published', loadedAt: new Date() };
      await tx.update(release).set(again).where(eq(release.id, 'test-cohort'));
      await tx.execute(
        `update source_row set body = jsonb_set(body, '{schoolId}', '"university-of-leeds"') where release_id = 'test-cohort'`,
      );
    });
    await forgetPublished();
    const { findings } = await read();
    const told = findings.filter(({ parts }) => parts.length > 0).map(({ id }) => id);
    expect(told.filter((id) => id.startsWith('A2'))).toEqual([]);
    expect(findings.find(({ id }) => id === 'A2-2.7')).toMatchObject({ verdict: 'cannot_tell', n: null });
    const jobs = await runAs(reader, () => getJobRepresentation({}));
    expect(jobs).toMatchObject({ isWithheld: true, panels: [] });
  });
});
