import { firstReason, lengthCheck } from '@/lib/domain/statistics/input-checks';
import { type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { cellRegression } from './cell-regression';
import { areTooFew } from './journey-model';
import { type ReachDesign, type ReachPlaces, reachDesign, type SchoolRows } from './reach-design';
import { type SchoolFit, type SchoolSlopesModel, schoolSlopesModel } from './school-slopes';

export interface EntrantsInput extends ReachPlaces {
  /** Entrants of each school (row) from each authority; every pair is given and zeros stay in. */
  readonly entrants: SchoolRows;
}

const fitSchool = (design: ReachDesign, row: readonly number[], school: number): Outcome<SchoolFit> => {
  const counts = design.authorities.map((i) => row[i] ?? Number.NaN);
  const fit = cellRegression({
    family: 'poisson',
    counts,
    sizes: design.people,
    covariates: design.covariatesOf(school),
  });
  return fit.kind === 'computed' && areTooFew(fit.people, design.terms.length) ? refused('too_few_values') : fit;
};

/**
 * Entrants by home authority × school: Poisson pseudo-maximum likelihood with log link and offset ln(people aged 16 to 17), or
 * ln(residents) where those aren't loaded,
 * a constant for each school and a slope of its own on deprivation (z), non-white share (z) and ln(1 + km). No term is
 * shared, so that each school is a fit of its own and all together equal one dense fit. Schools without entrants are left
 * out and listed; slopes are also given drawn towards the average of the schools.
 *
 * Domain: as for `cellRegression`, and ten entrants or more for each slope, school by school. Refuses `lengths_differ`, or where no school can be fitted:
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
