import type { ByGroup } from '@/lib/domain/pathway/specialty-group';

/** A log-odds line: intercept (null: the log-odds of the 16–17 year olds), then slopes on the authority's deprivation and non-white share (z) and on ln(1 + km). */
export interface ShareLine {
  readonly intercept: number | null;
  readonly deprivation: number;
  readonly nonWhite: number;
  readonly logDistance: number;
}

/** What draws people to one school, and who they are. */
export interface SchoolEffects {
  /** Log entrants per one standard deviation of the authority's deprivation score. */
  readonly deprivation: number;
  /** Log entrants per one standard deviation of the authority's non-white share. */
  readonly nonWhite: number;
  /** Log entrants per unit of ln(1 + km) from authority to school. */
  readonly logDistance: number;
  /** Log of the chance of an entrant per fifth towards the least deprived, within one authority. */
  readonly perFifth: number;
  /** Log-odds of being a woman. */
  readonly female: ShareLine;
  /** Log-odds of being non-white. */
  readonly nonWhiteEntrant: ShareLine;
}

/** Choice of a foundation area: terms added to ln(annual places). The reference relation is from the capital outwards, and neither. */
export interface FoundationEffects {
  readonly sameRegion: number;
  /** Per unit of ln(1 + km) from school to foundation area. */
  readonly logDistance: number;
  readonly logDistanceFemale: number;
  readonly logDistanceNonWhite: number;
  readonly withinCapital: number;
  readonly intoCapital: number;
}

/**
 * Where the next step is taken. People away from home first may return (log-odds `home…`); who doesn't may stay
 * (log-odds `stay`); the rest go elsewhere in proportion to posts. Null: everyone goes in proportion to posts.
 */
export interface RegionStep {
  readonly home: number;
  readonly homeFemale: number;
  readonly homeNonWhite: number;
  /** Per fifth towards the most deprived, counted from the middle fifth. */
  readonly homePerFifth: number;
  readonly stay: number;
  /** Per one standard deviation of the deprivation of the region where the person is. */
  readonly stayDeprivation: number;
  readonly stayCapital: number;
}

/** Log-odds against medicine, the reference group. */
export interface GroupEffects {
  readonly female: ByGroup;
  readonly nonWhite: ByGroup;
  /** Per fifth towards the most deprived, counted from the middle fifth. */
  readonly perFifth: ByGroup;
}

/** Slopes on a region's deprivation (z over the training regions) and the shift of the capital. */
export interface RegionSlopes {
  readonly deprivation: number;
  readonly capital: number;
}

export interface PlacementEffects {
  /** Chance of another site at the end of half a year, by programme kind. */
  readonly moveOrdinary: number;
  readonly moveStable: number;
  /** Chance that another site is also another employer. */
  readonly otherEmployer: number;
  /** Log-odds that at least twelve weeks of notice are given: before, and shift after. */
  readonly noticeMet: number;
  readonly noticeAfter: number;
  /** Regions (slug) whose programmes became stable, and from which August. */
  readonly stableRegions: readonly string[];
  readonly stableFrom: number;
}

export interface Effects {
  readonly schools: Readonly<Record<string, SchoolEffects>>;
  readonly foundation: FoundationEffects;
  /** Graduates of the capital's schools per foundation place there; elsewhere the rest is shared out. Null: 1 everywhere. */
  readonly capitalGraduatesPerPlace: number | null;
  readonly specialtyGroup: GroupEffects;
  readonly specialtyRegion: RegionStep | null;
  readonly careerRegion: RegionStep | null;
  /** Log posts per resident. */
  readonly posts: RegionSlopes;
  /** Log-odds of a vacancy. */
  readonly vacancy: RegionSlopes;
  /** Log-odds that a post on offer is filled; `regime` from the year of the change on. */
  readonly fill: RegionSlopes & { readonly regime: number; readonly regimeYear: number };
  /** Log-odds of being in the region still, at each horizon. */
  readonly retention: RegionSlopes;
  /** Log GPs per patient, per fifth towards the most deprived. */
  readonly gpPerFifth: number;
  readonly placements: PlacementEffects;
}
