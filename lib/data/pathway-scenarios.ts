import 'server-only';
import { createHash } from 'node:crypto';
import type { PathwayReceipt, PathwayResult } from '@/lib/contracts/pathway-result';
import { can } from '@/lib/domain/access/access';
import type { Root } from '@/lib/domain/geography/area';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { PATHWAY_ENGINE_VERSION } from '@/lib/domain/pathway/engine/pathway-runner';
import { NO_FEEDBACKS } from '@/lib/domain/pathway/engine/pathway-switches';
import type { CountryBaseline } from '@/lib/domain/pathway-baseline/country-baseline';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { planRun, type RunPlan, summariseRun } from '@/lib/domain/pathway-scenario/plan-run';
import { drawRanges } from '@/lib/domain/uncertainty/draw-plan';
import { runJob } from '@/lib/jobs/runner';
import { pathwayBaselineTask, pathwayDrawsTask } from '@/lib/jobs/task-contracts';
import { AccessDenied } from './errors';
import { loadedCountry } from './pathway/loaded-pathway';
import { publishedStore } from './published-store';
import { authorise, requireViewerFor } from './viewer';

/** Draws that a worker makes at a time. */
const RANGE = 32;
const ID_LENGTH = 20;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Calibrated = Extract<CountryBaseline, { kind: 'calibrated' }>;

/** Key order is that in which the baseline is built: the same data give the same bytes. */
const receiptOf = (scenario: PathwayScenario, { input, movements }: Calibrated): PathwayReceipt => {
  const dataHash = sha256(JSON.stringify({ input, movements }));
  const { seed, draws } = scenario;
  const id = sha256(JSON.stringify({ engine: PATHWAY_ENGINE_VERSION, dataHash, scenario })).slice(0, ID_LENGTH);
  return { id, engineVersion: PATHWAY_ENGINE_VERSION, dataHash, seed, draws };
};

async function baselineOf({ country, switches, years }: PathwayScenario): Promise<CountryBaseline> {
  const { pathway, movements } = await loadedCountry(country);
  const { preferences: _, ...structure } = switches;
  const setting = { loaded: pathway, movements, switches: { ...structure, feedbacks: NO_FEEDBACKS }, years };
  return runJob(pathwayBaselineTask, setting);
}

const nameOf = (leverId: string): string => PATHWAY_LEVERS.find(({ id }) => id === leverId)?.name ?? leverId;

const notesOf = ({ notes }: Calibrated, { plan }: RunPlan): string[] => [
  ...notes,
  ...[...new Set(plan.costUnknown)].map(
    (id) => `${nameOf(id)}: its cost is not published and not entered, so it is in no sum.`,
  ),
  ...[...new Set(plan.beyondStudied)].map((id) => `${nameOf(id)}: set beyond what was studied.`),
];

const REGIMES: Readonly<Record<Root, string>> = {
  england: 'As recruited in the latest year that is loaded. Rounds before and after the Act of 2026 are not pooled.',
  demonstration: 'An invented country: finding an effect here shows that the method works, and nothing else.',
};

/**
 * Runs a scenario of the pathway for those who plan in its country and may write scenarios of every region that it changes. Nothing is
 * stored. @throws AccessDenied for a country or region out of scope.
 */
export async function modelPathway(scenario: PathwayScenario): Promise<PathwayResult> {
  const viewer = await requireViewerFor('scenario:read');
  const { areas } = await publishedStore();
  const isPlanner = areas.some(({ root, code }) => root === scenario.country && can(viewer, 'scenario:read', code));
  if (!isPlanner) throw new AccessDenied('forbidden');
  for (const code of new Set(scenario.offers.map(({ regionCode }) => regionCode)))
    await authorise('scenario:write', code);
  const baseline = await baselineOf(scenario);
  if (baseline.kind === 'not_loaded') return baseline;
  const planned = planRun(scenario, baseline.input, baseline.movements);
  if (planned.kind === 'refused') return planned;
  const { run } = planned;
  const chunks = await Promise.all(
    drawRanges(scenario.draws, RANGE).map((range) => runJob(pathwayDrawsTask, { run, range })),
  );
  const summary = summariseRun(run, chunks);
  return {
    kind: 'modelled',
    receipt: receiptOf(scenario, baseline),
    scenario,
    regions: baseline.input.regions.map(({ code, name }) => ({ code, name })),
    summary,
    fit: {
      options: baseline.residuals.length,
      largestResidual: Math.max(...baseline.residuals.map(({ fitted, accepts }) => Math.abs(fitted - accepts))),
      movementsFitted: baseline.movements.donorsNamed,
    },
    notes: notesOf(baseline, run),
    regime: REGIMES[scenario.country],
  };
}
