import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import type { BacktestTested } from '@/lib/contracts/backtest';
import { Backtest, ProjectionScorecard } from '@/lib/contracts/backtest';
import { loadDemonstration } from '@/lib/data/demonstration';
import { publishImport, stageImport } from '@/lib/data/imports';
import { savePathway } from '@/lib/data/pathway-records';
import { computePathwayRun } from '@/lib/data/pathway-runs';
import { submitRun } from '@/lib/data/run-submissions';
import type { Viewer } from '@/lib/domain/access/access';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { backtestTask } from '@/lib/jobs/task-contracts';
import { TASK_RUNS } from '@/lib/jobs/task-runs';
import { importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { getBacktest, getProjectionScorecard } from './backtest';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const LOADING_MS = 300_000;
const OWN = 'XD-TR-drommel';
const OTHER = 'XD-TR-oruvane';

let db: Database;
let files: ReturnType<typeof importedFiles>;
let analyst: Viewer;
let manager: Viewer;
let neighbour: Viewer;
let commissioner: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  manager = await addViewer(db, 'manager@example.test', [{ role: 'deanery', scope: OWN }]);
  neighbour = await addViewer(db, 'neighbour@example.test', [{ role: 'deanery', scope: OTHER }]);
  commissioner = await addViewer(db, 'commissioner@example.test', [{ role: 'commissioner', scope: 'XD' }]);
  files = importedFiles(db, analyst);
  await runAs(analyst, () => loadDemonstration(() => {}));
}, LOADING_MS);

afterAll(async () => {
  files.close();
  await db.close();
});

const testedAs = async (viewer: Viewer): Promise<BacktestTested> => {
  const backtest = Backtest.parse(await runAs(viewer, () => getBacktest('demonstration')));
  if (backtest.kind !== 'tested') throw new Error(backtest.missing.join());
  return backtest;
};

describe('the backtest', () => {
  test('of England waits for files, and names them', async () => {
    expect(await runAs(manager, () => getBacktest('england'))).toEqual({
      kind: 'not_loaded',
      root: 'E92000001',
      missing: [
        expect.stringContaining('fill.csv'),
        expect.stringContaining('establishment.csv'),
        expect.stringContaining('cohort.csv'),
      ],
    });
  });

  test('of the demonstration country is a demonstration, whatever it finds', { timeout: LOADING_MS }, async () => {
    const tested = await testedAs(manager);
    expect(tested).toMatchObject({ verdict: 'demonstration_only', origins: [2021, 2022, 2023, 2024, 2025] });
    expect(tested.releaseIds.length).toBeGreaterThan(2);
    const [country] = tested.errors;
    expect(country).toMatchObject({ level: 'country', horizon: 1, isAcross: false, forecasts: 4 });
    // Four start years before the change of rules, up to four years ahead; beyond it one year, from all five.
    const of = (isAcross: boolean) =>
      tested.errors.find((one) => one.level === 'region' && one.horizon === null && one.isAcross === isAcross);
    expect(of(false)).toMatchObject({ forecasts: 10 * 11, origins: 4 });
    expect(of(true)).toMatchObject({ forecasts: 5 * 11, origins: 5 });
    for (const { year, isAcross } of tested.forecasts) expect(isAcross).toBe(year >= 2026);
  });

  test('is the same the second time, without being worked out again', { timeout: LOADING_MS }, async () => {
    const first = await testedAs(manager);
    const worked = vi.spyOn(TASK_RUNS, backtestTask.name);
    expect(JSON.stringify(await testedAs(manager))).toBe(JSON.stringify(first));
    expect(worked).not.toHaveBeenCalled();
    worked.mockRestore();
  });

  test('shows a region’s years to its own managers alone', { timeout: LOADING_MS }, async () => {
    const regionsOf = ({ forecasts }: BacktestTested) => [
      ...new Set(forecasts.flatMap(({ regionCode }) => regionCode ?? [])),
    ];
    const [own, other] = [await testedAs(manager), await testedAs(neighbour)];
    expect([regionsOf(own), regionsOf(other)]).toEqual([[OWN], [OTHER]]);
    expect(own.errors).toEqual(other.errors);
    expect(own.forecasts.filter(({ level }) => level === 'programme')).toEqual([]);
    for (const viewer of [commissioner, analyst]) {
      await expect(runAs(viewer, () => getBacktest('demonstration'))).rejects.toThrow('scope');
      await expect(runAs(viewer, () => getProjectionScorecard('demonstration'))).rejects.toThrow('scope');
    }
  });
});

describe('the scorecard of past projections', () => {
  const scorecardOf = async (viewer: Viewer) =>
    ProjectionScorecard.parse(await runAs(viewer, () => getProjectionScorecard('demonstration')));

  test('is empty until a projected year is loaded, then for those alone who may see the run', {
    timeout: LOADING_MS,
  }, async () => {
    const scenario = PathwayScenario.parse({ country: 'demonstration', years: 3, draws: 64, offers: [] });
    const saved = await runAs(manager, () =>
      savePathway({ scenarioId: null, areaCode: OWN, name: 'Nothing offered', scenario }),
    );
    if (!saved.ok) throw new Error(saved.errors.map(({ message }) => message).join());
    const { summary } = await runAs(manager, () => computePathwayRun(saved.runId));
    expect(await scorecardOf(manager)).toMatchObject({ latestYear: 2026, projections: [] });

    const header = 'year,round,area_code,specialty,level,posts,accepts,applicants';
    const lines = [OWN, OTHER].map((code) => `2027,all,${code},general_practice,CT1/ST1,120,101,300`);
    const file = files.write('fill.csv', `${[header, ...lines].join('\n')}\n`);
    const asked = { file, fileName: 'fill.csv', isLocalOnly: true, isDemonstration: true };
    const { entry } = await runAs(analyst, () => stageImport(asked));
    await runAs(analyst, () => publishImport(entry.id));

    const projected = summary.areas.find(({ areaCode, measure }) => areaCode === OWN && measure === 'postsFilled');
    const { latestYear, projections } = await scorecardOf(manager);
    expect(latestYear).toBe(2027);
    expect(projections).toMatchObject([
      {
        runId: saved.runId,
        title: 'Nothing offered',
        regionCode: OWN,
        startYear: 2026,
        year: 2027,
        accepts: 101,
        offeredPosts: 120,
        isAcross: false,
        isWithin95: null,
        baseline: projected?.years[1]?.baseline,
      },
    ]);
    expect((await scorecardOf(neighbour)).projections).toEqual([]);
    const sent = await runAs(manager, () => submitRun({ runId: saved.runId, email: neighbour.email, message: '' }));
    expect(sent).toMatchObject({ ok: true });
    expect((await scorecardOf(neighbour)).projections).toMatchObject([{ runId: saved.runId, regionCode: OWN }]);
  });
});
