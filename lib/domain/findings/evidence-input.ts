import type { AssociationPoint } from '@/lib/domain/indicators/association';
import type { Measure } from '@/lib/domain/measure/measure';
import type { ByFifth } from '@/lib/domain/reach/deprivation-gradient';
import type { CountRules, ReachCell } from '@/lib/domain/reach/published-count';
import type { GroupCount, NamedBase } from '@/lib/domain/reach/representation';
import type { Twin } from './twins';

/** Loaded data of one test, how their counts were rounded, and which they are in words; null: not loaded. */
export type Sourced<T> =
  | (T & {
      readonly data: string;
      readonly rules: CountRules;
      /** ISO date on which the oldest period of the figures ends; absent where the data are of people followed over years. */
      readonly periodEnd?: string | null;
    })
  | null;

/** A coefficient of a fitted model with its 95 % limits. */
export interface Coefficient {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Rank correlation of a slope of each school with the year in which it was founded, with its 95 % limits. */
export interface SlopeWithFounding {
  readonly n: number;
  readonly correlation: number;
  readonly lower: number;
  readonly upper: number;
}

/** `part` of `whole`: counts of people. */
export interface PartOfWhole {
  readonly part: ReachCell;
  readonly whole: ReachCell;
}

/** The same share in two groups. */
export interface Comparison {
  readonly first: PartOfWhole;
  readonly second: PartOfWhole;
}

/** People by the region they came from and the region they are in, as margins and those in both alike. */
export interface RegionFlow {
  readonly stayed: ReachCell;
  readonly byOrigin: Readonly<Record<string, ReachCell>>;
  readonly byDestination: Readonly<Record<string, ReachCell>>;
}

/** A share that national studies have printed, of the loaded journeys. */
export interface OwnShare extends PartOfWhole {
  readonly twin: Twin;
  readonly data: string;
  readonly rules: CountRules;
}

/** Everything that the cards are worked out from: counts after disclosure control, figures by area, and model terms. */
export interface FindingEvidence {
  readonly isDemonstration: boolean;
  /** Why what is loaded of journeys isn't used, in words; null where it is, or where nothing is loaded. */
  readonly journeysWithheld: string | null;
  /** Those whose tables are loaded. */
  readonly ownShares: readonly OwnShare[];
  /** x: need index (the country is 1); y: fully qualified GPs (full-time equivalent) per 10,000 patients. */
  readonly supplyAgainstNeed: Sourced<{ readonly points: readonly AssociationPoint[] }>;
  /** x: score (higher is more deprived), overall and by domain; y: vacancy rate, %. */
  readonly vacancyByDeprivation: Sourced<{
    readonly points: readonly AssociationPoint[];
    readonly domains: Readonly<Record<string, readonly AssociationPoint[]>>;
  }>;
  /** x: score; y: retention in region, %. */
  readonly retentionByDeprivation: Sourced<{ readonly points: readonly AssociationPoint[] }>;
  /** First: of the job; second: of all other jobs. Part: of the group; whole: whose group is known. */
  readonly jobs: Sourced<{
    readonly womenInSurgery: Comparison;
    readonly nonWhiteInGeneralPractice: Comparison;
    readonly mostDeprivedInGeneralPractice: Comparison;
  }>;
  readonly trainingToCareer: Sourced<RegionFlow>;
  /** `deprivationSlope`: log entrants on deprivation; above 0 the older schools' slopes are the steeper (more negative). */
  readonly entrantsByFifth: Sourced<{
    readonly entrants: ByFifth<ReachCell>;
    readonly base: NamedBase;
    readonly deprivationSlope: SlopeWithFounding | null;
  }>;
  /** Local share ÷ share of young people in the school's own region (`ownRegionShare`). */
  readonly localBySchool: Sourced<{
    readonly schools: readonly { readonly ratio: Measure }[];
  }>;
  /** Log entrants on ln(1 + km); below 0 the older schools' slopes are the shallower (less negative). */
  readonly distanceSlope: Sourced<SlopeWithFounding>;
  /** By school, without its name: a school by a characteristic is for its own staff. */
  readonly sexBySchool: Sourced<{
    readonly schools: readonly { readonly women: ReachCell; readonly men: ReachCell }[];
  }>;
  /** The groups are `white` and `non_white`. */
  readonly ethnicGroups: Sourced<{ readonly groups: readonly GroupCount[]; readonly base: NamedBase }>;
  readonly schoolToFoundation: Sourced<RegionFlow>;
  /** Part: more than 50 km from the school. The terms are of ln(1 + km) with sex and ethnic group; above 0 is further. */
  readonly movesByGroup: Sourced<{
    readonly womenAgainstMen: Comparison;
    readonly nonWhiteAgainstWhite: Comparison;
    readonly femaleTerm: Coefficient | null;
    readonly nonWhiteTerm: Coefficient | null;
  }>;
  /** First: of the capital's schools; second: elsewhere. Part: left the region of the school. Places of the same years. */
  readonly capital: Sourced<{
    readonly leaving: Comparison;
    readonly graduates: ReachCell;
    readonly places: number | null;
  }>;
  /** Part: consultant; whole: everybody with a career post. */
  readonly careersByGroup: Sourced<{
    readonly womenAgainstMen: Comparison;
    readonly nonWhiteAgainstWhite: Comparison;
    readonly mostAgainstLeastDeprived: Comparison;
  }>;
  /** Oldest first. */
  readonly deprivedOverTime: Sourced<{
    readonly periods: readonly { readonly label: string; readonly entrants: ByFifth<ReachCell> }[];
    readonly base: NamedBase;
  }>;
}
