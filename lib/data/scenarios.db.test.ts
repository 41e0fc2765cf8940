import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import type { Viewer } from '@/lib/domain/access/access';
import { canonicalJson } from '@/lib/domain/pathway/canonical-json';
import { ENGINE_VERSION } from '@/lib/domain/pathway/recruitment-round';
import { openPublishedDb } from '@/lib/testing/published-db';
import { draftWith, leverWith, TYPED_NORTH_EAST } from '@/lib/testing/scenario-draft';
import { addViewer, NE, OWN_GRANT, YH } from '@/lib/testing/viewers';
import { bundleWorker } from '@/lib/testing/worker-bundle';
import { getLeverCatalogue } from './levers';
import { getLoadedRound } from './loaded-round';
import { computeRun, getRun, replayRun, runIdOf } from './scenario-runs';
import { getScenario, listScenarios, saveAndRun, setScenarioArchived } from './scenarios';
import { runAs } from './viewer';

const SETTING_UP_MS = 90_000;

let db: Database;
let yorkshire: Viewer;
let northEast: Viewer;

beforeAll(async () => {
  bundleWorker();
  db = await openPublishedDb();
  yorkshire = await addViewer(db, 'yorkshire@example.test', [OWN_GRANT.deanery]);
  northEast = await addViewer(db, 'north-east@example.test', [{ role: 'deanery', scope: NE }]);
}, SETTING_UP_MS);

afterAll(() => db.close());

/** Saves and runs as this viewer; an outcome with field errors fails the test. */
async function saved(viewer: Viewer, draft = draftWith()) {
  const outcome = await runAs(viewer, () => saveAndRun(draft));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome;
}

const ofNorthEast = (changes = {}) => draftWith({ areaCode: NE, typed: [TYPED_NORTH_EAST], ...changes });

describe('the loaded round', () => {
  it('holds the latest year of each region that published counts, and its release', async () => {
    const round = await runAs(yorkshire, () => getLoadedRound('ST3', 'england'));
    expect(round).toMatchObject({ year: 2024, releaseIds: ['specialty-fill-2023-24'] });
    expect(round.regions.map(({ areaName, posts, accepts }) => [areaName, posts, accepts]).sort()).toEqual([
      ['London', 230, 224],
      ['West Midlands', 142, 119],
      ['Yorkshire and the Humber', 127, 108],
    ]);
  });
});

