import { type DemonstrationModel, ENTRY_COHORTS, FIRST_ENTRY_YEAR, OBSERVED_THROUGH } from './model';
import { RETENTION_HORIZONS } from './retention-file';

/**
 * The planted truth of a country, to be written as JSON beside its files: seed, scale, years, every effect, and the means
 * and standard deviations by which covariates were standardised. `docs/demonstration.md` says what each effect acts on.
 */
export const plantedParameters = ({ seed, scale, effects, country }: DemonstrationModel) => ({
  seed,
  scale,
  firstEntryYear: FIRST_ENTRY_YEAR,
  entryCohorts: ENTRY_COHORTS,
  observedThrough: OBSERVED_THROUGH,
  retentionHorizonsYears: RETENTION_HORIZONS,
  distance: 'ln(1 + km), great circle between the positions in areas.csv',
  standardised: {
    authorityDeprivation: country.deprivation,
    authorityNonWhitePct: country.nonWhitePct,
    regionDeprivation: country.regionDeprivation,
  },
  effects,
});
export type PlantedParameters = ReturnType<typeof plantedParameters>;
