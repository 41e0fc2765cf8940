import type { OwnFigure } from './twins';

/** Claims of the two plain-language summaries that data can test: A1 the programme's, A2 that on doctors' journeys. */
export const FINDING_IDS = [
  'A1-1.2',
  'A1-1.3',
  'A1-1.6',
  'A1-1.10',
  'A1-1.11',
  'A2-2.3',
  'A2-2.4',
  'A2-2.5',
  'A2-2.6',
  'A2-2.7',
  'A2-2.8',
  'A2-2.9',
  'A2-2.10',
  'A2-2.11',
  'A2-2.12',
] as const;
export type FindingId = (typeof FINDING_IDS)[number];

/**
 * What the loaded data say of a claim.
 *
 * - `supported`: the 95 % interval lies wholly on the side that the claim says
 * - `not_supported`: it lies wholly on the other side
 * - `cannot_tell`: it lies on both, or a part of the data is withheld or too small
 * - `not_loaded`: the data aren't there
 */
export type Underlying = 'supported' | 'not_supported' | 'cannot_tell' | 'not_loaded';

/** What is shown: in the demonstration country always `demonstration_only`, since planting an effect and finding it proves the method and not the claim. */
export type Verdict = Underlying | 'demonstration_only';

export const UNIT_IDS = [
  'share',
  'share_difference',
  'ratio',
  'ratio_slope',
  'per_place',
  'doctors_per_need',
  'points_per_score',
  'rank_correlation',
  'log_ratio',
] as const;
export type Unit = (typeof UNIT_IDS)[number];

export const UNITS: Readonly<Record<Unit, string>> = {
  share: 'share (0 to 1)',
  share_difference: 'difference of shares (−1 to 1)',
  ratio: 'ratio (1 is in proportion)',
  ratio_slope: 'ratio at the least deprived end less ratio at the most deprived end',
  per_place: 'graduates for each foundation place',
  doctors_per_need: 'GPs (full-time equivalent) per 10,000 patients for each 0.1 of the need index',
  points_per_score: 'percentage points for each point of the deprivation score',
  rank_correlation: 'rank correlation with the year of founding (−1 to 1)',
  log_ratio: 'log ratio for each unit of ln(1 + km)',
};

/** One number that a claim is tested by. */
export interface FindingPart {
  readonly label: string;
  /** People, areas or schools, as the label says; null where not known. */
  readonly n: number | null;
  readonly effect: number | null;
  readonly unit: Unit;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly underlying: Underlying;
  /** There is none because a count that it needs is withheld. */
  readonly isWithheld?: boolean | undefined;
}

/** The claim in our own words, how it is tested, and what nobody may read out of the result. */
export interface FindingDefinition {
  readonly id: FindingId;
  readonly claim: string;
  readonly test: string;
  readonly mayNotConclude: string;
  /**
   * A word of the claim that nobody defines; absent where there is none. `narrower`: what is tested is less than the claim says, and the
   * verdict is of that. `none`: no test is of the claim, and no verdict is given; what is near to it is shown.
   */
  readonly notDefined?: { readonly word: string; readonly tested: 'narrower' | 'none' };
}

export interface FindingResult {
  readonly id: FindingId;
  readonly claim: string;
  readonly n: number | null;
  readonly effect: number | null;
  /** Null only where nothing is loaded. */
  readonly unit: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly verdict: Verdict;
  readonly underlying: Underlying;
  /** Which data, in words; empty where nothing is loaded. */
  readonly data: string;
  /** ISO date on which the oldest period of its figures ends; null where no figure of a period is in it. */
  readonly periodEnd: string | null;
  readonly caution: string;
  /** The first is the one whose effect is given above. */
  readonly parts: readonly FindingPart[];
  /** Of the loaded journeys, for the published figures that stand beside the card. */
  readonly own: readonly OwnFigure[];
}