describe('saving and running', () => {
  it('stores the scenario as typed and a receipt from which the run can be made again', async () => {
    const { scenarioId, runId } = await saved(yorkshire);
    const scenario = await runAs(yorkshire, () => getScenario(scenarioId));
    const { receipt, result } = await runAs(yorkshire, () => getRun(runId));
    expect(scenario).toMatchObject({ name: 'A welcome payment', areaCode: YH, archived: false });
    expect(scenario.runs).toMatchObject([{ id: runId, author: yorkshire.name, result: null }]);
    expect(receipt).toMatchObject({ runId, engineVersion: ENGINE_VERSION, draws: 256, inputs: scenario.inputs });
    expect(receipt.releaseIds).toEqual(['specialty-fill-2023-24']);
    expect(result).toBeNull();
  });

  it('keeps the earlier run when a changed scenario is run again', async () => {
    const first = await saved(yorkshire);
    const { updatedAt: basedOn } = await runAs(yorkshire, () => getScenario(first.scenarioId));
    const changes = { name: 'A larger payment', targetExtraPosts: '4' };
    const again = draftWith({ scenarioId: first.scenarioId, basedOn, ...changes });
    const second = await saved(yorkshire, again);
    const scenario = await runAs(yorkshire, () => getScenario(first.scenarioId));
    const kept = await runAs(yorkshire, () => getRun(first.runId));
    expect(scenario).toMatchObject({ name: 'A larger payment', inputs: { targetExtraPosts: 4 } });
    expect(scenario.runs.map(({ id }) => id)).toEqual([second.runId, first.runId]);
    expect(kept.receipt.inputs.targetExtraPosts).toBe(10);
  });

  it('tells the second of two editors who saved before them, keeps what the first saved, and then saves in its place', async () => {
    const colleague = await addViewer(db, 'colleague@example.test', [OWN_GRANT.deanery]);
    const { scenarioId, runId } = await saved(yorkshire);
    const opened = await runAs(yorkshire, () => getScenario(scenarioId));
    const mine = (name: string, basedOn: string | null) => draftWith({ scenarioId, name, basedOn });
    const first = await saved(colleague, mine('Of the colleague', opened.updatedAt));
    const late = await runAs(yorkshire, () => saveAndRun(mine('Of the second', opened.updatedAt)));
    const unsaid = await runAs(yorkshire, () => saveAndRun(mine('Of the second', null)));
    const kept = await runAs(yorkshire, () => getScenario(scenarioId));
    expect(late).toMatchObject({ ok: false, savedAt: kept.updatedAt });
    expect(late).toMatchObject({
      errors: [{ message: expect.stringMatching(`^${colleague.name} saved this scenario`) }],
    });
    expect(late).toMatchObject({ errors: [{ message: expect.stringContaining('press “Run the model” again') }] });
    expect(unsaid).toMatchObject({ ok: false, savedAt: kept.updatedAt });
    expect(kept.name).toBe('Of the colleague');
    expect(kept.runs.map(({ id }) => id)).toEqual([first.runId, runId]);
    const inItsPlace = await saved(yorkshire, mine('Of the second', kept.updatedAt));
    const after = await runAs(colleague, () => getScenario(scenarioId));
    expect(after.name).toBe('Of the second');
    expect(after.runs.map(({ id }) => id)).toEqual([inItsPlace.runId, first.runId, runId]);
  });

  it('saves one of two that are sent at the same moment', async () => {
    const { scenarioId } = await saved(yorkshire);
    const { updatedAt: basedOn } = await runAs(yorkshire, () => getScenario(scenarioId));
    const outcomes = await runAs(yorkshire, () =>
      Promise.all(['One', 'Two'].map((name) => saveAndRun(draftWith({ scenarioId, basedOn, name })))),
    );
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { name, runs } = await runAs(yorkshire, () => getScenario(scenarioId));
    expect(name).toBe(outcomes[0]?.ok ? 'One' : 'Two');
    expect(runs).toHaveLength(2);
  });

  it('models the North East from posts and accepts typed in, kept with the run as typed', async () => {
    const { runId } = await saved(northEast, ofNorthEast());
    const result = await runAs(northEast, () => computeRun(runId));
    const { receipt } = await runAs(northEast, () => getRun(runId));
    expect(receipt.inputs.regions).toContainEqual(
      expect.objectContaining({ areaCode: NE, posts: 60, accepts: 48, origin: 'typed' }),
    );
    expect(result).toMatchObject({ posts: 60, draws: 256 });
    expect(result.filledBefore).toBeCloseTo(48, 6);
  });

  it('stores nothing where a field is wrong, and says which', async () => {
    const before = await runAs(northEast, listScenarios);
    const missing = await runAs(northEast, () => saveAndRun(draftWith({ areaCode: NE })));
    const unknown = await runAs(northEast, () =>
      saveAndRun(ofNorthEast({ levers: [leverWith({ leverId: 'no-such-lever' })] })),
    );
    const twice = await runAs(northEast, () => saveAndRun(ofNorthEast({ levers: [leverWith(), leverWith()] })));
    expect(missing).toMatchObject({ ok: false, errors: [{ field: `typed:${NE}:posts` }] });
    expect(unknown).toMatchObject({ ok: false, errors: [{ field: 'levers' }] });
    expect(twice).toMatchObject({ ok: false, errors: [{ field: 'levers' }] });
    expect(await runAs(northEast, listScenarios)).toEqual(before);
  });

  it('puts a scenario away and takes it back with its runs', async () => {
    const { scenarioId, runId } = await saved(yorkshire);
    await runAs(yorkshire, () => setScenarioArchived(scenarioId, true));
    expect(await runAs(yorkshire, () => getScenario(scenarioId))).toMatchObject({ archived: true });
    await runAs(yorkshire, () => setScenarioArchived(scenarioId, false));
    const back = await runAs(yorkshire, () => getScenario(scenarioId));
    expect(back).toMatchObject({ archived: false, runs: [{ id: runId }] });
  });
});

