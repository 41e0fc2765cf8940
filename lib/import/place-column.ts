import type { AreaType } from '@/lib/domain/geography/area';
import { elsewhereInUk, FORMER_AUTHORITIES } from '@/lib/domain/geography/former-authorities';

/** Which places a column of an exchange file may name. */
export interface PlaceKinds {
  readonly types: readonly [AreaType, ...AreaType[]];
  /** Codes that are good and in no list of areas. */
  readonly isKnown: (code: string) => boolean;
}

const listed = (...types: PlaceKinds['types']): PlaceKinds => ({ types, isKnown: () => false });

const FORMER: ReadonlySet<string> = new Set(FORMER_AUTHORITIES.map(({ fromCode }) => fromCode));

/** Homes: also authorities that were merged since, and those elsewhere in the United Kingdom. */
export const HOMES: PlaceKinds = {
  types: ['local_authority'],
  isKnown: (code) => FORMER.has(code) || elsewhereInUk(code) !== null,
};
export const SCHOOLS = listed('medical_school');
export const FOUNDATION_AREAS = listed('foundation_area');
export const TRAINING_REGIONS = listed('training_region');
/** Where posts and trainees are counted: a country's own row stands for its total. */
export const AREAS_OF_POSTS = listed('training_region', 'icb', 'nhs_region', 'england', 'country');
