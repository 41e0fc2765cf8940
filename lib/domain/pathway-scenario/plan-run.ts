import type { MovementFit } from '@/lib/domain/choice/fit-movements';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { checkOffers } from '@/lib/domain/levers/offers/check-offers';
import type { Horizon } from '@/lib/domain/levers/offers/offer';
import { type OptionPlan, planOption } from '@/lib/domain/levers/offers/plan-option';
import { checkPathwayInput } from '@/lib/domain/pathway/engine/check-pathway-input';
import { checkPathwayOption } from '@/lib/domain/pathway/engine/check-pathway-option';
import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import { type DrawChunk, pathwayLayout, pathwayRunner, runDraws } from '@/lib/domain/pathway/engine/pathway-runner';
import { type PathwaySummary, summarisePathway } from '@/lib/domain/pathway/outputs/pathway-summary';
import type { DrawRange } from '@/lib/domain/uncertainty/draw-plan';
import { pathwayDraws } from '@/lib/domain/uncertainty/draw-plan';
import { pairedDraw } from '@/lib/domain/uncertainty/pathway-draw';
import type { PathwayScenario } from './pathway-scenario';

/** A checked scenario on a calibrated baseline: any worker can run any of its draws. */
export interface RunPlan {
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

/** The scenario as the engine runs it, or every reason why it can't be run. */
export const planRun = (scenario: PathwayScenario, input: PathwayInput, movements: MovementFit): PlannedRun => {
  const horizon = horizonOf(input);
  const offered = checkOffers(scenario.offers, PATHWAY_LEVERS, horizon);
  if (offered.length > 0) return { kind: 'refused', reasons: offered.map(({ code, message }) => ({ code, message })) };
  const plan = planOption(scenario.offers, PATHWAY_LEVERS, horizon);
  const known = new Set(PATHWAY_LEVERS.map(({ id }) => id));
  const refused = [...checkPathwayInput(input), ...checkPathwayOption(input, plan.option, known)];
  if (refused.length > 0) return { kind: 'refused', reasons: refused.map(({ code, message }) => ({ code, message })) };
  return { kind: 'planned', run: { scenario, input, movements, plan } };
};

/** Records of a range of draws. The same bytes on any worker. */
export const runRange = ({ scenario, input, movements, plan }: RunPlan, { from, to }: DrawRange): DrawChunk => {
  const setting = {
    sampler: pathwayDraws(scenario.seed),
    noEffectProbability: scenario.noEffectProbability,
    preferences: scenario.switches.preferences,
    choice: scenario.switches.choice,
    movements,
  };
  const draws = Array.from({ length: to - from }, (_, at) => pairedDraw(plan, setting, from + at).option);
  const chunk = runDraws(pathwayRunner(input, plan.option), draws);
  return { ...chunk, from, to };
};

/** Bands over the draws of all ranges, whoever ran them and in whatever order they came. */
export const summariseRun = (run: RunPlan, chunks: readonly DrawChunk[]): PathwaySummary =>
  summarisePathway({
    input: run.input,
    option: run.plan.option,
    layout: pathwayLayout(run.input, run.plan.option),
    chunks,
    weighting: run.scenario.needWeighting,
  });
