import type { AreaType } from '@/lib/domain/geography/area';
import { FORMER_AUTHORITIES, isElsewhereInUk } from '@/lib/domain/geography/former-authorities';

/** Which places a column of an exchange file may name. */
export interface PlaceKinds {
  readonly types: readonly [AreaType, ...AreaType[]];
  /** Codes that are good beside these: in no list of areas, or of an area of another kind. */
  readonly isKnown: (code: string) => boolean;
}

const listed = (...types: PlaceKinds['types']): PlaceKinds => ({ types, isKnown: () => false });

const FORMER: ReadonlySet<string> = new Set(FORMER_AUTHORITIES.map(({ fromCode }) => fromCode));

/** Homes: also authorities that were merged since, and those elsewhere in the United Kingdom, or their countries. */
export const HOMES: PlaceKinds = {
  types: ['local_authority'],
  isKnown: (code) => FORMER.has(code) || isElsewhereInUk(code),
};
/** Where young people live now: merged authorities too, whose people are counted in their successors. */
export const AUTHORITIES: PlaceKinds = { types: ['local_authority'], isKnown: (code) => FORMER.has(code) };
export const SCHOOLS = listed('medical_school');
export const FOUNDATION_AREAS = listed('foundation_area');
export const SCHOOLS_AND_FOUNDATION_AREAS = listed('medical_school', 'foundation_area');
export const TRAINING_REGIONS = listed('training_region');
/** Where posts and trainees are counted: foundation posts by foundation area too; a country's own row stands for its total. */
export const AREAS_OF_POSTS = listed('training_region', 'icb', 'nhs_region', 'foundation_area', 'england', 'country');
