import { gravity } from '@/lib/domain/statistics/gravity';
import { countCheck, finiteCheck, firstReason, lengthCheck } from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { poissonFamily } from '@/lib/domain/statistics/regression-family';
import { sum } from '@/lib/domain/statistics/sum';
import { fitChoice } from './choice-fit';
import type { ChoiceCells } from './choice-newton';
import { type FoundationDesign, type FoundationInput, foundationDesign } from './foundation-design';
import { areTooFew, coefficientOf, ERRORS_METHOD, type JourneyModel, prudentErrors } from './journey-model';

export interface FoundationModel extends JourneyModel {
  /** Whether the size of an area is its places, or a free effect since places aren't loaded. */
  readonly adjustment: FoundationDesign['adjustment'];
}

interface Fit {
  readonly coefficients: readonly number[];
  readonly modelErrors: readonly number[];
  readonly hc1Errors: readonly number[];
  readonly observed: readonly number[];
  readonly fitted: readonly number[];
  readonly nullFitted: readonly number[];
  readonly degreesOfFreedom: number;
}

const cellsOf = ({ flows, covariates, places }: FoundationDesign): ChoiceCells => {
  const logPlaces = places.map(Math.log);
  const size = covariates.length;
  const values = new Float64Array(flows.length * places.length * size);
  covariates.forEach((matrix, k) => {
    matrix.forEach((row, i) => {
      row.forEach((value, a) => {
        values[(i * places.length + a) * size + k] = value;
      });
    });
  });
  return {
    rows: flows.length,
    alternatives: places.length,
    counts: new Float64Array(flows.flat()),
    offsets: new Float64Array(flows.flatMap(() => logPlaces)),
    covariateCount: size,
    covariates: values,
  };
};

const fitWithPlaces = (design: FoundationDesign): Outcome<Fit> => {
  const { flows, places, terms } = design;
  const observed = flows.flat();
  const degreesOfFreedom = observed.length - flows.length - terms.length;
  if (degreesOfFreedom <= 0) return refused('too_few_values');
  const fit = fitChoice(cellsOf(design));
  if (fit.kind === 'refused') return fit;
  const all = sum(places);
  return computed({
    coefficients: fit.coefficients,
    modelErrors: fit.modelErrors,
    hc1Errors: fit.hc0Errors.map((error) => error * Math.sqrt(observed.length / degreesOfFreedom)),
    observed,
    fitted: Array.from(fit.fitted),
    nullFitted: flows.flatMap((row) => places.map((one) => (sum(row) * one) / all)),
    degreesOfFreedom,
  });
};

const fitWithAreaEffects = ({ flows, covariates, places, terms }: FoundationDesign): Outcome<Fit> => {
  const fit = gravity({ flows, covariates });
  if (fit.kind === 'refused') return fit;
  const total = sum(flows.flat());
  const columns = places.map((_, a) => sum(flows.map((row) => row[a] ?? 0)));
  return computed({
    coefficients: fit.coefficients,
    modelErrors: fit.modelErrors,
    hc1Errors: fit.hc1Errors,
    observed: flows.flat(),
    fitted: fit.fitted.flat().map((one) => one ?? 0),
    nullFitted: flows.flatMap((row) => columns.map((column) => (sum(row) * column) / total)),
    degreesOfFreedom: (flows.length - 1) * (places.length - 1) - terms.length,
  });
};

const devianceFrom = (observed: readonly number[], fitted: readonly number[]): number =>
  observed.reduce((total, y, i) => total + poissonFamily.deviance(y, Math.log(fitted[i] ?? 1)), 0);

/**
 * Foundation areas of graduates, school × sex × ethnic group × area: Poisson pseudo-maximum likelihood with a constant for
 * each group of graduates and ln(annual places) as offset (free area effects where places aren't loaded), on being in the
 * school's region, ln(1 + km) from school to area, its interactions with sex and ethnic group, and the relation with the
 * capital. With the offset it is a multinomial logit, and is fitted as one. The distance is school → foundation; home plays no part.
 *
 * Domain: counts 0 or more, two areas or more, ten graduates or more for each term. Refuses `lengths_differ`, `not_finite`, `negative_events`, `no_events`,
 * `too_few_values`, `no_variation` (no term differs), `separated`, `collinear`, `not_converged`, `out_of_range`.
 * Source: McFadden 1974; Santos Silva and Tenreyro 2006; terms after Rowlingson, Diggle, Lambert and Brewster 2026.
 */
export const foundationModel = (input: FoundationInput): Outcome<FoundationModel> => {
  const areas = input.areas.map(() => 0);
  const graduates = input.groups.map((group) => group.graduates);
  const reason = firstReason(
    lengthCheck(areas, ...graduates),
    lengthCheck(
      input.schools.map(() => 0),
      input.distancesKm.map(() => 0),
    ),
    finiteCheck(...graduates),
    countCheck(...graduates),
  );
  if (reason) return refused(reason);
  const design = foundationDesign(input);
  if (design.flows.length === 0) return refused('no_events');
  if (design.terms.length === 0) return refused('no_variation');
  if (areTooFew(sum(design.flows.flat()), design.terms.length)) return refused('too_few_values');
  const fit = design.adjustment === 'places' ? fitWithPlaces(design) : fitWithAreaEffects(design);
  if (fit.kind === 'refused') return fit;
  const { observed, fitted, degreesOfFreedom } = fit;
  const squares = observed.map((y, i) => (y - (fitted[i] ?? 0)) ** 2 / (fitted[i] ?? 1));
  const dispersion = sum(squares) / degreesOfFreedom;
  const errors = prudentErrors({ ...fit, dispersion });
  const deviance = devianceFrom(observed, fitted);
  const nullDeviance = devianceFrom(observed, fit.nullFitted);
  return computed({
    model: 'foundation' as const,
    adjustment: design.adjustment,
    n: observed.length,
    zeroShare: observed.filter((count) => count === 0).length / observed.length,
    coefficients: design.terms.map((term, k) => coefficientOf(term, fit.coefficients[k] ?? 0, errors[k] ?? 0)),
    diagnostics: {
      people: sum(observed),
      degreesOfFreedom,
      deviance,
      nullDeviance,
      devianceExplained: nullDeviance > 0 ? Math.max(0, 1 - deviance / nullDeviance) : 0,
      dispersion,
      errorsMethod: ERRORS_METHOD,
      leftOut: design.leftOut,
    },
  });
};
