import { fitMovements, type MovementFit } from '@/lib/domain/choice/fit-movements';
import type { Movements } from '@/lib/domain/choice/movement-cells';
import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import type { PathwaySwitches } from '@/lib/domain/pathway/engine/pathway-switches';
import { PEOPLE_PER_PLACE } from '@/lib/domain/pathway/people-per-place';
import { choiceRates, programmeRates, stageRates } from '@/lib/domain/pathway-rates/national-rates';
import { buildBaseline } from './build-baseline';
import { type BaselineResidual, calibrateBaseline } from './calibrate-baseline';
import type { LoadedPathway } from './loaded-pathway';

export interface BaselineSetting {
  readonly loaded: LoadedPathway;
  readonly movements: Movements | null;
  readonly switches: PathwaySwitches;
  readonly years: number;
}

export type CountryBaseline =
  | {
      readonly kind: 'calibrated';
      readonly input: PathwayInput;
      readonly movements: MovementFit;
      readonly residuals: readonly BaselineResidual[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'not_loaded'; readonly missing: readonly string[] };

/**
 * Of applicants at specialty nodes from outside the pathway, who are prioritised under the Act of 2026. Doctors on the pathway
 * all are; 19,706 of 37,689 applications of 2026 were. An assumption for those from outside.
 */
const PRIORITISED_FROM_OUTSIDE = 0.1;

/** The country as it is, ready to run: built from what is loaded, its movements fitted, its attractions calibrated. */
export const countryBaseline = ({ loaded, movements, switches, years }: BaselineSetting): CountryBaseline => {
  const fit = fitMovements(movements);
  const rates = new Map(programmeRates().map((one) => [one.group, one]));
  const baseline = buildBaseline({
    loaded,
    rates: stageRates(),
    ratesOf: (group) => {
      const found = rates.get(group);
      if (!found) throw new Error(`There are no rates of ${group}`);
      return { dilation: found.dilation, annualAttrition: found.annualAttrition, ltftShare: found.ltftShare };
    },
    choice: choiceRates(fit),
    switches,
    years,
    peoplePerPlace: {
      value: PEOPLE_PER_PLACE.value,
      provenance: 'published',
      source: PEOPLE_PER_PLACE.basis,
      nationalOnly: true,
    },
    prioritisedShare: {
      value: PRIORITISED_FROM_OUTSIDE,
      provenance: 'assumption',
      source: 'No figure by origin is published',
      nationalOnly: true,
    },
  });
  if (baseline.kind === 'not_loaded') return baseline;
  const { input, residuals, isSettled } = calibrateBaseline(baseline.input, baseline.totals);
  const unsettled = isSettled ? [] : ['The first year does not give back all loaded accepts: see the residuals.'];
  return { kind: 'calibrated', input, movements: fit, residuals, notes: [...baseline.notes, ...unsettled] };
};
