import type { Offer } from '@/lib/domain/levers/offers/offer';
import { keptEngine } from '@/lib/domain/pathway/engine/pathway-runner';
import { type BreakEven, breakEvenEffect } from '@/lib/domain/pathway/outputs/break-even';
import { drawTotals } from '@/lib/domain/pathway/outputs/draw-totals';
import { measureSetting } from '@/lib/domain/pathway/outputs/measure-setting';
import { planRun, type RunPlan } from '@/lib/domain/pathway-scenario/plan-run';
import { pairedDraw } from '@/lib/domain/uncertainty/pathway-draw';

/** Of one lever alone, or of all (null). */
export interface LeverBreakEven {
  readonly leverId: string | null;
  /** No shift of choice is set: it acts on leaving or on the pathway alone, which has no one effect to scale. */
  readonly hasShift: boolean;
  /** The largest shift of choice as the evidence has it, at medians. */
  readonly deltaUtility: number;
  /** For one more post over the run; null: not even the largest effect that is modelled fills it. */
  readonly onePost: BreakEven | null;
  /** For one more in every year, as a sum over the run. */
  readonly oneAYear: BreakEven | null;
}

export interface RunBreakEven {
  readonly kind: 'break_even';
  readonly levers: readonly LeverBreakEven[];
}

/** Every uncertain number at the middle of its distribution. */
const MIDDLE = { draws: 1, at: () => 0.5 };

const breakEvenOf = (run: RunPlan, whole: RunPlan, leverId: string | null): LeverBreakEven => {
  const { input, plan, scenario, movements } = run;
  const { preferences, choice } = scenario.switches;
  // That a lever may do nothing is left out: it is asked how large its effect has to be.
  const setting = { sampler: MIDDLE, noEffectProbability: 0, preferences, choice, movements };
  const { option: central } = pairedDraw(plan, setting, 0);
  const runner = keptEngine(input, run.inputKey)(plan.option);
  const measures = measureSetting({
    ...{ input, option: whole.plan.option, layout: runner.layout, weighting: scenario.needWeighting },
  });
  const deltaUtility = Math.max(0, ...central.shifts);
  const extraOf = (baseline: Float64Array, option: Float64Array): number =>
    drawTotals(measures, baseline, option).gainTarget;
  return {
    ...{ leverId, hasShift: deltaUtility > 0, deltaUtility },
    onePost: breakEvenEffect({ runner, central, extraOf }),
    oneAYear: breakEvenEffect({ runner, central, extraOf, extraPosts: input.years }),
  };
};

/**
 * How large an effect has to be for one more specialty post filled over the run, of each lever alone and of all: a factor on
 * all that it does to choosing and leaving, the other uncertain numbers at their medians.
 * @throws RangeError where offers can't be planned.
 */
export const runBreakEven = (whole: RunPlan): RunBreakEven => {
  const { scenario, input, movements, inputKey: dataHash } = whole;
  const ids = [...new Set(scenario.offers.map(({ leverId }) => leverId))];
  const alone = ids.length < 2 ? [] : ids;
  const of = (offers: Offer[]): RunPlan => {
    const planned = planRun({ ...scenario, offers }, { input, movements, dataHash });
    if (planned.kind === 'refused') throw new RangeError(planned.reasons.map(({ message }) => message).join(' '));
    return planned.run;
  };
  return {
    kind: 'break_even',
    levers: [
      breakEvenOf(whole, whole, null),
      ...alone.map((id) => breakEvenOf(of(scenario.offers.filter(({ leverId }) => leverId === id)), whole, id)),
    ],
  };
};
