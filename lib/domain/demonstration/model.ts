import { buildCountry } from './build-country';
import type { Country } from './country';
import type { Effects } from './effects';
import { type FoundationTables, foundationTables } from './foundation-tables';
import { type GroupTables, groupTables } from './group-tables';
import { PLANTED } from './planted-effects';
import { type ReachTables, reachTables } from './reach-tables';
import { type RegionTable, regionTable } from './region-step';

export const FIRST_ENTRY_YEAR = 2006;
export const ENTRY_COHORTS = 20;
/** People are followed to the end of this year; what comes later is not reached yet. */
export const OBSERVED_THROUGH = 2026;

export interface DemonstrationOptions {
  readonly seed: string;
  /** Multiplies numbers of people, posts and places; a whole number of at least 1. */
  readonly scale: number;
  readonly effects: Effects;
}

export const DEFAULT_OPTIONS: DemonstrationOptions = { seed: 'orrinmark-1', scale: 1, effects: PLANTED };

/** Everything that is fixed before the first person is drawn. Lists by school follow `country.schools`. */
export interface DemonstrationModel extends DemonstrationOptions {
  readonly country: Country;
  readonly reach: readonly ReachTables[];
  readonly foundation: readonly FoundationTables[];
  readonly groups: GroupTables;
  readonly regions: RegionTable;
}

/** Throws `RangeError` for a scale that isn't a whole number of at least 1, or a school without effects. */
export const buildModel = (options: DemonstrationOptions = DEFAULT_OPTIONS): DemonstrationModel => {
  const { effects, scale } = options;
  if (!Number.isInteger(scale) || scale < 1) throw new RangeError('The scale is a whole number of at least 1');
  const country = buildCountry(effects, scale);
  return {
    ...options,
    country,
    reach: country.schools.map((school) => {
      const own = effects.schools[school.code];
      if (own === undefined) throw new RangeError(`No effects for ${school.code}`);
      return reachTables(country, school, own);
    }),
    foundation: country.schools.map((school) => foundationTables(country, school, effects.foundation)),
    groups: groupTables(effects.specialtyGroup),
    regions: regionTable(country, effects.posts),
  };
};
