import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { PathwayHeadline, type PathwayModelled } from '@/lib/contracts/pathway-result';
import type { RunQuestion } from '@/lib/contracts/run-question';
import { loadDemonstration } from '@/lib/data/demonstration';
import { getPathwayScenario, savePathway, setPathwayFrozen } from '@/lib/data/pathway-records';
import { computePathwayRun, getPathwayRun, replayPathwayRun } from '@/lib/data/pathway-runs';
import { modelPathway } from '@/lib/data/pathway-scenarios';
import { forgetPublished } from '@/lib/data/published-store';
import { askForRun, beat } from '@/lib/data/queries/run-progress';
import { addComment, listComments, removeComment } from '@/lib/data/run-comments';
import { answerRunQuestion } from '@/lib/data/run-questions';
import { listReceivedRuns, listSubmissions, revokeSubmission, submitRun } from '@/lib/data/run-submissions';
import { getRun } from '@/lib/data/scenario-runs';
import { getScenario, listScenarios } from '@/lib/data/scenarios';
import { asViewer, runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import type { Root } from '@/lib/domain/geography/area';
import { NO_FEEDBACKS } from '@/lib/domain/pathway/engine/pathway-switches';
import { type CountryBaseline, countryBaseline } from '@/lib/domain/pathway-baseline/country-baseline';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { jobRunner } from './job-runner';
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
let neighbour: Viewer;
let commissioner: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  manager = await addViewer(db, 'manager@example.test', [{ role: 'deanery', scope: 'XD-TR-drommel' }]);
  neighbour = await addViewer(db, 'neighbour@example.test', [{ role: 'deanery', scope: 'XD-TR-oruvane' }]);
  commissioner = await addViewer(db, 'commissioner@example.test', [{ role: 'commissioner', scope: 'XD' }]);
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

const OFFER = {
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

describe('a scenario of the pathway', () => {
  const model = (offers: readonly object[], seed = 3) =>
    runAs(manager, () =>
      modelPathway(PathwayScenario.parse({ country: 'demonstration', years: 3, draws: 64, seed, offers })),
    );

  test('gives the same bytes again, and others for another seed', { timeout: LOADING_MS }, async () => {
    const [first, again, other] = [await model([OFFER]), await model([OFFER]), await model([OFFER], 4)];
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    if (first.kind !== 'modelled' || other.kind !== 'modelled') throw new Error(first.kind);
    expect(other.receipt.id).not.toBe(first.receipt.id);
    expect(first.fit).toMatchObject({ movementsFitted: true });
    expect(first.summary.extraPostsFilled.upper80).toBeGreaterThan(first.summary.extraPostsFilled.lower80);
    expect(first.summary.totals.costGbp.median).toBeGreaterThan(0);
  });

  test('tells a screen of its first draws in short, with the numbers that so many draws have', {
    timeout: LOADING_MS,
  }, async () => {
    const asked = { country: 'demonstration', years: 3, seed: 3, offers: [OFFER] };
    const headlines: PathwayHeadline[] = [];
    const partial: PathwayModelled[] = [];
    const watch = {
      onHeadline: (headline: PathwayHeadline) => headlines.push(headline),
      onStage: (result: PathwayModelled) => partial.push(result),
      detail: 'screen' as const,
    };
    const few = await model([OFFER]);
    await runAs(manager, () => modelPathway(PathwayScenario.parse({ ...asked, draws: 256 }), watch));
    if (few.kind !== 'modelled') throw new Error(few.kind);
    const { draws, totals, chanceOfOneExtraPost, extraPostsFilled } = few.summary;
    expect(partial).toEqual([]);
    expect(headlines.map(({ summary }) => summary)).toEqual([
      { draws, totals, chanceOfOneExtraPost, extraPostsFilled },
    ]);
    expect(headlines.map((headline) => PathwayHeadline.parse(headline).outsideEvidence)).toEqual([few.outsideEvidence]);
  });

  test('gives the same bytes in another time zone and language, the country read anew', {
    timeout: LOADING_MS,
  }, async () => {
    const first = JSON.stringify(await model([OFFER]));
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    vi.stubEnv('LC_ALL', 'tr_TR.UTF-8');
    try {
      await forgetPublished();
      expect(JSON.stringify(await model([OFFER]))).toBe(first);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('has each feedback in its numbers and its receipt where it is turned on', { timeout: LOADING_MS }, async () => {
    const asked = { country: 'demonstration', years: 4, draws: 64, seed: 3, offers: [OFFER] };
    const withSwitches = async (switches: object) => {
      const result = await runAs(manager, () => modelPathway(PathwayScenario.parse({ ...asked, switches })));
      if (result.kind !== 'modelled') throw new Error(JSON.stringify(result));
      return result;
    };
    const off = await withSwitches({});
    for (const one of ['workload', 'supervisors', 'nurses']) {
      const on = await withSwitches({ [one]: 'on' });
      expect(on.receipt.dataHash, one).not.toBe(off.receipt.dataHash);
      const medians = ({ summary }: typeof on, year: number) =>
        summary.areas.map(({ years }) => years[year]?.baseline.median ?? 0);
      // Supervisors are enough in the demonstration country.
      const isFelt = one !== 'supervisors';
      expect(medians(on, 3).some((value, at) => value !== medians(off, 3)[at])).toBe(isFelt);
    }
  });

  test('of nothing changes nothing', { timeout: LOADING_MS }, async () => {
    const result = await model([]);
    if (result.kind !== 'modelled') throw new Error(result.kind);
    const { areas, country } = result.summary;
    const differences = [...areas, ...country].flatMap(({ years }) => years.map(({ difference }) => difference));
    for (const { mean, lower80, upper80 } of differences) expect([mean, lower80, upper80]).toEqual([0, 0, 0]);
  });

  test('says why it can’t be run, and is refused out of scope', { timeout: LOADING_MS }, async () => {
    expect(await model([{ ...OFFER, leverId: 'magic' }])).toMatchObject({
      kind: 'refused',
      reasons: [{ code: 'unknown_lever' }],
    });
    expect(await model([{ ...OFFER, costPerPlacePerYearGbp: -1 }])).toMatchObject({ kind: 'refused' });
    for (const regionCode of ['XX', 'TR-london'])
      expect(await model([{ ...OFFER, regionCode }]).catch(() => 'out of scope')).toEqual(
        regionCode === 'XX'
          ? expect.objectContaining({
              kind: 'refused',
              reasons: [{ code: 'unknown_place', message: expect.stringContaining('XX') }],
            })
          : 'out of scope',
      );
    await expect(model([{ ...OFFER, regionCode: 'XD-TR-oruvane' }])).rejects.toThrow();
    const england = { country: 'england', draws: 64, offers: [] };
    await expect(runAs(manager, () => modelPathway(PathwayScenario.parse(england)))).rejects.toThrow();
  });
});

describe('a stored run of the pathway', () => {
  const scenario = PathwayScenario.parse({ country: 'demonstration', years: 2, draws: 64, seed: 5, offers: [OFFER] });
  const draft = { scenarioId: null, areaCode: 'XD-TR-drommel', name: 'Golden hello', scenario };
  const stored = async () => {
    const saved = await runAs(manager, () => savePathway(draft));
    if (!saved.ok) throw new Error(saved.errors.map(({ message }) => message).join());
    return saved;
  };

  test('replays to the same bytes from what was stored, and is what the command line models', {
    timeout: LOADING_MS,
  }, async () => {
    const { runId, scenarioId } = await stored();
    const result = await runAs(manager, () => computePathwayRun(runId));
    const again = await runAs(manager, () => replayPathwayRun(runId));
    expect(again).toMatchObject({ sameId: true, sameResult: true });
    expect(JSON.stringify(again.result)).toBe(JSON.stringify(result));
    const unsaved = await runAs(manager, () => modelPathway(scenario));
    expect(JSON.stringify(unsaved)).toBe(JSON.stringify(result));
    const kept = await runAs(manager, () => getPathwayRun(result.receipt.id));
    expect(JSON.stringify(kept.result)).toBe(JSON.stringify(result));
    expect(kept.releases.length).toBeGreaterThan(2);
    const record = await runAs(manager, () => getPathwayScenario(scenarioId));
    expect(record.runs).toMatchObject([{ id: runId, isComputed: true }]);
    expect(await runAs(manager, listScenarios)).toMatchObject([{ kind: 'pathway', level: null, years: 2 }]);
  });

  // On PostgreSQL a run goes on by itself: lib/data/pathway/runs-killed.db.test.ts.
  test.skipIf(process.env.STEAD_TEST_POSTGRES)(
    'that was cut off is marked at the next start, and made anew when it is opened',
    {
      timeout: LOADING_MS,
    },
    async () => {
      const seed = 6;
      const saved = await runAs(manager, () => savePathway({ ...draft, scenario: { ...scenario, seed } }));
      if (!saved.ok) throw new Error(saved.errors.map(({ message }) => message).join());
      const { runId } = saved;
      const read = () => runAs(manager, () => getPathwayRun(runId));
      expect(await read()).toMatchObject({ result: null, progress: null });
      // As a process leaves it that ends in the middle.
      await asViewer(manager, async (tx) => {
        await askForRun(tx, { id: runId, areaCode: 'XD-TR-drommel' }, manager.userId);
        await beat(tx, runId);
      });
      expect(await read()).toMatchObject({ result: null, progress: { state: 'running', interruptions: 0 } });
      globalThis.steadRunners = undefined;
      await (await jobRunner()).begin();
      expect(await read()).toMatchObject({ result: null, progress: { state: 'interrupted', interruptions: 1 } });
      const result = await runAs(manager, () => computePathwayRun(runId));
      expect(await read()).toMatchObject({ result: { receipt: result.receipt }, progress: { state: 'done' } });
      // A start marks what is under way, not what is done.
      globalThis.steadRunners = undefined;
      await (await jobRunner()).begin();
      expect(await read()).toMatchObject({ progress: { state: 'done', interruptions: 1 } });
    },
  );

  test('is hidden from others, until they are sent it; and again when it is taken back', {
    timeout: LOADING_MS,
  }, async () => {
    const { runId, scenarioId } = await stored();
    const read = (viewer: Viewer) => runAs(viewer, () => getPathwayRun(runId));
    const send = (email: string) => runAs(manager, () => submitRun({ runId, email, message: 'See the cost.' }));
    expect(await send(commissioner.email)).toMatchObject({ ok: false });
    await runAs(manager, () => computePathwayRun(runId));
    for (const viewer of [neighbour, commissioner, analyst]) await expect(read(viewer)).rejects.toThrow('scope');
    expect(await send('nobody@example.test')).toMatchObject({ ok: false, errors: [{ field: 'email' }] });
    expect(await send(commissioner.email)).toMatchObject({ ok: true });
    expect(await send(commissioner.email)).toMatchObject({ ok: false });

    expect((await read(commissioner)).result).not.toBeNull();
    await expect(read(neighbour)).rejects.toThrow('scope');
    const received = await runAs(commissioner, listReceivedRuns);
    expect(received).toMatchObject([{ runId, title: 'Golden hello', message: 'See the cost.' }]);
    // Shown the run, not the scenario, nor who else has it.
    await expect(runAs(commissioner, () => getPathwayScenario(scenarioId))).rejects.toThrow('scope');
    await expect(runAs(commissioner, () => listSubmissions(runId))).rejects.toThrow('scope');
    await expect(runAs(commissioner, () => replayPathwayRun(runId))).rejects.toThrow('scope');
    expect(await runAs(commissioner, () => addComment(runId, 'Why this region?'))).toBeNull();
    await expect(runAs(neighbour, () => addComment(runId, 'Hello'))).rejects.toThrow('scope');
    const [comment] = await runAs(manager, () => listComments(runId));
    expect(comment).toMatchObject({ body: 'Why this region?', isOwn: false });
    await expect(runAs(manager, () => removeComment(comment?.id ?? ''))).rejects.toThrow('scope');

    const [submission] = await runAs(manager, () => listSubmissions(runId));
    await expect(runAs(neighbour, () => revokeSubmission(submission?.id ?? ''))).rejects.toThrow('scope');
    await runAs(manager, () => revokeSubmission(submission?.id ?? ''));
    await expect(read(commissioner)).rejects.toThrow('scope');
    expect(await runAs(commissioner, listReceivedRuns)).toEqual([]);
  });

  test('answers questions from the data of the run, to those who may ask them', { timeout: LOADING_MS }, async () => {
    const guarantee = { ...OFFER, leverId: 'one-region-guarantee', intensity: 1, costPerPlacePerYearGbp: 1_000 };
    const two = { ...scenario, offers: PathwayScenario.parse({ ...scenario, offers: [OFFER, guarantee] }).offers };
    const saved = await runAs(manager, () => savePathway({ ...draft, scenario: two }));
    if (!saved.ok) throw new Error('not saved');
    const { runId } = saved;
    const ask = (viewer: Viewer, question: RunQuestion, watch = {}) =>
      runAs(viewer, () => answerRunQuestion(runId, question, watch));
    const { summary } = await runAs(manager, () => computePathwayRun(runId));

    const apart = await ask(manager, { kind: 'waterfall' });
    if (apart.kind !== 'waterfall') throw new Error(apart.kind);
    expect(apart.whole).toEqual(summary.extraPostsFilled);
    const sum = apart.steps.reduce((total, { change }) => total + change.mean, apart.interaction.mean);
    expect(Math.abs(sum - apart.whole.mean)).toBeLessThan(1e-9);

    const seen: number[] = [];
    const onProgress = (done: number) => seen.push(done);
    const frontier = await ask(manager, { kind: 'frontier', budgetGbp: 1e9 }, { onProgress });
    if (frontier.kind !== 'frontier') throw new Error(frontier.kind);
    expect(frontier.option.extraPosts).toEqual(summary.extraPostsFilled);
    expect(frontier.option.costGbp).toBe(summary.totals.costGbp.mean);
    expect(seen).toHaveLength(frontier.evaluated);

    const vacancy = { kind: 'vacancy', regionCode: OFFER.regionCode, vacancyPct: 0, year: 2027 } as const;
    expect(await ask(manager, vacancy)).toMatchObject({ kind: 'vacancy', draws: 64 });
    expect(await ask(manager, { ...vacancy, regionCode: 'XD-TR-oruvane' })).toMatchObject({ kind: 'refused' });
    expect(await ask(manager, { ...vacancy, year: 2090 })).toMatchObject({ kind: 'refused' });
    expect(await ask(manager, { kind: 'break_even' })).toMatchObject({
      kind: 'break_even',
      levers: [{ leverId: null }, { leverId: 'golden-hello' }, { leverId: 'one-region-guarantee' }],
    });

    // A run of 64 draws says too little of it: the same with 256 does.
    expect(await ask(manager, { kind: 'value', leastPosts: 1 })).toMatchObject({ kind: 'refused' });
    const finer = await runAs(manager, () =>
      savePathway({ ...draft, scenario: { ...two, draws: 256, employerOnCost: 0.175 } }),
    );
    if (!finer.ok) throw new Error('not saved');
    const fine = await runAs(manager, () => computePathwayRun(finer.runId));
    const leastPosts = fine.summary.extraPostsFilled.mean;
    const known = await runAs(manager, () => answerRunQuestion(finer.runId, { kind: 'value', leastPosts }));
    if (known.kind !== 'value') throw new Error(known.kind);
    expect(known.everything).toBeGreaterThan(0);
    expect(known.numbers[0]?.posts).toBeGreaterThan(0);
    // Employer’s costs are in what was saved, in the run’s costs and in its replay; posts are the same draws as without.
    expect((await runAs(manager, () => getPathwayScenario(finer.scenarioId))).inputs.employerOnCost).toBe(0.175);
    expect(fine.summary.extraPostsByDraw.slice(0, 64)).toEqual(summary.extraPostsByDraw);
    expect(fine.notes.join()).toContain('administration of 17.5% on top of payments');
    expect(await runAs(manager, () => replayPathwayRun(finer.runId))).toMatchObject({ sameId: true, sameResult: true });

    for (const viewer of [neighbour, commissioner]) {
      await expect(ask(viewer, { kind: 'waterfall' })).rejects.toThrow('scope');
    }
    await runAs(manager, () => submitRun({ runId, email: commissioner.email, message: '' }));
    // Who was sent a run reads its result, not the country behind it.
    for (const question of [{ kind: 'waterfall' }, { kind: 'frontier', budgetGbp: 1e9 }, vacancy] as const) {
      await expect(ask(commissioner, question)).rejects.toThrow('scope');
    }
  });

  test('is no longer worked on once it is given up', { timeout: LOADING_MS }, async () => {
    const { runId } = await stored();
    const left = new AbortController();
    left.abort(new Error('gone'));
    const asked = runAs(manager, () =>
      answerRunQuestion(runId, { kind: 'frontier', budgetGbp: 1e9 }, { signal: left.signal }),
    );
    await expect(asked).rejects.toThrow('gone');
  });

  test('of a frozen scenario can’t be added; out of scope nothing can', { timeout: LOADING_MS }, async () => {
    const { runId, scenarioId } = await stored();
    await expect(runAs(neighbour, () => setPathwayFrozen(scenarioId, true))).rejects.toThrow('scope');
    await runAs(manager, () => setPathwayFrozen(scenarioId, true));
    expect(await runAs(manager, () => savePathway({ ...draft, scenarioId }))).toMatchObject({ ok: false });
    await runAs(manager, () => setPathwayFrozen(scenarioId, false));
    const { updatedAt: basedOn } = await runAs(manager, () => getPathwayScenario(scenarioId));
    const again = { ...draft, scenarioId, basedOn };
    expect(await runAs(manager, () => savePathway(again))).toMatchObject({ ok: true, runId });
    // Whoever opened it before that is told who saved it, and may then save in its place.
    const late = await runAs(manager, () => savePathway(again));
    expect(late).toMatchObject({ ok: false, errors: [{ message: expect.stringContaining(`${manager.name} saved`) }] });
    const savedAt = 'savedAt' in late ? (late.savedAt ?? null) : null;
    expect(await runAs(manager, () => savePathway({ ...draft, scenarioId, basedOn: savedAt }))).toMatchObject({
      ok: true,
    });
    await expect(runAs(neighbour, () => savePathway(draft))).rejects.toThrow('scope');
    await expect(runAs(neighbour, () => savePathway({ ...draft, areaCode: 'XD-TR-oruvane' }))).rejects.toThrow('scope');
    // A round's functions don't read it.
    await expect(runAs(manager, () => getRun(runId))).rejects.toThrow('scope');
    await expect(runAs(manager, () => getScenario(scenarioId))).rejects.toThrow('pathway');
  });

  test('is flagged when a release is withdrawn, and closed when that was for disclosure', {
    timeout: LOADING_MS,
  }, async () => {
    const { runId } = await stored();
    await runAs(manager, () => computePathwayRun(runId));
    const { releases } = await runAs(manager, () => getPathwayRun(runId));
    const fill = releases.find(({ title }) => /fill/i.test(title))?.id ?? '';
    const withdraw = (reason: 'ordinary' | 'disclosure') =>
      db.executor.execute(sql`update release set status = 'withdrawn', withdrawn_for = ${reason}, withdrawn_reason = 'Wrong year'
        where id = ${fill}`);
    await withdraw('ordinary');
    const replay = await runAs(manager, () => replayPathwayRun(runId));
    expect(replay).toMatchObject({ sameResult: true, run: { isClosed: false } });
    expect(replay.run.releases.filter(({ status }) => status === 'withdrawn')).toMatchObject([{ id: fill }]);
    expect(await runAs(manager, () => addComment(runId, 'Vacancy was 12 %.'))).toBeNull();
    expect(await runAs(manager, () => listComments(runId))).toHaveLength(1);
    await withdraw('disclosure');
    // Comments may quote what was withdrawn.
    expect(await runAs(manager, () => listComments(runId))).toEqual([]);
    expect(await runAs(manager, () => addComment(runId, 'It still is.'))).toContain('withdrawn for disclosure');
    const closed = await runAs(manager, () => getPathwayRun(runId));
    expect(closed).toMatchObject({ isClosed: true, result: null });
    await expect(runAs(manager, () => replayPathwayRun(runId))).rejects.toThrow('disclosure');
  });
});
