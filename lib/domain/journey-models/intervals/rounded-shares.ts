import { areTooFew } from '@/lib/domain/journey-models/journey-model';
import { type ReachDesign, type ReachPlaces, reachDesign } from '@/lib/domain/journey-models/reach-design';
import { type SchoolFit, type SchoolSlopesModel, schoolSlopesModel } from '@/lib/domain/journey-models/school-slopes';
import { type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import { rangeAt } from './count-range';
import { binomialDeviance } from './range-spread';
import { type SchoolRanges, withRangesMethod } from './rounded-entrants';
import type { SharePart } from './share-part';
import { fitShareRanges } from './share-ranges';

export interface RoundedShareInput extends ReachPlaces {
  /** Women, or non-white entrants; and men, or white ones, of the same schools and periods. */
  readonly ofGroup: SchoolRanges;
  readonly rest: SchoolRanges;
}

const partsOf = (
  { ofGroup, rest }: RoundedShareInput,
  { authorities }: ReachDesign,
  school: number,
): readonly SharePart[] =>
  (ofGroup[school] ?? []).flatMap((row, stratum) => {
    const others = rest[school]?.[stratum];
    return others
      ? authorities.map((i, cell) => ({ cell, stratum, of: rangeAt(row, i), rest: rangeAt(others, i) }))
      : [];
  });

const fitSchool = (input: RoundedShareInput, design: ReachDesign, school: number): Outcome<SchoolFit> => {
  const parts = partsOf(input, design, school);
  const nobodyIn = (side: 'of' | 'rest') => parts.every((part) => part[side].high === 0);
  if (nobodyIn('of') && nobodyIn('rest')) return refused('no_events');
  if (nobodyIn('of') || nobodyIn('rest')) return refused('no_variation');
  // A cell without people says nothing about shares.
  const counted = new Set(parts.flatMap(({ cell, of, rest }) => (of.high + rest.high > 0 ? [cell] : [])));
  const degreesOfFreedom = counted.size - design.terms.length - 1;
  if (degreesOfFreedom <= 0) return refused('too_few_values');
  const fit = fitShareRanges({
    covariates: design.covariatesOf(school),
    offsets: design.people.map(Math.log),
    strata: input.ofGroup[school]?.length ?? 0,
    parts,
    counted,
    degreesOfFreedom,
  });
  if (fit.kind === 'refused') return fit;
  const { expected, wholes, shares } = fit;
  const [ofKind, people] = [sum(expected), sum(wholes)];
  if (areTooFew(Math.min(ofKind, people - ofKind), design.terms.length)) return refused('too_few_values');
  const some = new Set(parts.flatMap(({ cell, of }) => (of.low > 0 ? [cell] : [])));
  return {
    kind: 'computed',
    coefficients: fit.coefficients,
    modelErrors: fit.modelErrors,
    hc1Errors: fit.hc1Errors,
    ofRanges: { errors: fit.errors, hidden: fit.hidden },
    deviance: binomialDeviance(expected, wholes, shares),
    nullDeviance: binomialDeviance(
      expected,
      wholes,
      shares.map(() => ofKind / people),
    ),
    dispersion: fit.dispersion,
    degreesOfFreedom,
    cells: counted.size,
    zeroCells: counted.size - some.size,
    people,
  };
};

/** `shareModel` of rounded counts: the same terms, each school fitted to the ranges behind its counts. */
export const roundedShareModel = (
  model: 'female_share' | 'non_white_share',
  input: RoundedShareInput,
): Outcome<SchoolSlopesModel> => {
  const design = reachDesign(input, { needsPeople: false });
  return withRangesMethod(schoolSlopesModel(model, input, design, (j) => fitSchool(input, design, j)));
};
