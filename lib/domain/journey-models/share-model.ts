import { firstReason, lengthCheck } from '@/lib/domain/statistics/input-checks';
import { type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import { cellRegression } from './cell-regression';
import { areTooFew } from './journey-model';
import { type ReachPlaces, reachDesign, type SchoolRows } from './reach-design';
import { type SchoolFit, type SchoolSlopesModel, schoolSlopesModel } from './school-slopes';

export interface ShareInput extends ReachPlaces {
  /** Entrants of the group (women, or non-white entrants) of each school (row) from each authority. */
  readonly ofGroup: SchoolRows;
  /** Entrants whose group is known. */
  readonly known: SchoolRows;
}

/**
 * Share of women, or of non-white entrants, by home authority × school: binomial with logit link, the terms of
 * `entrantsModel`. Cells without entrants have no share and aren't counted in `n`; `zeroShare` is of the cells with entrants.
 *
 * Domain: as for `cellRegression`, and ten entrants or more of the rarer kind for each slope, school by school. Refuses `lengths_differ`, or where no school can be fitted:
 * `too_few_values`, `no_variation`, `separated`, `collinear`, `events_exceed_total`, `negative_events`, `not_converged`.
 */
export const shareModel = (
  model: 'female_share' | 'non_white_share',
  input: ShareInput,
): Outcome<SchoolSlopesModel> => {
  const rows = (matrix: readonly unknown[]) => matrix.map(() => 0);
  const reason = firstReason(
    lengthCheck(rows(input.authorities), ...input.ofGroup, ...input.known),
    lengthCheck(rows(input.schools), rows(input.ofGroup), rows(input.known), rows(input.distancesKm)),
  );
  if (reason) return refused(reason);
  const design = reachDesign(input, { needsPeople: false });
  const take = (row: readonly number[] = []) => design.authorities.map((i) => row[i] ?? Number.NaN);
  const fitSchool = (j: number): Outcome<SchoolFit> => {
    const trials = take(input.known[j]);
    const successes = take(input.ofGroup[j]);
    const fit = cellRegression({
      family: 'binomial',
      counts: successes,
      sizes: trials,
      covariates: design.covariatesOf(j),
    });
    const rarer = Math.min(sum(successes), sum(trials) - sum(successes));
    return fit.kind === 'computed' && areTooFew(rarer, design.terms.length) ? refused('too_few_values') : fit;
  };
  return schoolSlopesModel(model, input, design, fitSchool);
};