describe('a run', () => {
  it('is computed once, in the worker; the stored result answers from then on', async () => {
    const { scenarioId, runId } = await saved(yorkshire);
    const partial: number[] = [];
    const [first, twin] = await runAs(yorkshire, () =>
      Promise.all([computeRun(runId, ({ draws }) => partial.push(draws)), computeRun(runId)]),
    );
    const later = await runAs(yorkshire, () => computeRun(runId, ({ draws }) => partial.push(draws)));
    const { runs } = await runAs(yorkshire, () => getScenario(scenarioId));
    expect(partial).toEqual([64]);
    expect(canonicalJson(twin)).toBe(canonicalJson(first));
    expect(canonicalJson(later)).toBe(canonicalJson(first));
    expect(runs).toMatchObject([{ id: runId, result: { draws: 256 } }]);
  });

  it.each([
    ['one lever', draftWith()],
    ['no lever', draftWith({ levers: [] })],
    ['half the posts', draftWith({ levers: [leverWith({ coveragePct: '50' })] })],
    ['a lever with uncertain effect', draftWith({ levers: [leverWith({ leverId: 'one-region-guarantee' })] })],
    ['ST4', draftWith({ level: 'ST4' })],
    ['a nearly full level', draftWith({ level: 'CT1/ST1' })],
    ['typed posts beside the loaded ones', draftWith({ typed: [TYPED_NORTH_EAST] })],
  ])('replays to the same id and the same numbers: %s', async (_what, draft) => {
    const { runId } = await saved(yorkshire, draft);
    const replay = await runAs(yorkshire, () => replayRun(runId));
    expect(replay).toMatchObject({ runId, sameId: true, sameResult: true });
  });

  it('has an id of its own for each seed, though the inputs are the same', async () => {
    const [one, two] = [await saved(yorkshire), await saved(yorkshire)];
    expect(one.runId).not.toBe(two.runId);
  });
});

describe('the run id', () => {
  it('changes with every parameter, and with nothing else', async () => {
    const { runId } = await saved(yorkshire);
    const { receipt } = await runAs(yorkshire, () => getRun(runId));
    const all = await runAs(yorkshire, getLeverCatalogue);
    const catalogue = { ...all, levers: all.levers.filter(({ id }) => id === 'golden-hello') };
    const { runId: _, createdAt: __, ...body } = receipt;
    const withInputs = (changes: Partial<typeof body.inputs>) => ({ ...body, inputs: { ...body.inputs, ...changes } });
    const [region] = body.inputs.regions;
    const [lever] = body.inputs.levers;
    if (!region || !lever) throw new Error('The receipt has lost a region or a lever');
    const changed = [
      { ...body, seed: body.seed + 1 },
      { ...body, draws: body.draws + 1 },
      { ...body, engineVersion: 'another' },
      { ...body, releaseIds: [] },
      withInputs({ level: 'ST4' }),
      withInputs({ year: 2023 }),
      withInputs({ targetAreaCode: NE }),
      withInputs({ peoplePerPlace: 2.81 }),
      withInputs({ noEffectProbability: 0.51 }),
      withInputs({ targetExtraPosts: 11 }),
      withInputs({ regions: [{ ...region, accepts: region.accepts - 1 }, ...body.inputs.regions.slice(1)] }),
      withInputs({ levers: [{ ...lever, coverage: 0.99 }] }),
      withInputs({ levers: [{ ...lever, costYears: 2 }] }),
    ].map((other) => runIdOf(other, catalogue));
    expect(runIdOf(body, catalogue)).toBe(runId);
    expect(new Set([runId, ...changed, runIdOf(body, all)]).size).toBe(changed.length + 2);
    const { seed, ...rest } = body;
    expect(runIdOf({ seed, ...rest }, catalogue)).toBe(runId);
  });
});
