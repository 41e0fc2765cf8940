import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { loadDemonstration } from '@/lib/data/demonstration';
import { modelPathway } from '@/lib/data/pathway-scenarios';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import type { Root } from '@/lib/domain/geography/area';
import { NO_FEEDBACKS } from '@/lib/domain/pathway/engine/pathway-switches';
import { type CountryBaseline, countryBaseline } from '@/lib/domain/pathway-baseline/country-baseline';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
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
let manager: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  manager = await addViewer(db, 'manager@example.test', [{ role: 'deanery', scope: 'XD-TR-drommel' }]);
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

describe('a scenario of the pathway', () => {
  const offer = {
    leverId: 'golden-hello',
    regionCode: 'XD-TR-drommel',
    group: null,
    nodes: ['specialty_entry'],
    intensity: 20_000,
    coverage: 1,
    fromYear: 2026,
    toYear: 2028,
    costPerPlacePerYearGbp: null,
    yearsPaid: 3,
    fixedPerYearGbp: 0,
  };
  const model = (offers: readonly object[], seed = 3) =>
    runAs(manager, () =>
      modelPathway(PathwayScenario.parse({ country: 'demonstration', years: 3, draws: 64, seed, offers })),
    );

  test('gives the same bytes again, and others for another seed', { timeout: LOADING_MS }, async () => {
    const [first, again, other] = [await model([offer]), await model([offer]), await model([offer], 4)];
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    if (first.kind !== 'modelled' || other.kind !== 'modelled') throw new Error(first.kind);
    expect(other.receipt.id).not.toBe(first.receipt.id);
    expect(first.fit).toMatchObject({ movementsFitted: true });
    expect(first.summary.extraPostsFilled.upper80).toBeGreaterThan(first.summary.extraPostsFilled.lower80);
    expect(first.summary.totals.costGbp.median).toBeGreaterThan(0);
  });

  test('of nothing changes nothing', { timeout: LOADING_MS }, async () => {
    const result = await model([]);
    if (result.kind !== 'modelled') throw new Error(result.kind);
    const { areas, country } = result.summary;
    const differences = [...areas, ...country].flatMap(({ years }) => years.map(({ difference }) => difference));
    for (const { mean, lower80, upper80 } of differences) expect([mean, lower80, upper80]).toEqual([0, 0, 0]);
  });

  test('says why it can’t be run, and is refused out of scope', { timeout: LOADING_MS }, async () => {
    expect(await model([{ ...offer, leverId: 'magic' }])).toMatchObject({
      kind: 'refused',
      reasons: [{ code: 'unknown_lever' }],
    });
    expect(await model([{ ...offer, costPerPlacePerYearGbp: -1 }])).toMatchObject({ kind: 'refused' });
    await expect(model([{ ...offer, regionCode: 'XD-TR-oruvane' }])).rejects.toThrow();
    const england = { country: 'england', draws: 64, offers: [] };
    await expect(runAs(manager, () => modelPathway(PathwayScenario.parse(england)))).rejects.toThrow();
  });
});
