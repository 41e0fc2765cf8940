import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

const checkAttrition = (annualAttrition: number): void => {
  if (!(annualAttrition >= 0 && annualAttrition < 1)) throw new ModelInputError('attrition is from 0 to below 1');
};

export interface FixedProgramme {
  readonly survival: number;
  /** Trainees at the start of a year, after its entrants came. */
  readonly startOfYearStock: number;
  readonly completionsPerYear: number;
}

/**
 * A programme of `years` years with the same entrants every year: survival `(1 − a)^n`, stock `E (1 − (1 − a)^n) ÷ a`,
 * completions `E (1 − a)^n`. Source: scenario model §5.3.
 */
export const fixedProgramme = (entrantsPerYear: number, years: number, annualAttrition: number): FixedProgramme => {
  checkAttrition(annualAttrition);
  const survival = (1 - annualAttrition) ** years;
  const yearsOfEntrants = annualAttrition === 0 ? years : (1 - survival) / annualAttrition;
  return {
    survival,
    startOfYearStock: entrantsPerYear * yearsOfEntrants,
    completionsPerYear: entrantsPerYear * survival,
  };
};

export interface LtftProgramme {
  readonly fte: number;
  readonly ltftYears: number;
  readonly completionFullTime: number;
  readonly completionLtft: number;
  /** The ratio on leaving at which less than full time completes as often: its FTE. */
  readonly breakEvenHazardRatio: number;
}

/** Less than full time: FTE `N (1 − s + s f)`, duration `n ÷ f`, break-even hazard ratio `f`. Source: scenario model §5.3. */
export const ltftProgramme = (request: {
  trainees: number;
  ltftShare: number;
  ltftFte: number;
  fullTimeYears: number;
  annualAttrition: number;
}): LtftProgramme => {
  const { trainees, ltftShare, ltftFte, fullTimeYears, annualAttrition } = request;
  checkAttrition(annualAttrition);
  if (!(ltftFte > 0 && ltftFte <= 1)) throw new ModelInputError('the FTE of a trainee is above 0 and at most 1');
  const ltftYears = ltftDuration(fullTimeYears, ltftFte);
  return {
    fte: trainees * (1 - ltftShare + ltftShare * ltftFte),
    ltftYears,
    completionFullTime: (1 - annualAttrition) ** fullTimeYears,
    completionLtft: (1 - annualAttrition) ** ltftYears,
    breakEvenHazardRatio: ltftFte,
  };
};

/** Years that a trainee at an FTE takes: nominal ÷ FTE. */
export const ltftDuration = (fullTimeYears: number, fte: number): number => fullTimeYears / fte;
