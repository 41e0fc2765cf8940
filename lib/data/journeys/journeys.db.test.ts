import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { loadDemonstration } from '@/lib/data/demonstration';
import { NotFound } from '@/lib/data/errors';
import { listFindings } from '@/lib/data/findings';
import { fitJourneyModel, JOURNEY_MODELS } from '@/lib/data/journey-models';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { FINDING_IDS } from '@/lib/domain/findings/finding';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
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
  });

  test('of England say what is not loaded, and use no figure of the other country', async () => {
    const { findings } = await runAs(reader, () => listFindings('england'));
    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['not_loaded']));
  });
});

describe('models', () => {
  test('are fitted to the cohort, and planted terms lie in their intervals', async () => {
    for (const model of JOURNEY_MODELS) {
      const fitted = await runAs(analyst, () => fitJourneyModel(model, 'demonstration'));
      expect(fitted.n).toBeGreaterThan(0);
      expect(fitted.coefficients.every(({ estimate, se }) => Number.isFinite(estimate) && se > 0)).toBe(true);
      expect(fitted.receipt.release).toContain('cohort');
    }
    const foundation = await runAs(analyst, () => fitJourneyModel('foundation', 'demonstration'));
    const term = foundation.coefficients.find((one) => one.term === 'log_distance:female');
    expect(term?.lower).toBeGreaterThan(0);
  });

  test('are for analysts: they are made from true counts', async () => {
    expect(await outcomeFor(reader, () => fitJourneyModel('entrants', 'demonstration'))).toBe('forbidden');
  });

  test('of England wait for a cohort, in words', async () => {
    await expect(runAs(analyst, () => fitJourneyModel('entrants', 'england'))).rejects.toBeInstanceOf(NotFound);
  });
});
