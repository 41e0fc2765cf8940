import { computed, type Outcome, type RefusalReason, refused } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import {
  type Coefficient,
  coefficientOf,
  ERRORS_METHOD,
  type Estimate,
  estimateOf,
  type JourneyModel,
  type JourneyModelName,
  type LeftOut,
  prudentErrors,
} from './journey-model';
import type { ReachDesign, ReachPlaces, ReachTerm } from './reach-design';
import { LEAST_SHRUNK, type SlopeSpread, shrunk, slopeSpread } from './shrink';

/** What the fit of one school gives; it stands alone, since no term is shared between schools. */
export interface SchoolFit {
  readonly coefficients: readonly number[];
  readonly modelErrors: readonly number[];
  readonly hc1Errors: readonly number[];
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  readonly cells: number;
  readonly zeroCells: number;
  readonly people: number;
  /** Of a fit to rounded counts: its errors, and the variance that rounding alone gives each coefficient. */
  readonly ofRanges?: { readonly errors: readonly number[]; readonly hidden: readonly number[] };
}

/** One school in the order of a slope. */
export interface SchoolSlope {
  readonly school: string;
  /** From the school's own cells: what a generalised linear model gives. Null where they don't carry a fit. */
  readonly own: Estimate | null;
  /** Drawn towards the average of the schools where little is known; null where there are too few schools to draw from. */
  readonly shown: Estimate | null;
}

export interface TermSlopes extends SlopeSpread {
  readonly term: ReachTerm;
  /** In ascending order of what is shown; those without come last. */
  readonly schools: readonly SchoolSlope[];
}

export interface SchoolSummary {
  readonly school: string;
  readonly people: number;
  readonly zeroShare: number;
  readonly cells: number;
  readonly degreesOfFreedom: number;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly dispersion: number;
  readonly devianceExplained: number;
}

/** `coefficients` are each school's own (`school:term`, the constant as `school`); `slopes` also hold what is shown. */
export interface SchoolSlopesModel extends JourneyModel {
  readonly slopes: readonly TermSlopes[];
  readonly schools: readonly SchoolSummary[];
  readonly standards: ReachDesign['standards'];
}

interface Fitted {
  readonly school: string;
  readonly fit: SchoolFit;
  readonly errors: readonly number[];
}

const shareExplained = (deviance: number, nullDeviance: number): number =>
  nullDeviance > 0 ? Math.max(0, 1 - deviance / nullDeviance) : 0;

const coefficientsOf = (terms: readonly ReachTerm[], { school, fit, errors }: Fitted): readonly Coefficient[] =>
  fit.coefficients.map((estimate, k) => {
    const term = terms[k - 1];
    return coefficientOf(term === undefined ? school : `${school}:${term}`, estimate, errors[k] ?? 0);
  });

const ascending = (one: SchoolSlope, other: SchoolSlope): number =>
  (one.shown?.estimate ?? Number.POSITIVE_INFINITY) - (other.shown?.estimate ?? Number.POSITIVE_INFINITY);

const termSlopes = (term: ReachTerm, k: number, fitted: readonly Fitted[], without: readonly string[]): TermSlopes => {
  const own = fitted.map(({ fit, errors }) => estimateOf(fit.coefficients[k + 1] ?? 0, errors[k + 1] ?? 0));
  const hidden = fitted.map(({ fit }) => fit.ofRanges?.hidden[k + 1] ?? 0);
  const common = slopeSpread(own, hidden);
  const isShrunk = own.length >= LEAST_SHRUNK;
  const rows = fitted.map(({ school }, j) => {
    const one = own[j] ?? null;
    return { school, own: one, shown: isShrunk ? shrunk(one, common) : one };
  });
  const borrowed = without.map((school) => ({ school, own: null, shown: isShrunk ? shrunk(null, common) : null }));
  return { term, ...common, schools: [...rows, ...borrowed].sort(ascending) };
};

