import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { loadDemonstration } from '@/lib/data/demonstration';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import type { Root } from '@/lib/domain/geography/area';
import { NO_FEEDBACKS } from '@/lib/domain/pathway/engine/pathway-switches';
import { type CountryBaseline, countryBaseline } from '@/lib/domain/pathway-baseline/country-baseline';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { loadedCountry } from './loaded-pathway';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const LOADING_MS = 300_000;
const SWITCHES = {
  choice: 'nested',
  regime: 'after_act',
  stayConstant: 'causal',
  ceiling: 'on',
  feedbacks: NO_FEEDBACKS,
} as const;

let db: Database;
let analyst: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  await runAs(analyst, () => loadDemonstration(() => {}));
}, LOADING_MS);

afterAll(() => db.close());

const baselineOf = (root: Root): Promise<CountryBaseline> =>
  runAs(analyst, async () => {
    const { pathway, movements } = await loadedCountry(root);
    return countryBaseline({ loaded: pathway, movements, switches: SWITCHES, years: 5 });
  });

describe('the baseline of a country', () => {
  test('of England waits for files, and says for which', async () => {
    expect(await baselineOf('england')).toEqual({
      kind: 'not_loaded',
      missing: [
        expect.stringContaining('establishment.csv'),
        expect.stringContaining('fill.csv'),
        expect.stringContaining('cohort.csv'),
      ],
    });
  });

  test('of the demonstration country gives back its accepts, with movements fitted', {
    timeout: LOADING_MS,
  }, async () => {
    const baseline = await baselineOf('demonstration');
    if (baseline.kind !== 'calibrated') throw new Error(baseline.missing.join());
    const { input, residuals, movements } = baseline;
    expect(input.regions).toHaveLength(11);
    expect(movements.kind).toBe('fitted');
    for (const { fitted, accepts } of residuals) expect(Math.abs(fitted - accepts)).toBeLessThan(0.01);
  });
});
