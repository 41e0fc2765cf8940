import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withPublisher, withScope } from '@/db/client';
import { area, findingRun, observation, release } from '@/db/schema';
import type { Viewer } from '@/lib/domain/access/access';
import { addCohort } from '@/lib/testing/cohort-records';
import { addRelease } from '@/lib/testing/count-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { getFindingHistory, listFindings } from './findings';
import { findingsWorkedOut, workOutFindingsSoon } from './findings-afterwards';
import { getJobRepresentation } from './job-representation';
import { forgetPublished } from './published-store';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

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
    // Of the third school a count is withheld.
    expect(women).toMatchObject({ n: 2 });
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

describe('a publication by a command', () => {
  test('is in the history before the command ends, once', async () => {
    const runs = () =>
      withScope(db, reader.userId, (tx) => tx.select({ release: findingRun.release }).from(findingRun));
    const before = (await runs()).length;
    const id = await addCohort(db, { id: 'by-command' });
    await forgetPublished();
    await workOutFindingsSoon(reader);
    const started: string[] = [];
    await findingsWorkedOut(() => started.push('now'));
    await findingsWorkedOut(() => started.push('again'));
    expect(started).toEqual(['now']);
    const after = await runs();
    expect(after).toHaveLength(before + 1);
    expect(after.map(({ release: of }) => of)).toContain(id);
    await setStatus(id, 'withdrawn');
  });
});

/** A figure of every board, rising with its place in the list. */
async function addBoardFigures(indicatorId: string, year: string): Promise<void> {
  const releaseId = `test-${indicatorId}`;
  await addRelease(db, releaseId, 'none');
  await withPublisher(db, async (tx) => {
    const boards = await tx
      .select({ code: area.code })
      .from(area)
      .where(and(eq(area.type, 'icb'), eq(area.root, 'england'), isNull(area.validTo)))
      .orderBy(area.code);
    await tx.insert(observation).values(
      boards.map(({ code }, at) => ({
        ...{ indicatorId, areaCode: code, breakdown: 'all', value: 1 + at / 10 + (at % 3) / 50 },
        ...{ periodLabel: year, periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` },
        ...{ status: 'value' as const, provenance: 'published' as const, releaseId },
      })),
    );
  });
}

describe('figures of areas', () => {
  test('stand on their card with source, period and release, and are said to be old', async () => {
    await addBoardFigures('gp-fte-per-10k', '2019');
    await forgetPublished();
    const card = (await read()).findings.find(({ id }) => id === 'A1-1.2');
    expect(card?.data).toMatch(
      /GP.*2019, release test-gp-fte-per-10k.*; Need.*2025\/26, release nhse-allocations-2025-26.*Over three years old$/,
    );
    expect(card).toMatchObject({ isOld: true, periodEnd: '2019-12-31', verdict: 'cannot_tell' });
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
