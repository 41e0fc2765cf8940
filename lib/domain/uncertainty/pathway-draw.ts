import { drawOption } from '@/lib/domain/levers/offers/draw-option';
import type { DrawSetting } from '@/lib/domain/levers/offers/lever-draw';
import type { OptionPlan } from '@/lib/domain/levers/offers/plan-option';
import type { PathwayDraw } from '@/lib/domain/pathway/engine/pathway-option';
import { drawRates, type RateSetting } from '@/lib/domain/pathway-rates/draw-rates';

/** Baseline and option of one draw: the same world, without and with the levers (common random numbers). */
export interface PairedDraw {
  readonly baseline: PathwayDraw;
  readonly option: PathwayDraw;
}

/**
 * One draw of a run, the same on whatever worker makes it.
 * @throws RangeError where the draw doesn’t exist.
 */
export const pairedDraw = (plan: OptionPlan, setting: DrawSetting & RateSetting, draw: number): PairedDraw => {
  const parameters = drawRates(setting, draw);
  return {
    baseline: { parameters, shifts: [], hazardRatios: [], careerShifts: [], careerHazardRatios: [] },
    option: { parameters, ...drawOption(plan, setting, draw) },
  };
};
