import type { Provenance } from '@/lib/domain/measure/measure';
import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { OpeningStocks } from './opening-stocks';
import type { PathwaySwitches } from './pathway-switches';

/** Where doctors compete for posts: F1, CT1/ST1, and ST3/ST4 of programmes that aren't run-through. */
export const PATHWAY_NODES = ['foundation', 'specialty_entry', 'higher_entry'] as const;
export type PathwayNode = (typeof PATHWAY_NODES)[number];

export const CAREER_KINDS = ['consultant', 'gp'] as const;
export type CareerKind = (typeof CAREER_KINDS)[number];

/** A number with its papers. `nationalOnly`: no figure of the region itself was loaded, which has to be shown. */
export interface Sourced {
  readonly value: number;
  readonly provenance: Provenance | 'assumption';
  readonly source: string;
  readonly nationalOnly?: boolean;
}

/** A training region that takes part. Everything else is “elsewhere”: a home or a place, never an option with posts. */
export interface PathwayRegion {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  /** Share of England's need under each weighting on offer, by its name; need not sum to 1 over the loaded regions. */
  readonly needShares: Readonly<Record<string, number>>;
  /** Mean deprivation of the population in quintile steps above the least deprived fifth, 0 to 4. */
  readonly deprivationSteps: number;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** FTE wanted in the region; absent: the country's opening FTE shared out by need. */
  readonly targetFte?: Readonly<Record<CareerKind, number>>;
}

/** Length of a programme, full time, in years. `coreYears` null: run-through, no competition on the way. */
export interface GroupProgramme {
  readonly group: SpecialtyGroup;
  readonly career: CareerKind;
  readonly coreYears: number | null;
  /** Years after ST3/ST4 entry, or of the whole run-through programme. */
  readonly finalYears: number;
  /** Years taken ÷ nominal years of a full-time trainee, at least 1 (1.10 to 1.29 observed). */
  readonly dilation: Sourced;
  /** Annual probability of leaving, 0 to 1, before ratios on its hazard. */
  readonly annualAttrition: Sourced;
  /** Share of entrants who train less than full time. */
  readonly ltftShare: Sourced;
}

/** People a year, the same every year, or one number a year. */
export type Yearly = number | readonly number[];

/** New doctors: medical-school region and home region; null = elsewhere. Head count. */
export interface LeaverFlow {
  readonly schoolRegionCode: string | null;
  readonly homeRegionCode: string | null;
  readonly people: Yearly;
}

/** Posts advertised. `group` is null at the foundation node only. */
export interface NodePosts {
  readonly node: PathwayNode;
  readonly regionCode: string;
  readonly group: SpecialtyGroup | null;
  readonly posts: Yearly;
}

/** Applicants from outside the pathway, whose home is elsewhere. `group` is null but at higher entry. */
export interface ExternalApplicants {
  readonly node: 'specialty_entry' | 'higher_entry';
  readonly group: SpecialtyGroup | null;
  readonly people: Yearly;
  /** Share who are prioritised under the Medical Training (Prioritisation) Act 2026; doctors on the pathway all are. */
  readonly prioritisedShare: Sourced;
}

/** Utility of an option to a doctor without ties, home or years there: the constant that calibration settles. */
export interface Attraction {
  readonly node: PathwayNode;
  readonly regionCode: string;
  readonly group: SpecialtyGroup | null;
  readonly utility: number;
}

/** Utilities have no unit. The option outside has utility 0 at every node. */
export interface ChoiceParameters {
  readonly attraction: readonly Attraction[];
  readonly careerAttraction: readonly { kind: CareerKind; regionCode: string; utility: number }[];
  /** κ: utility of the region where one is. */
  readonly stayConstant: Sourced;
  /** θ, usually below 0: utility per 100 km from home. */
  readonly distancePer100Km: Sourced;
  /** Utility of the home region itself, beside the distance of 0. */
  readonly homeConstant: Sourced;
  /** Utility per deprivation step, usually below 0. */
  readonly deprivationPerStep: Sourced;
  /** Factor, at least 1, on κ, θ and the home constant of doctors with a partner or caring tie. */
  readonly tieFactor: Sourced;
  /** Dissimilarity λ of the nest of all posts against outside, above 0 to 1; 1 and no other where the nest is off. */
  readonly nestDissimilarity: Sourced;
  /** Utility at CCT per consecutive year in the region, up to five years. */
  readonly stayPerYear: Sourced;
  /** Fitted to loaded movements between regions. Where false, regions that lose are reported together. */
  readonly movementsFitted: boolean;
}

/** Annual probabilities, 0 to 1, unless said otherwise. */
export interface StageRates {
  readonly tieShare: Sourced;
  readonly foundationLeaving: Sourced;
  /** Share of those who completed F2 this year, and of the gap pool by age, who apply for specialty training. */
  readonly applying: Readonly<Record<'f2' | 'gap1' | 'gap2' | 'gap3', Sourced>>;
  readonly gapLeaving: Sourced;
  /** Core completers without an ST3/ST4 post who leave for other grades or countries. */
  readonly higherPoolLeaving: Sourced;
  /** Of those who left training or the NHS: share who come back to the gap pool a year. */
  readonly returning: Sourced;
  /** Ratio on the hazard of leaving in the first `earlyYears` years of a programme. */
  readonly earlyHazardRatio: Sourced;
  readonly earlyYears: number;
  readonly ltftFte: Sourced;
  readonly ltftHazardRatio: Sourced;
  /** Ratio on the hazard of leaving in the most against the least deprived fifth; log-linear between. */
  readonly deprivationHazardRatio: Sourced;
  /** Share of CCT holders who take up a post in the first year, then a year later of those left. */
  readonly settling: Readonly<Record<CareerKind, readonly [Sourced, Sourced]>>;
  readonly careerLeaving: Readonly<Record<CareerKind, Sourced>>;
  /** Whole-time equivalent of a doctor who takes up a post. */
  readonly fteOnJoining: Readonly<Record<CareerKind, Sourced>>;
}

/**
 * What the pathway engine needs, all of it loaded or typed in. Steps are years from August to August; a year is known by
 * its first calendar year. Checked by `checkPathwayInput`.
 */
export interface PathwayInput {
  readonly regions: readonly PathwayRegion[];
  readonly programmes: readonly GroupProgramme[];
  readonly startYear: number;
  /** Years run, 1 to 30. */
  readonly years: number;
  readonly leavers: readonly LeaverFlow[];
  readonly opening: OpeningStocks;
  readonly posts: readonly NodePosts[];
  readonly externals: readonly ExternalApplicants[];
  readonly choice: ChoiceParameters;
  readonly rates: StageRates;
  readonly switches: PathwaySwitches;
}
