import { firstReason, lengthCheck } from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { poissonRegression } from '@/lib/domain/statistics/poisson-regression';
import { sum } from '@/lib/domain/statistics/sum';
import { areTooFew } from './journey-model';
import { type ReachDesign, type ReachPlaces, reachDesign, type SchoolRows } from './reach-design';
import { type SchoolFit, type SchoolSlopesModel, schoolSlopesModel } from './school-slopes';

export interface EntrantsInput extends ReachPlaces {
  /** Entrants of each school (row) from each authority; every pair is given and zeros stay in. */
  readonly entrants: SchoolRows;
}

/** Deviance where a school takes from every authority alike, person for person. */
const deviancePerHead = (observed: readonly number[], youngPeople: readonly number[]): number => {
  const rate = sum(observed) / sum(youngPeople);
  return observed.reduce((total, y, i) => {
    const mean = rate * (youngPeople[i] ?? 0);
    return total + 2 * ((y > 0 ? y * Math.log(y / mean) : 0) - (y - mean));
  }, 0);
};

const fitSchool = (design: ReachDesign, row: readonly number[], school: number): Outcome<SchoolFit> => {
  const observed = design.authorities.map((i) => row[i] ?? Number.NaN);
  const people = sum(observed);
  if (people > 0 && areTooFew(people, design.terms.length)) return refused('too_few_values');
  const fit = poissonRegression({
    observed,
    covariates: design.covariatesOf(school),
    exposures: design.youngPeople,
  });
  if (fit.kind === 'refused') return fit;
  return computed({
    coefficients: fit.coefficients,
    modelErrors: fit.modelErrors,
    hc1Errors: fit.hc1Errors,
    deviance: fit.deviance,
    nullDeviance: deviancePerHead(observed, design.youngPeople),
    dispersion: fit.pearsonDispersion,
    degreesOfFreedom: observed.length - fit.coefficients.length,
    cells: observed.length,
    zeroCells: observed.filter((count) => count === 0).length,
    people,
  });
};

/**
 * Entrants by home authority × school: Poisson pseudo-maximum likelihood with log link and offset ln(people aged 16 to 17),
 * a constant for each school and a slope of its own on deprivation (z), non-white share (z) and ln(1 + km). No term is
 * shared, so that each school is a fit of its own and all together equal one dense fit. Schools without entrants are left
 * out and listed; slopes are also given drawn towards the average of the schools.
 *
 * Domain: as for `poissonRegression`, and ten entrants or more for each slope, school by school. Refuses `lengths_differ`, or where no school can be fitted:
 * `no_events`, `too_few_values`, `separated`, `collinear`, `not_finite`, `negative_events`, `not_converged`.
 * Source: Santos Silva and Tenreyro 2006; terms after Rowlingson, Diggle, Lambert and Brewster 2026.
 */
export const entrantsModel = (input: EntrantsInput): Outcome<SchoolSlopesModel> => {
  const reason = firstReason(
    lengthCheck(
      input.authorities.map(() => 0),
      ...input.entrants,
    ),
    lengthCheck(
      input.schools.map(() => 0),
      input.entrants.map(() => 0),
      input.distancesKm.map(() => 0),
    ),
  );
  if (reason) return refused(reason);
  const design = reachDesign(input);
  return schoolSlopesModel('entrants', input, design, (j) => fitSchool(design, input.entrants[j] ?? [], j));
};
