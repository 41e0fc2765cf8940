import {
  type FoundationDesign,
  type FoundationInput,
  type FoundationTerm,
  foundationDesign,
} from '@/lib/domain/journey-models/foundation-design';
import type { FoundationModel } from '@/lib/domain/journey-models/foundation-model';
import { areTooFew, coefficientOf, ERRORS_METHOD } from '@/lib/domain/journey-models/journey-model';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import { type RangeRow, rangeAt } from './count-range';
import { fitPoissonRanges, type RangePart } from './poisson-ranges';
import { poissonDeviance, RANGES_METHOD } from './range-spread';

/** Graduates as they were let out, to lay out the model, and the ranges behind them: by group, by period, by area. */
export interface FoundationRanges extends FoundationInput {
  readonly ranges: readonly (readonly RangeRow[])[];
}

/** The tables cross no two characteristics: the same graduates by sex, and by ethnic group. */
export interface RoundedFoundationInput {
  readonly bySex: FoundationRanges;
  readonly byEthnicity: FoundationRanges;
}

const partsOf = ({ ranges }: FoundationRanges, { groups, areas }: FoundationDesign) => {
  const parts: RangePart[] = [];
  let strata = 0;
  groups.forEach((group, i) => {
    for (const row of ranges[group] ?? []) {
      areas.forEach((area, a) => {
        parts.push({ cell: i * areas.length + a, stratum: strata, ...rangeAt(row, area) });
      });
      strata += 1;
    }
  });
  return { parts, strata };
};

/** A free effect for each area but the first, where places aren't loaded. */
const areaEffects = ({ adjustment, flows, areas }: FoundationDesign): readonly (readonly number[])[] =>
  adjustment === 'places'
    ? []
    : areas.slice(1).map((_, a) => flows.flatMap(() => areas.map((__, b) => (b === a + 1 ? 1 : 0))));

/** What would be without slopes: each group's people spread as places are, or as all are. */
const spreadEvenly = (expected: readonly number[], { adjustment, flows, places }: FoundationDesign): number[] => {
  const at = (i: number, a: number) => expected[i * places.length + a] ?? 0;
  const rows = flows.map((_, i) => sum(places.map((__, a) => at(i, a))));
  const sizes = adjustment === 'places' ? places : places.map((_, a) => sum(flows.map((__, i) => at(i, a))));
  return rows.flatMap((row) => sizes.map((size) => (row * size) / sum(sizes)));
};

/** `foundationModel` of rounded counts: the same terms, fitted to the ranges behind the counts, with a constant for each group and period. */
const fitRanges = (input: FoundationRanges): Outcome<FoundationModel> => {
  const design = foundationDesign(input);
  const { adjustment, flows, terms, covariates, places } = design;
  if (flows.length === 0) return refused('no_events');
  if (terms.length === 0) return refused('no_variation');
  const effects = areaEffects(design);
  const n = flows.length * places.length;
  const degreesOfFreedom = n - flows.length - terms.length - effects.length;
  if (degreesOfFreedom <= 0) return refused('too_few_values');
  const { parts, strata } = partsOf(input, design);
  const fit = fitPoissonRanges({
    covariates: [...covariates.map((matrix) => matrix.flat()), ...effects],
    offsets: flows.flatMap(() => places.map(Math.log)),
    strata,
    parts,
    degreesOfFreedom,
  });
  if (fit.kind === 'refused') return fit;
  const { expected, fitted, coefficients, errors, dispersion } = fit;
  const people = sum(expected);
  if (areTooFew(people, terms.length)) return refused('too_few_values');
  const deviance = poissonDeviance(expected, fitted);
  const nullDeviance = poissonDeviance(expected, spreadEvenly(expected, design));
  const some = new Set(parts.flatMap(({ cell, low }) => (low > 0 ? [cell] : [])));
  return computed({
    model: 'foundation' as const,
    adjustment,
    n,
    zeroShare: 1 - some.size / n,
    coefficients: terms.map((term, k) => coefficientOf(term, coefficients[k] ?? 0, errors[k] ?? 0)),
    diagnostics: {
      people,
      degreesOfFreedom,
      deviance,
      nullDeviance,
      devianceExplained: nullDeviance > 0 ? Math.max(0, 1 - deviance / nullDeviance) : 0,
      dispersion,
      errorsMethod: `${ERRORS_METHOD} ${RANGES_METHOD}`,
      leftOut: design.leftOut,
    },
  });
};

const OF_ETHNICITY: FoundationTerm = 'log_distance:non_white';

/**
 * `foundationModel` of rounded tables: all terms from graduates by sex, but for the one of ethnic group, which is from graduates by
 * ethnic group. Its distance term is therefore that of men, whatever their ethnic group. Where one of the two can't be fitted, what
 * the other gives.
 */
export const roundedFoundationModel = ({ bySex, byEthnicity }: RoundedFoundationInput): Outcome<FoundationModel> => {
  const [sex, ethnicity] = [fitRanges(bySex), fitRanges(byEthnicity)];
  if (sex.kind === 'refused') return ethnicity;
  const term = ethnicity.kind === 'computed' && ethnicity.coefficients.find((one) => one.term === OF_ETHNICITY);
  if (!term) return sex;
  const { diagnostics, coefficients } = sex;
  const leftOut = diagnostics.leftOut.filter(({ what, code }) => !(what === 'term' && code === OF_ETHNICITY));
  return { ...sex, coefficients: [...coefficients, term], diagnostics: { ...diagnostics, leftOut } };
};
