import { areTooFew } from '@/lib/domain/journey-models/journey-model';
import { type ReachDesign, type ReachPlaces, reachDesign } from '@/lib/domain/journey-models/reach-design';
import { type SchoolFit, type SchoolSlopesModel, schoolSlopesModel } from '@/lib/domain/journey-models/school-slopes';
import { type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import { type RangeRow, rangeAt } from './count-range';
import { fitPoissonRanges, type RangePart } from './poisson-ranges';
import { poissonDeviance, RANGES_METHOD } from './range-spread';

/** By school, by period in which the school has lines, by authority. */
export type SchoolRanges = readonly (readonly RangeRow[])[];

export interface RoundedEntrantsInput extends ReachPlaces {
  readonly entrants: SchoolRanges;
}

const partsOf = (rows: readonly RangeRow[], { authorities }: ReachDesign): readonly RangePart[] =>
  rows.flatMap((row, stratum) => authorities.map((i, cell) => ({ cell, stratum, ...rangeAt(row, i) })));

const constantFirst = (values: readonly number[]): readonly number[] => [...values.slice(-1), ...values.slice(0, -1)];

const fitSchool = (input: RoundedEntrantsInput, design: ReachDesign, school: number): Outcome<SchoolFit> => {
  const parts = partsOf(input.entrants[school] ?? [], design);
  if (parts.every(({ high }) => high === 0)) return refused('no_events');
  const cells = design.authorities.length;
  const degreesOfFreedom = cells - design.terms.length - 1;
  if (degreesOfFreedom <= 0) return refused('too_few_values');
  const fit = fitPoissonRanges({
    covariates: design.covariatesOf(school),
    offsets: design.people.map(Math.log),
    strata: input.entrants[school]?.length ?? 0,
    parts,
    degreesOfFreedom,
  });
  if (fit.kind === 'refused') return fit;
  const { expected, fitted } = fit;
  const people = sum(expected);
  if (areTooFew(people, design.terms.length)) return refused('too_few_values');
  const rate = people / sum(design.people);
  const least = Array.from({ length: cells }, () => 0);
  for (const { cell, low } of parts) least[cell] = (least[cell] ?? 0) + low;
  return {
    kind: 'computed',
    coefficients: constantFirst(fit.coefficients),
    modelErrors: constantFirst(fit.modelErrors),
    hc1Errors: constantFirst(fit.hc1Errors),
    ofRanges: { errors: constantFirst(fit.errors), hidden: constantFirst(fit.hidden) },
    deviance: poissonDeviance(expected, fitted),
    nullDeviance: poissonDeviance(
      expected,
      design.people.map((people) => people * rate),
    ),
    dispersion: fit.dispersion,
    degreesOfFreedom,
    cells,
    zeroCells: least.filter((count) => count === 0).length,
    people,
  };
};

export const withRangesMethod = <T extends SchoolSlopesModel>(outcome: Outcome<T>): Outcome<T> => {
  if (outcome.kind === 'refused') return outcome;
  const { diagnostics } = outcome;
  return {
    ...outcome,
    diagnostics: { ...diagnostics, errorsMethod: `${diagnostics.errorsMethod} ${RANGES_METHOD}` },
  };
};

/** `entrantsModel` of rounded counts: the same terms, each school fitted to the ranges behind its counts. */
export const roundedEntrantsModel = (input: RoundedEntrantsInput): Outcome<SchoolSlopesModel> => {
  const design = reachDesign(input);
  return withRangesMethod(schoolSlopesModel('entrants', input, design, (j) => fitSchool(input, design, j)));
};
