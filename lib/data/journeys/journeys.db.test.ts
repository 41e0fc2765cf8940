import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, type Executor, withScope } from '@/db/client';
import { findingRun, journeyFit } from '@/db/schema';
import { loadDemonstration } from '@/lib/data/demonstration';
import { NotFound } from '@/lib/data/errors';
import { listFindings } from '@/lib/data/findings';
import { getJobRepresentation } from '@/lib/data/job-representation';
import { fitJourneyModel, getJourneyFit } from '@/lib/data/journey-models';
import { forgetPublished } from '@/lib/data/published-store';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { FINDING_IDS } from '@/lib/domain/findings/finding';
import { JOURNEY_MODELS } from '@/lib/domain/journey-models/fitted-model';
import { JOB_VIEWS } from '@/lib/domain/reach/job-views';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const LOADING_MS = 300_000;

let db: Database;
let reader: Viewer;
let analyst: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  reader = await addViewer(db, 'reader@example.test', [OWN_GRANT.commissioner]);
  await runAs(analyst, () => loadDemonstration(() => {}));
}, LOADING_MS);

afterAll(() => db.close());

describe('findings', () => {
  test('of the demonstration country prove the method only; each planted direction is found', async () => {
    const { findings, root } = await runAs(reader, () => listFindings('demonstration'));
    expect(root).toBe('demonstration');
    expect(findings.map(({ id }) => id)).toEqual([...FINDING_IDS]);
    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['demonstration_only']));
    const underlying = new Map(findings.map((one) => [one.id, one.underlying]));
    for (const id of ['A1-1.11', 'A2-2.4', 'A2-2.6', 'A2-2.7', 'A2-2.8', 'A2-2.9', 'A2-2.10'] as const)
      expect([id, underlying.get(id)]).toEqual([id, 'supported']);
    // The cohort is read and its tables are protected first.
  }, 120_000);

  test('are kept once for what is published, and read again by whoever asks next', async () => {
    const kept = () =>
      withScope(db, reader.userId, (tx) => tx.select({ id: findingRun.id, data: findingRun.data }).from(findingRun));
    const first = await runAs(reader, () => listFindings('demonstration'));
    const before = await kept();
    await forgetPublished();
    expect(await runAs(analyst, () => listFindings('demonstration'))).toEqual(first);
    expect(before.length).toBeGreaterThan(0);
    expect(await kept()).toEqual(before);
  });

  test('of England say what is not loaded, and use no figure of the other country', async () => {
    const { findings } = await runAs(reader, () => listFindings('england'));
    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['not_loaded']));
  });
});

describe('models', () => {
  test('are fitted to the cohort, and planted terms lie in their intervals', async () => {
    for (const model of JOURNEY_MODELS) {
      const { fitted, receipt } = await runAs(analyst, () => fitJourneyModel(model, 'demonstration'));
      expect(fitted.n).toBeGreaterThan(0);
      expect(fitted.coefficients.every(({ estimate, se }) => Number.isFinite(estimate) && se > 0)).toBe(true);
      expect(receipt.release).toContain('cohort');
    }
    const { fitted } = await runAs(analyst, () => fitJourneyModel('foundation', 'demonstration'));
    const term = fitted.coefficients.find((one) => one.term === 'log_distance:female');
    expect(term?.lower).toBeGreaterThan(0);
  });

  test('are kept: the same receipt is one row, and is not fitted again', async () => {
    const fitted = () => runAs(analyst, () => fitJourneyModel('entrants', 'demonstration'));
    const first = await fitted();
    expect(await fitted()).toEqual(first);
    expect(first.isCurrent).toBe(true);
    expect(await runAs(analyst, () => getJourneyFit('entrants', 'demonstration'))).toMatchObject({ kept: first });
    const rows = await withScope(db, analyst.userId, (tx) => tx.select({ id: journeyFit.id }).from(journeyFit));
    expect(rows.map(({ id }) => id).sort()).toEqual([...new Set(rows.map(({ id }) => id))].sort());
    expect(rows).toHaveLength(JOURNEY_MODELS.length);
    const people = first.fitted.bySchool?.schools.map((school) => school.people) ?? [];
    expect([...people, first.fitted.diagnostics.people].filter((count) => count % 5 !== 0)).toEqual([]);
    expect(first.fitted.bySchool?.founding.map(({ term }) => term)).toEqual([
      'deprivation',
      'non_white_share',
      'log_distance',
    ]);
  });

  test('stay as they were fitted: nobody changes or removes one', async () => {
    const change = (work: (tx: Executor) => Promise<unknown>) => withScope(db, analyst.userId, work);
    await expect(change((tx) => tx.update(journeyFit).set({ result: {} }))).rejects.toThrow();
    await expect(change((tx) => tx.delete(journeyFit))).rejects.toThrow();
    expect(await withScope(db, reader.userId, (tx) => tx.select({ id: journeyFit.id }).from(journeyFit))).toEqual([]);
  });

  test('are for analysts: they are made from true counts', async () => {
    expect(await outcomeFor(reader, () => fitJourneyModel('entrants', 'demonstration'))).toBe('forbidden');
    expect(await outcomeFor(reader, () => getJourneyFit('entrants', 'demonstration'))).toBe('forbidden');
  });

  test('of England wait for a cohort, in words', async () => {
    await expect(runAs(analyst, () => fitJourneyModel('entrants', 'england'))).rejects.toBeInstanceOf(NotFound);
  });
});

describe('who does which job', () => {
  const view = async (asked: Parameters<typeof getJobRepresentation>[0] = {}) => {
    const found = await runAs(reader, () => getJobRepresentation({ country: 'demonstration', ...asked }));
    if (!found) throw new Error('Nothing is loaded');
    return found;
  };

  test('finds the planted share of women in surgery, against a named base', async () => {
    const { panels, periods } = await view();
    const [sex] = panels;
    const women = (job: string) =>
      sex?.jobs.find(({ code }) => code === job)?.groups.find(({ group }) => group === 'F')?.reading;
    expect([women('surgery'), women('paediatrics')]).toEqual(['under', 'over']);
    expect(sex?.base).toBe('everybody who reached specialty training and whose specialty group is known');
    expect(panels.map(({ characteristic }) => characteristic)).toEqual(['sex', 'ethnic_group', 'deprivation_quintile']);
    expect(periods.length).toBeGreaterThan(1);
  });

  test('holds every view, and the unknown of each job', async () => {
    for (const across of JOB_VIEWS) {
      const { panels } = await view({ across });
      expect(panels).toHaveLength(3);
      expect(panels.flatMap(({ jobs }) => jobs.map(({ unknown }) => unknown.kind))).not.toContain('not_loaded');
      expect(panels.every(({ jobs }) => jobs.length >= 3)).toBe(true);
    }
  });

  test('narrows to a period of entry, and refuses one that is not there', async () => {
    const period = (await view()).periods.at(0) ?? '';
    expect((await view({ period })).period).toBe(period);
    await expect(view({ period: '1066' })).rejects.toBeInstanceOf(NotFound);
  });
});