interface SchoolOutcome {
  readonly school: string;
  readonly outcome: Outcome<SchoolFit>;
}

/** Nobody of the kind, or nobody at all: there is nothing to draw towards an average. */
const SAYS_NOTHING: readonly RefusalReason[] = ['no_events', 'not_finite'];

const leftOutOf = (outcomes: readonly SchoolOutcome[]): readonly LeftOut[] =>
  outcomes.flatMap(({ school, outcome }) =>
    outcome.kind === 'refused' ? [{ what: 'school' as const, code: school, reason: outcome.reason }] : [],
  );

const isFit = (one: SchoolOutcome): one is SchoolOutcome & { outcome: { kind: 'computed' } & SchoolFit } =>
  one.outcome.kind === 'computed';

const modelOf = (
  model: JourneyModelName,
  design: ReachDesign,
  outcomes: readonly SchoolOutcome[],
): SchoolSlopesModel => {
  const fitted = outcomes
    .filter(isFit)
    .map(({ school, outcome: fit }) => ({ school, fit, errors: fit.ofRanges?.errors ?? prudentErrors(fit) }));
  const total = (of: (fit: SchoolFit) => number) => sum(fitted.map(({ fit }) => of(fit)));
  const n = total(({ cells }) => cells);
  const degreesOfFreedom = total((fit) => fit.degreesOfFreedom);
  const [deviance, nullDeviance] = [total((fit) => fit.deviance), total((fit) => fit.nullDeviance)];
  const without = outcomes.flatMap(({ school, outcome }) =>
    outcome.kind === 'refused' && !SAYS_NOTHING.includes(outcome.reason) ? [school] : [],
  );
  return {
    model,
    n,
    zeroShare: total(({ zeroCells }) => zeroCells) / n,
    coefficients: fitted.flatMap((one) => coefficientsOf(design.terms, one)),
    diagnostics: {
      people: total(({ people }) => people),
      degreesOfFreedom,
      deviance,
      nullDeviance,
      devianceExplained: shareExplained(deviance, nullDeviance),
      dispersion: total((fit) => fit.dispersion * fit.degreesOfFreedom) / degreesOfFreedom,
      errorsMethod: ERRORS_METHOD,
      leftOut: [...design.leftOut, ...leftOutOf(outcomes)],
      ...(model === 'entrants' && design.setAgainst ? { setAgainst: design.setAgainst } : {}),
    },
    standards: design.standards,
    slopes: design.terms.map((term, k) => termSlopes(term, k, fitted, without)),
    schools: fitted.map(({ school, fit }) => ({
      school,
      people: fit.people,
      zeroShare: fit.zeroCells / fit.cells,
      cells: fit.cells,
      degreesOfFreedom: fit.degreesOfFreedom,
      deviance: fit.deviance,
      nullDeviance: fit.nullDeviance,
      dispersion: fit.dispersion,
      devianceExplained: shareExplained(fit.deviance, fit.nullDeviance),
    })),
  };
};

/**
 * Fits every school by itself and puts the slopes side by side. Refuses where no school can be fitted, with the reason of
 * the first school that has anybody.
 */
export const schoolSlopesModel = (
  model: JourneyModelName,
  places: ReachPlaces,
  design: ReachDesign,
  fitOf: (school: number) => Outcome<SchoolFit>,
): Outcome<SchoolSlopesModel> => {
  // No authority has all that the terms need, such as people aged 16 to 17.
  if (design.authorities.length === 0 && places.authorities.length > 0) return refused('no_denominator');
  const outcomes = design.schools.map((j) => ({ school: places.schools[j]?.code ?? '', outcome: fitOf(j) }));
  if (!outcomes.some(isFit)) {
    const reasons = leftOutOf(outcomes).map(({ reason }) => reason);
    return refused(reasons.find((reason) => reason !== 'no_events') ?? reasons[0] ?? 'too_few_values');
  }
  return computed(modelOf(model, design, outcomes));
};
