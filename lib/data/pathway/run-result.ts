import 'server-only';
import type { PathwayHeadline, PathwayModelled, PathwayResult } from '@/lib/contracts/pathway-result';
import { ACT_YEAR } from '@/lib/domain/backtest/regime';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { LEVER_PARAMETERS } from '@/lib/domain/levers/lever-parameters';
import { type DrawChunk, PATHWAY_ENGINE_VERSION } from '@/lib/domain/pathway/engine/pathway-runner';
import type { HeadlineSummary } from '@/lib/domain/pathway/outputs/headline';
import type { PathwaySummary } from '@/lib/domain/pathway/outputs/pathway-summary';
import { RATE_PARAMETERS } from '@/lib/domain/pathway-rates/rate-parameters';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import {
  outsideEvidenceShare,
  planRun,
  type RunPlan,
  summariseFirst,
  summariseRun,
} from '@/lib/domain/pathway-scenario/plan-run';
import { runNotes } from '@/lib/domain/pathway-scenario/run-notes';
import { sensitivityOf } from '@/lib/domain/pathway-scenario/run-sensitivity';
import { DRAW_STAGES, pathwayDraws } from '@/lib/domain/uncertainty/draw-plan';
import { runJob } from '@/lib/jobs/runner';
import { pathwaySummaryTask } from '@/lib/jobs/task-contracts';
import { type CalibratedCountry, sha256, textOf } from './calibrated-country';

export type Refused = Extract<PathwayResult, { kind: 'refused' }>;

/** More are summed up in a thread: they take longer than a page may wait for its server. */
const MOST_SUMMED_HERE = DRAW_STAGES[0];
const ID_LENGTH = 20;
/** Levers and parameters as they are in this version: a changed one is another run. */
const EVIDENCE_HASH = sha256(textOf({ PATHWAY_LEVERS, LEVER_PARAMETERS, RATE_PARAMETERS }));

/** The hash of everything that decides the numbers: who ran it and when is no part of it. */
export const pathwayReceiptId = (
  scenario: PathwayScenario,
  { dataHash, releaseIds }: Pick<CalibratedCountry, 'dataHash' | 'releaseIds'>,
): string =>
  sha256(textOf({ engine: PATHWAY_ENGINE_VERSION, evidence: EVIDENCE_HASH, dataHash, releaseIds, scenario })).slice(
    0,
    ID_LENGTH,
  );

/** Under which recruitment rules the loaded rounds were, and under which they are run. */
function regimeOf({ country, switches, years }: PathwayScenario, startYear: number): string {
  if (country === 'demonstration') {
    return 'An invented country: finding an effect here shows that the method works, and nothing else.';
  }
  const isBefore = startYear < ACT_YEAR;
  const loaded = `Calibrated to the rounds of ${startYear}, ${isBefore ? 'before' : 'after'} the Medical Training (Prioritisation) Act 2026; rounds before and after it are not pooled.`;
  const last = startYear + years - 1;
  if (isBefore && switches.regime === 'before_act' && last >= ACT_YEAR)
    return `${loaded} ${ACT_YEAR} to ${last} are run under rules that no longer hold: rounds of ${ACT_YEAR} or later would mend that.`;
  return isBefore === (switches.regime === 'before_act')
    ? loaded
    : `${loaded} Run under the rules ${isBefore ? 'after' : 'before'} it, as chosen: that change itself is not calibrated.`;
}

/** Whether every lever of a run has a cost, some, or none: a sum without one is no whole. */
const costKnownOf = ({ scenario, plan }: RunPlan): 'whole' | 'part' | 'none' => {
  const levers = new Set(scenario.offers.map(({ leverId }) => leverId)).size;
  const unknown = new Set(plan.costUnknown).size;
  if (unknown === 0) return 'whole';
  return unknown < levers ? 'part' : 'none';
};

/** The list of residuals stays here: it holds accepts of single programmes of other regions. */
const fitOf = ({ residuals, movements }: CalibratedCountry) => ({
  options: residuals.length,
  largestResidual: residuals.reduce((most, { fitted, accepts }) => Math.max(most, Math.abs(fitted - accepts)), 0),
  movementsFitted: movements.donorsNamed,
});

export type RunDetail = 'whole' | 'screen';

const summaryOf = async (run: RunPlan, chunks: readonly DrawChunk[], detail: RunDetail): Promise<PathwaySummary> => {
  const draws = chunks.reduce((sum, { from, to }) => sum + to - from, 0);
  if (draws <= MOST_SUMMED_HERE) return summariseRun(run, chunks, detail);
  return runJob(pathwaySummaryTask, { run, chunks, detail }, { urgency: 'at_once' });
};

/** A run that can be made: any process makes any of its draws, and the result of all of them. */
export interface PlannedResult {
  readonly kind: 'planned';
  readonly run: RunPlan;
  /** Makes what a result says beside its numbers, once: best while others draw. */
  readonly prepare: () => void;
  /** Of all draws up to one. The same bytes whoever made which. */
  readonly resultOf: (chunks: readonly DrawChunk[], detail?: RunDetail) => Promise<PathwayModelled>;
  /** The same in short, at once: of few draws. */
  readonly headlineOf: (chunks: readonly DrawChunk[]) => PathwayHeadline;
}

const besideNumbers = (run: RunPlan, country: CalibratedCountry) => ({
  id: pathwayReceiptId(run.scenario, country),
  regions: country.input.regions.map(({ code, name }) => ({ code, name })),
  outsideEvidence: outsideEvidenceShare(run),
  costKnown: costKnownOf(run),
  regime: regimeOf(run.scenario, country.input.startYear),
});

/** A scenario on a calibrated country, or every reason why it can't be run. */
export function planResult(scenario: PathwayScenario, country: CalibratedCountry): PlannedResult | Refused {
  const planned = planRun(scenario, country);
  if (planned.kind === 'refused') return planned;
  const { run } = planned;
  let made: ReturnType<typeof besideNumbers> | null = null;
  const beside = () => {
    made ??= besideNumbers(run, country);
    return made;
  };
  const headedBy = <Summary extends HeadlineSummary>(summary: Summary) => {
    const { id, regions, outsideEvidence, costKnown, regime } = beside();
    return {
      receipt: {
        id,
        engineVersion: PATHWAY_ENGINE_VERSION,
        dataHash: country.dataHash,
        releaseIds: country.releaseIds,
        seed: scenario.seed,
        draws: summary.draws,
      },
      scenario,
      regions,
      summary,
      outsideEvidence,
      costKnown,
      regime,
    };
  };
  const headlineOf: PlannedResult['headlineOf'] = (chunks) => headedBy(summariseFirst(run, chunks));
  const resultOf: PlannedResult['resultOf'] = async (chunks, detail = 'whole') => {
    const summary = await summaryOf(run, chunks, detail);
    const { outsideEvidence, costKnown, regime, ...head } = headedBy(summary);
    // In the order of the contract: a run has the same bytes wherever it is read.
    return {
      kind: 'modelled',
      ...head,
      fit: fitOf(country),
      outsideEvidence,
      costKnown,
      sensitivity: sensitivityOf(
        {
          levers: PATHWAY_LEVERS.filter(({ id }) => scenario.offers.some(({ leverId }) => leverId === id)),
          sampler: pathwayDraws(scenario.seed),
          noEffectProbability: scenario.noEffectProbability,
        },
        summary.extraPostsByDraw,
      ),
      notes: runNotes(country.notes, run),
      regime,
    };
  };
  return { kind: 'planned', run, prepare: beside, resultOf, headlineOf };
}
