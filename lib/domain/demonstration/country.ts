import type { Position } from '@/lib/domain/statistics/haversine';
import type { Standard } from './draw';

/** People of an authority by deprivation fifth of their neighbourhood, most deprived first. */
export type ByFifth = readonly [number, number, number, number, number];

export interface People {
  readonly residents: number;
  readonly residentsByFifth: ByFifth;
  readonly aged16To17: number;
  readonly aged16To17ByFifth: ByFifth;
  /** Of those aged 16 to 17. */
  readonly women: number;
  readonly nonWhite: number;
  /** Mean score of the neighbourhoods, one decimal; higher is more deprived. */
  readonly deprivationScore: number;
  readonly ruralPct: number;
}

interface Place extends Position {
  readonly code: string;
  readonly name: string;
}

export interface Authority extends Place, People {
  readonly region: number;
  readonly board: number;
  /** Non-white share of the 16 to 17 year olds, %, one decimal. */
  readonly nonWhitePct: number;
}

export interface Board extends Place, People {
  readonly region: number;
}

export interface Region extends Place, People {
  readonly slug: string;
  readonly isCapital: boolean;
}

export interface School extends Place {
  readonly region: number;
  readonly founded: number;
  readonly annualIntake: number;
  readonly hasGateway: boolean;
  readonly hasGraduateEntry: boolean;
}

export interface FoundationArea extends Place {
  readonly region: number;
  readonly annualPlaces: number;
}

/** The demonstration country: places only. Indices (`region`, `board`) point into the lists. */
export interface Country extends People, Position {
  readonly authorities: readonly Authority[];
  readonly boards: readonly Board[];
  readonly regions: readonly Region[];
  readonly schools: readonly School[];
  readonly foundationAreas: readonly FoundationArea[];
  /** Over the authorities, each counting the same. */
  readonly deprivation: Standard;
  readonly nonWhitePct: Standard;
  /** Over the training regions, each counting the same. */
  readonly regionDeprivation: Standard;
}
