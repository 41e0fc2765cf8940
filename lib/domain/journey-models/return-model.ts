import { firstReason } from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import { cellRegression } from './cell-regression';
import {
  areTooFew,
  coefficientOf,
  ERRORS_METHOD,
  type JourneyModel,
  type LeftOut,
  prudentErrors,
} from './journey-model';

/** People whose foundation training was outside their home region and who went on to a specialty post. */
export interface ReturnCell {
  /** Code of the training region. */
  readonly homeRegion: string;
  readonly isFemale: boolean;
  readonly isNonWhite: boolean;
  /** Deprivation fifth of the home, 1 (most deprived) to 5. */
  readonly fifth: number;
  /** Of `away`, those whose specialty post is in their home region. */
  readonly returned: number;
  readonly away: number;
}

export type ReturnTerm = 'female' | 'non_white' | 'per_fifth_more_deprived';

/** Log-odds; the fifth per step towards the most deprived. */
const TERMS: readonly { readonly term: ReturnTerm; readonly of: (cell: ReturnCell) => number }[] = [
  { term: 'female', of: ({ isFemale }) => (isFemale ? 1 : 0) },
  { term: 'non_white', of: ({ isNonWhite }) => (isNonWhite ? 1 : 0) },
  { term: 'per_fifth_more_deprived', of: ({ fifth }) => 3 - fifth },
];

interface HomeRegion {
  readonly code: string;
  readonly returned: number;
  readonly away: number;
}

const homeRegions = (cells: readonly ReturnCell[]): readonly HomeRegion[] =>
  [...new Set(cells.map(({ homeRegion }) => homeRegion))].map((code) => {
    const own = cells.filter(({ homeRegion }) => homeRegion === code);
    return { code, returned: sum(own.map(({ returned }) => returned)), away: sum(own.map(({ away }) => away)) };
  });

/** A region to which everybody or nobody returned says nothing about who does. */
const isTelling = ({ returned, away }: HomeRegion): boolean => returned > 0 && returned < away;

const refusalOf = (cells: readonly ReturnCell[]) =>
  firstReason(
    cells.every(({ fifth, returned, away }) => [fifth, returned, away].every(Number.isFinite)) ? null : 'not_finite',
    cells.every(({ fifth }) => fifth >= 1 && fifth <= 5) ? null : 'out_of_range',
    cells.every(({ returned }) => returned >= 0) ? null : 'negative_events',
    cells.every(({ returned, away }) => returned <= away) ? null : 'events_exceed_total',
    cells.some(({ away }) => away > 0) ? null : 'no_events',
  );

const log = (part: number, whole: number): number => (part > 0 ? part * Math.log(part / whole) : 0);

/** Deviance where everyone of a home region has the same odds. */
const devianceByRegion = (cells: readonly ReturnCell[], regions: readonly HomeRegion[]): number => {
  const saturated = (returned: number, away: number) => log(returned, away) + log(away - returned, away);
  const inCells = sum(cells.map(({ returned, away }) => saturated(returned, away)));
  return 2 * (inCells - sum(regions.map(({ returned, away }) => saturated(returned, away))));
};

/**
 * Odds of a specialty post in the home region, of those who were elsewhere for foundation training: logistic regression on
 * sex, ethnic group and deprivation fifth of the home, with a constant for each home region, since regions differ in posts
 * as well as in who comes from them. Home regions to which everybody or nobody returned are left out and listed.
 *
 * Domain: cells of people whose sex, ethnic group and fifth are known; ten or more who returned, and who didn't, for each term. Refuses `not_finite`, `out_of_range`,
 * `negative_events`, `events_exceed_total`, `no_events`, `no_variation`, `too_few_values`, `separated`, `collinear`, `not_converged`.
 */
export const returnModel = (cells: readonly ReturnCell[]): Outcome<JourneyModel> => {
  const reason = refusalOf(cells);
  if (reason) return refused(reason);
  const regions = homeRegions(cells);
  const telling = regions.filter(isTelling);
  const used = cells.filter(({ homeRegion, away }) => away > 0 && telling.some(({ code }) => code === homeRegion));
  const terms = TERMS.filter(({ of }) => new Set(used.map(of)).size > 1);
  if (terms.length === 0) return refused('no_variation');
  const fit = cellRegression({
    family: 'binomial',
    counts: used.map(({ returned }) => returned),
    sizes: used.map(({ away }) => away),
    covariates: [
      ...terms.map(({ of }) => used.map(of)),
      ...telling.slice(1).map(({ code }) => used.map(({ homeRegion }) => (homeRegion === code ? 1 : 0))),
    ],
  });
  if (fit.kind === 'refused') return fit;
  const returned = sum(used.map((cell) => cell.returned));
  if (areTooFew(Math.min(returned, fit.people - returned), terms.length)) return refused('too_few_values');
  const errors = prudentErrors(fit);
  const nullDeviance = devianceByRegion(used, telling);
  const leftOut: readonly LeftOut[] = [
    ...TERMS.filter((one) => !terms.includes(one)).map(({ term }) => ({
      what: 'term' as const,
      code: term,
      reason: 'no_variation' as const,
    })),
    ...regions
      .filter((region) => !isTelling(region))
      .map(({ code }) => ({ what: 'home_region' as const, code, reason: 'no_variation' as const })),
  ];
  return computed({
    model: 'return_home' as const,
    n: fit.cells,
    zeroShare: fit.zeroCells / fit.cells,
    coefficients: terms.map(({ term }, k) => coefficientOf(term, fit.coefficients[k + 1] ?? 0, errors[k + 1] ?? 0)),
    diagnostics: {
      people: fit.people,
      degreesOfFreedom: fit.degreesOfFreedom,
      deviance: fit.deviance,
      nullDeviance,
      devianceExplained: nullDeviance > 0 ? Math.max(0, 1 - fit.deviance / nullDeviance) : 0,
      dispersion: fit.dispersion,
      errorsMethod: ERRORS_METHOD,
      leftOut,
    },
  });
};
