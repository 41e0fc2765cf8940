import 'server-only';
import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { DrawChunk } from '@/lib/domain/pathway/engine/pathway-runner';
import { pathwayLayout } from '@/lib/domain/pathway/engine/pathway-runner';
import type { MeasureSetting } from '@/lib/domain/pathway/outputs/area-measures';
import { measureSetting } from '@/lib/domain/pathway/outputs/measure-setting';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { planRun, type RunPlan } from '@/lib/domain/pathway-scenario/plan-run';
import { type DrawStage, drawRanges } from '@/lib/domain/uncertainty/draw-plan';
import type { CalibratedCountry } from './calibrated-country';
import { DRAWS_AT_A_TIME, runKept } from './kept-baselines';

/** Sets of offers at once: enough to keep two threads busy, so few that others’ work comes between. */
const AT_ONCE = 2;

const planned = (scenario: PathwayScenario, country: CalibratedCountry): RunPlan => {
  const outcome = planRun(scenario, country);
  if (outcome.kind === 'refused') throw new Error(outcome.reasons.map(({ message }) => message).join(' '));
  return outcome.run;
};

/** At most so many at a time, in the order in which they were asked. */
export function queue(most: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  // Who waits takes over the place of who is done: whoever comes in between finds it taken.
  const next = () => {
    const first = waiting.shift();
    if (first) first();
    else running -= 1;
  };
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (running >= most) await new Promise<void>((start) => waiting.push(start));
    else running += 1;
    return work().finally(next);
  };
}

/** The measures of a whole run, and its plan. */
export function settingOf(scenario: PathwayScenario, country: CalibratedCountry) {
  const run = planned(scenario, country);
  const layout = pathwayLayout(run.input);
  const { input, plan } = run;
  const weighting = scenario.needWeighting;
  return { run, setting: measureSetting({ input, option: plan.option, layout, weighting }) };
}

type EvaluatorOf<Outcome> = {
  readonly scenario: PathwayScenario;
  readonly country: CalibratedCountry;
  readonly draws: DrawStage;
  readonly setting: MeasureSetting;
  readonly read: (setting: MeasureSetting, chunks: readonly DrawChunk[]) => Outcome;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Runs any offers in a scenario's world, on the same draws, in the workers. Given up, what waits is never begun.
 * @throws JobFailed where it was given up.
 */
export function offerEvaluator<Outcome>({
  scenario,
  country,
  draws,
  setting,
  read,
  signal,
}: EvaluatorOf<Outcome>): (offers: readonly Offer[]) => Promise<Outcome> {
  const inTurn = queue(AT_ONCE);
  return (offers) =>
    inTurn(async () => {
      signal?.throwIfAborted();
      const run = planned({ ...scenario, offers: [...offers] }, country);
      return read(
        setting,
        await Promise.all(
          drawRanges(draws, DRAWS_AT_A_TIME).map((range) => runKept(run, range, { signal, urgency: 'stored' })),
        ),
      );
    });
}
