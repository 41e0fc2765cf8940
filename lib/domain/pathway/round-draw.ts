import { coverageSegments, regionShift } from '@/lib/domain/levers/coverage';
import {
  type DrawContext,
  drawDeltaUtility,
  drawPackageRho,
  moneyScale,
  type PricedLever,
  packageShift,
} from '@/lib/domain/levers/delta-utility';
import type { CalibratedRound } from './calibration';
import { displacement } from './displacement';
import type { LeverUse } from './round';
import { placeRound, type RoundPlacement } from './round-placement';
import { shiftShare } from './share-shift';

/** A lever as set by the user with the catalogue's entry. */
export type UsedLever = PricedLever & LeverUse;

/** What one draw gives, option against baseline. Head counts, £. */
export interface RoundDraw {
  readonly b: number;
  readonly deltaUtility: number;
  readonly outsideEvidence: boolean;
  readonly extraFilled: number;
  readonly fromOtherRegions: number;
  readonly fromElsewhere: number;
  readonly excessDemand: number;
  readonly costGbp: number;
  /** The same shift as log-odds of fill. */
  readonly fillOdds: { readonly extraFilled: number; readonly costGbp: number };
}

/** Head counts are settled to a billionth of a person, so that rounding never reads as a gain. */
const settle = (people: number): number => (Math.abs(people) < 1e-9 ? 0 : people);

const costOf = (
  segments: ReturnType<typeof coverageSegments>,
  filled: readonly number[],
  levers: readonly UsedLever[],
): number =>
  segments.reduce((total, segment, i) => {
    const perAcceptor = segment.levers.reduce((sum, index) => {
      const lever = levers[index];
      return lever ? sum + (lever.costPerPlacePerYearGbp ?? 0) * lever.costYears : sum;
    }, 0);
    return total + (filled[i] ?? 0) * perAcceptor;
  }, 0);

export interface DrawSetting {
  readonly round: CalibratedRound;
  readonly baseline: RoundPlacement;
  readonly levers: readonly UsedLever[];
  readonly context: DrawContext;
}

const drawOffers = ({ levers, context }: DrawSetting, draw: number) => {
  const shifts = levers.map((lever) => drawDeltaUtility(lever, context, draw));
  const rho = drawPackageRho(context, draw);
  return coverageSegments(levers.map((lever) => lever.coverage)).map((segment) => {
    const held = segment.levers.flatMap((index) => shifts[index] ?? []);
    return { ...segment, ...packageShift(held, rho) };
  });
};

/**
 * One draw of the round: baseline and option with the same parameters (common random numbers). Where
 * no post's utility shifts, the option *is* the baseline, to the last bit.
 */
export const drawRound = (setting: DrawSetting, draw: number): RoundDraw => {
  const { round, baseline, levers, context } = setting;
  const segments = drawOffers(setting, draw);
  const after = placeRound(round, segments);
  const moved = displacement(baseline, after);
  const { posts, accepts } = round.target;
  const byOdds = segments.map((part) => posts * part.width * shiftShare(accepts / posts, part.deltaUtility));
  return {
    b: moneyScale(context, draw),
    deltaUtility: regionShift(segments),
    outsideEvidence: segments.some((segment) => segment.outsideEvidence),
    extraFilled: settle(moved.gainTarget),
    fromOtherRegions: settle(moved.displacedFromOtherRegions),
    fromElsewhere: settle(moved.gainedFromOutside ?? 0),
    excessDemand: after.excessDemand,
    costGbp: costOf(segments, after.byPart, levers),
    fillOdds: {
      extraFilled: settle(byOdds.reduce((sum, filled) => sum + filled, -accepts)),
      costGbp: costOf(segments, byOdds, levers),
    },
  };
};
