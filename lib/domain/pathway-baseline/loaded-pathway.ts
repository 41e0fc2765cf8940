import type { CareerKind } from '@/lib/domain/pathway/engine/pathway-input';

/** Posts and doctors in post on the last day that is loaded, full-time equivalent. */
export interface LoadedPosts {
  readonly regionCode: string;
  readonly specialty: string;
  /** `F1`, `F2`, `CT1` to `CT3`, `ST1` to `ST8`; also `CT1/ST1`. */
  readonly level: string;
  readonly establishmentFte: number;
  readonly inPostFte: number;
}

/** One year of recruitment, all rounds together. */
export interface LoadedRound {
  readonly year: number;
  readonly regionCode: string;
  readonly specialty: string;
  readonly level: 'CT1/ST1' | 'ST3' | 'ST4';
  readonly posts: number;
  readonly accepts: number;
}

/** New doctors of a year: school's region and home's region, null elsewhere or not known. */
export interface LoadedLeavers {
  readonly schoolRegionCode: string | null;
  readonly homeRegionCode: string | null;
  readonly peoplePerYear: number;
}

export interface LoadedCareers {
  readonly kind: CareerKind;
  readonly regionCode: string;
  readonly people: number;
  readonly fte: number;
}

export interface LoadedRegion {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly needShares: Readonly<Record<string, number>>;
  /** Mean fifth of the residents, 0 (least deprived) to 4. */
  readonly deprivationSteps: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** What a country's files give the pathway. Lists may be empty: `buildBaseline` says what is missing. */
export interface LoadedPathway {
  readonly regions: readonly LoadedRegion[];
  readonly posts: readonly LoadedPosts[];
  readonly rounds: readonly LoadedRound[];
  readonly leavers: readonly LoadedLeavers[];
  readonly careers: readonly LoadedCareers[];
}
