import type { MovementFit } from '@/lib/domain/choice/fit-movements';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { checkOffers } from '@/lib/domain/levers/offers/check-offers';
import { isOutsideEvidence } from '@/lib/domain/levers/offers/draw-option';
import type { Horizon } from '@/lib/domain/levers/offers/offer';
import { type OptionPlan, planOption } from '@/lib/domain/levers/offers/plan-option';
import { checkPathwayInput } from '@/lib/domain/pathway/engine/check-pathway-input';
import { checkPathwayOption } from '@/lib/domain/pathway/engine/check-pathway-option';
import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import type { PathwayRefusal } from '@/lib/domain/pathway/engine/pathway-refusal';
import { type DrawChunk, keptEngine, pathwayLayout, runDraws } from '@/lib/domain/pathway/engine/pathway-runner';
import { type HeadlineSummary, summariseHeadline } from '@/lib/domain/pathway/outputs/headline';
import { type PathwaySummary, summarisePathway } from '@/lib/domain/pathway/outputs/pathway-summary';
import type { DrawRange } from '@/lib/domain/uncertainty/draw-plan';
import { DRAW_STAGES, pathwayDraws } from '@/lib/domain/uncertainty/draw-plan';
import { type PairedDraw, pairedDraw } from '@/lib/domain/uncertainty/pathway-draw';
import { lastOfferedYearOf } from './last-offered-year';
import type { PathwayScenario } from './pathway-scenario';

/** A checked scenario on a calibrated baseline: any worker can run any of its draws. */
export interface RunPlan {
  /** Hash of the input and the movements. */
  readonly inputKey: string;
  readonly scenario: PathwayScenario;
  readonly input: PathwayInput;
  readonly movements: MovementFit;
  readonly plan: OptionPlan;
}

export type PlannedRun =
  | { readonly kind: 'planned'; readonly run: RunPlan }
  /** Everything that is wrong with it, for the reader. */
  | { readonly kind: 'refused'; readonly reasons: readonly { readonly code: string; readonly message: string }[] };

const horizonOf = ({ posts, programmes, startYear, years }: PathwayInput): Horizon => ({
  places: posts,
  programmes,
  startYear,
  years,
});

/** A calibrated country with the hash of what runs depend on. */
export interface PlannedCountry {
  readonly input: PathwayInput;
  readonly movements: MovementFit;
  readonly dataHash: string;
}

const checkedInputs = new WeakMap<PathwayInput, readonly PathwayRefusal[]>();

/** An input is checked once: from one setting of a lever to the next it is the same. */
const inputRefusals = (input: PathwayInput): readonly PathwayRefusal[] => {
  const known = checkedInputs.get(input) ?? checkPathwayInput(input);
  checkedInputs.set(input, known);
  return known;
};

/** The scenario as the engine runs it, or every reason why it can't be run. */
export const planRun = (scenario: PathwayScenario, { input, movements, dataHash }: PlannedCountry): PlannedRun => {
  const horizon = horizonOf(input);
  const offered = checkOffers(scenario.offers, PATHWAY_LEVERS, horizon);
  if (offered.length > 0) return { kind: 'refused', reasons: offered.map(({ code, message }) => ({ code, message })) };
  const plan = planOption(scenario.offers, PATHWAY_LEVERS, horizon, scenario.employerOnCost);
  const known = new Set(PATHWAY_LEVERS.map(({ id }) => id));
  const refused = [...inputRefusals(input), ...checkPathwayOption(input, plan.option, known)];
  if (refused.length > 0) return { kind: 'refused', reasons: refused.map(({ code, message }) => ({ code, message })) };
  return { kind: 'planned', run: { inputKey: dataHash, scenario, input, movements, plan } };
};

const settingOf = ({ scenario, movements }: RunPlan) => ({
  sampler: pathwayDraws(scenario.seed),
  noEffectProbability: scenario.noEffectProbability,
  preferences: scenario.switches.preferences,
  choice: scenario.switches.choice,
  movements,
});

const drawsOf = (run: RunPlan, { from, to }: DrawRange): PairedDraw['option'][] => {
  const setting = settingOf(run);
  return Array.from({ length: to - from }, (_, at) => pairedDraw(run.plan, setting, from + at).option);
};

/** Records of a range of draws. The same bytes on any worker. */
export const runRange = (run: RunPlan, range: DrawRange): DrawChunk => {
  const chunk = runDraws(keptEngine(run.input, run.inputKey)(run.plan.option), drawsOf(run, range));
  return { ...chunk, ...range };
};

/** Records of the option alone, to the last bit those of `runRange`: whoever asks has the baseline of the same draws. */
export const runOptionRange = (run: RunPlan, range: DrawRange): Float64Array => {
  const runner = keptEngine(run.input, run.inputKey)(run.plan.option);
  const { length } = runner.layout;
  const records = new Float64Array((range.to - range.from) * length);
  drawsOf(run, range).forEach((draw, at) => {
    runner.runOption(draw, records.subarray(at * length, (at + 1) * length));
  });
  return records;
};

/** Share of the first draws in which some post's package is stronger than anything that was studied: a utility above 1. */
export const outsideEvidenceShare = (run: RunPlan): number => {
  const [draws] = DRAW_STAGES;
  const setting = settingOf(run);
  const outside = Array.from({ length: draws }, (_, draw) => isOutsideEvidence(run.plan, setting, draw));
  return outside.filter(Boolean).length / draws;
};

const summaryRequest = ({ input, plan, scenario }: RunPlan, chunks: readonly DrawChunk[]) => ({
  input,
  option: plan.option,
  layout: pathwayLayout(input),
  chunks,
  weighting: scenario.needWeighting,
});

/** Totals alone, of few draws: quick enough for a thread that answers requests. */
export const summariseFirst = (run: RunPlan, chunks: readonly DrawChunk[]): HeadlineSummary =>
  summariseHeadline(summaryRequest(run, chunks));

/** Bands over the draws of all ranges, whoever ran them and in whatever order they came. */
export const summariseRun = (
  run: RunPlan,
  chunks: readonly DrawChunk[],
  detail: 'whole' | 'screen' = 'whole',
): PathwaySummary =>
  summarisePathway({
    ...summaryRequest(run, chunks),
    classYear: lastOfferedYearOf(run.scenario.offers, run.input),
    detail,
  });
