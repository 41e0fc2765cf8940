import { type CoverageSegment, regionShift } from '@/lib/domain/levers/coverage';
import { type PackageShift, packageShift } from '@/lib/domain/levers/delta-utility';
import type { PathwayDraw } from '@/lib/domain/pathway/engine/pathway-option';
import { type DrawSetting, type LeverDraw, leverDraw } from './lever-draw';
import { nodeOf, type Package } from './offer-years';
import type { OptionPlan } from './plan-option';
import type { Recipe } from './planned';

/** Sizes of a plan’s parts in one draw, each in the order of its list in the option. */
export type DrawnOption = Omit<PathwayDraw, 'parameters'>;

type Part = CoverageSegment & PackageShift;

const partsOf = (segments: readonly CoverageSegment[], utilities: readonly number[], rho: number): Part[] =>
  segments.map((segment) => {
    const held = segment.levers.map((index) => utilities[index] ?? 0);
    const { deltaUtility, outsideEvidence } = packageShift(held, rho);
    return { width: segment.width, levers: segment.levers, deltaUtility, outsideEvidence };
  });

const shiftParts = ({ reached, segments, node, group }: Recipe, levers: LeverDraw): Part[] =>
  partsOf(
    segments,
    reached.map((live) => levers.entryUtility(live, node ?? nodeOf(live), group)),
    levers.parameter('rho'),
  );

/** Mean ratio over the parts: of the people of one hazard in each. */
const meanRatio = (parts: readonly { readonly width: number; readonly ratio: number }[]): number => {
  const [first] = parts;
  if (first && parts.every(({ ratio }) => ratio === first.ratio)) return first.ratio;
  return parts.reduce((total, { width, ratio }) => total + width * ratio, 0);
};

/** `exp(−γ dU) × Π ratios`, dU the package of the levers that act on leaving through utility. */
const hazardRatio = ({ reached, segments, node, group }: Recipe, levers: LeverDraw): number => {
  const utilities = reached.map((live) =>
    levers.staysByUtility(live) ? levers.entryUtility(live, node ?? nodeOf(live), group) : 0,
  );
  const own = reached.map((live) => levers.ownRatio(live));
  const gamma = levers.parameter('gamma');
  return meanRatio(
    partsOf(segments, utilities, levers.parameter('rho')).map(({ width, deltaUtility, levers: held }) => ({
      width,
      ratio: held.reduce((product, index) => product * (own[index] ?? 1), Math.exp(-gamma * deltaUtility)),
    })),
  );
};

const careerParts = ({ reached, segments }: Package, levers: LeverDraw): Part[] =>
  partsOf(
    segments,
    reached.map((live) => levers.careerUtility(live)),
    levers.parameter('rho'),
  );

const careerRatio = ({ reached, segments }: Package, levers: LeverDraw): number => {
  const own = reached.map((live) => levers.careerRatio(live));
  return meanRatio(
    segments.map(({ width, levers: held }) => ({
      width,
      ratio: held.reduce((product, index) => product * (own[index] ?? 1), 1),
    })),
  );
};

const entryAndCareer = (plan: OptionPlan, levers: LeverDraw) => ({
  entry: plan.shiftRecipes.map((recipe) => shiftParts(recipe, levers)),
  career: plan.careerShiftRecipes.map((recipe) => careerParts(recipe, levers)),
});

/** Whether some post’s package passes a utility of 1.0 in a draw: beyond anything that was studied. */
export const isOutsideEvidence = (plan: OptionPlan, setting: DrawSetting, draw: number): boolean => {
  const { entry, career } = entryAndCareer(plan, leverDraw(setting, draw));
  return [...entry, ...career].flat().some(({ outsideEvidence }) => outsideEvidence);
};

/**
 * One draw of a plan. A shift is the logsum of posts with and without the offers (`regionShift`); a hazard ratio is a mean
 * over people. Where nothing moves, every shift is exactly 0 and every ratio exactly 1.
 * @throws RangeError where the draw doesn’t exist.
 */
export const drawOption = (plan: OptionPlan, setting: DrawSetting, draw: number): DrawnOption => {
  const levers = leverDraw(setting, draw);
  const { entry, career } = entryAndCareer(plan, levers);
  return {
    shifts: entry.map(regionShift),
    hazardRatios: plan.hazardRecipes.map((recipe) => hazardRatio(recipe, levers)),
    careerShifts: career.map(regionShift),
    careerHazardRatios: plan.careerHazardRecipes.map((recipe) => careerRatio(recipe, levers)),
  };
};
