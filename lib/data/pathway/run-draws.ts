import 'server-only';
import type { PathwayHeadline, PathwayModelled } from '@/lib/contracts/pathway-result';
import type { DrawChunk } from '@/lib/domain/pathway/engine/pathway-runner';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { DRAW_STAGES, type DrawRange, drawRanges } from '@/lib/domain/uncertainty/draw-plan';
import type { Urgency } from '@/lib/jobs/runner';
import type { CalibratedCountry } from './calibrated-country';
import { DRAWS_AT_A_TIME, runKept } from './kept-baselines';
import { type PlannedResult, planResult, type Refused, type RunDetail } from './run-result';

/** Who waits for a run: is told of its first draws, and may give it up. */
export type RunWatch = {
  /** Gets the first draws in short, instead of `onStage`. */
  readonly onHeadline?: (headline: PathwayHeadline) => void;
  readonly onStage?: (partial: PathwayModelled) => void;
  readonly signal?: AbortSignal | undefined;
  /** `screen`: only what follows a slider, in a fraction of the time. */
  readonly detail?: RunDetail;
  /** Before whose draws its own are made. */
  readonly urgency?: Urgency;
};

/**
 * Makes all draws in threads of this process, and tells of each stage. The first draws are made alone, so that the processor is theirs
 * until somebody sees them; then all others are asked for at once, so that no worker waits at the end of a stage.
 */
export async function runHere(
  { run, prepare, resultOf, headlineOf }: PlannedResult,
  { onHeadline, onStage, signal, detail = 'whole', urgency = 'watched' }: RunWatch,
): Promise<PathwayModelled> {
  const { draws } = run.scenario;
  const asked = new Map<DrawRange, Promise<DrawChunk>>();
  const ask = (range: DrawRange): Promise<DrawChunk> => {
    const chunk = asked.get(range) ?? runKept(run, range, { signal, urgency });
    asked.set(range, chunk);
    chunk.catch(() => {});
    return chunk;
  };
  const ranges = drawRanges(draws, DRAWS_AT_A_TIME);
  const upTo = (end: number) => Promise.all(ranges.filter(({ to }) => to <= end).map(ask));
  for (const stage of DRAW_STAGES) {
    // Nobody waits for the first draws of a command or a replay: they aren't summed up for nobody.
    if (!onStage || stage >= draws) continue;
    const drawn = upTo(stage);
    drawn.catch(() => {});
    prepare();
    const chunks = await drawn;
    if (onHeadline && stage === DRAW_STAGES[0]) onHeadline(headlineOf(chunks));
    else onStage(await resultOf(chunks, detail));
    for (const range of ranges) void ask(range);
  }
  return resultOf(await upTo(draws), detail);
}

/**
 * Runs a scenario on a calibrated country, stage by stage (64, 256, 1,000 draws up to those asked for); `onStage` gets the
 * result so far. The same bytes whoever made which draws.
 */
export async function runOnCountry(
  scenario: PathwayScenario,
  country: CalibratedCountry,
  watch: RunWatch = {},
): Promise<PathwayModelled | Refused> {
  const planned = planResult(scenario, country);
  return planned.kind === 'refused' ? planned : runHere(planned, watch);
}
