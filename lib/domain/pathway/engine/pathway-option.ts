import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { CareerKind, PathwayNode } from './pathway-input';

/** Where and when something acts. Calendar years, both inclusive; null `group` = all at that node, null `tied` = both. */
interface Scope {
  readonly regionCode: string;
  readonly group: SpecialtyGroup | null;
  readonly fromYear: number;
  readonly toYear: number;
  /** Levers behind it, for the receipt and to refuse unknown ones. */
  readonly leverIds: readonly string[];
  /** How strongly it is applied, 0 to 1; already in the draws' values. */
  readonly intensity: number;
}

/**
 * Change of an option's utility at a node. Its size is in each draw (`PathwayDraw.shifts`, same order), with package rule,
 * no-effect mass and coverage applied: an offer on part of the posts enters as `regionShift` of its parts.
 */
export interface UtilityShift extends Scope {
  readonly node: PathwayNode;
  readonly tied: boolean | null;
}

/** Ratio on the annual hazard of leaving a training programme (group) or F1 and F2, null = all of them; sizes in `PathwayDraw.hazardRatios`. */
export interface HazardChange extends Omit<Scope, 'group'> {
  readonly group: SpecialtyGroup | 'foundation' | null;
  readonly tied: boolean | null;
}

/** Change of a region's utility at CCT, sizes in `PathwayDraw.careerShifts`. Null kind = both. */
export interface CareerShift extends Omit<Scope, 'group'> {
  readonly kind: CareerKind | null;
}

/** Ratio on the annual hazard of leaving after CCT, sizes in `PathwayDraw.careerHazardRatios`. */
export interface CareerHazardChange extends Omit<Scope, 'group'> {
  readonly kind: CareerKind | null;
}

/** £ in real terms, at the start year's prices; nothing below 0. */
export interface LeverCost extends Scope {
  readonly node: PathwayNode;
  /** Share of entrants who are paid, 0 to 1. Everyone who accepts a covered post is paid. */
  readonly coverage: number;
  readonly perEntrantPerYearGbp: number;
  /** Years paid after entry, from the year of entry on. */
  readonly yearsPaid: number;
  readonly fixedPerYearGbp: number;
}

/** Core completers of the region go straight into higher training there, up to its posts. */
export interface RunThrough extends Omit<Scope, 'group' | 'intensity'> {
  readonly group: SpecialtyGroup;
}

/** Added to the share of entrants who train less than full time. */
export interface LtftChange extends Scope {
  readonly shareAdded: number;
}

export interface PathwayOption {
  readonly shifts: readonly UtilityShift[];
  readonly hazards: readonly HazardChange[];
  readonly careerShifts: readonly CareerShift[];
  readonly careerHazards: readonly CareerHazardChange[];
  readonly costs: readonly LeverCost[];
  readonly runThrough: readonly RunThrough[];
  readonly ltft: readonly LtftChange[];
}

export const NO_OPTION: PathwayOption = {
  shifts: [],
  hazards: [],
  careerShifts: [],
  careerHazards: [],
  costs: [],
  runThrough: [],
  ltft: [],
};

/** Parameters of the baseline that a draw may replace; the same in baseline and option. Factors multiply the input. */
export interface DrawnParameters {
  readonly stayConstant?: number;
  readonly distancePer100Km?: number;
  readonly stayPerYear?: number;
  readonly nestDissimilarity?: number;
  readonly ltftHazardRatio?: number;
  readonly deprivationHazardRatio?: number;
  /** Factor on every programme's hazard of leaving. */
  readonly attritionFactor?: number;
  readonly gapLeavingFactor?: number;
  readonly careerLeavingFactor?: number;
}

/** One draw: what differs from the central values. Its place in the list is its index, whoever computes it. */
export interface PathwayDraw {
  readonly parameters: DrawnParameters;
  readonly shifts: readonly number[];
  readonly hazardRatios: readonly number[];
  readonly careerShifts: readonly number[];
  readonly careerHazardRatios: readonly number[];
}
