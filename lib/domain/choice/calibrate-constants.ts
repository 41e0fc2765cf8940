import { countCheck, finiteCheck, firstReason } from '@/lib/domain/statistics/input-checks';
import { type Outcome, type RefusalReason, refused } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import { type NestedOptions, nestedShares } from './option-shares';

export interface CalibrationInput extends NestedOptions {
  /** People of each class who choose. */
  readonly people: readonly number[];
  /** Posts and accepts of each option, head count. An option without either takes no part. */
  readonly posts: readonly number[];
  readonly accepts: readonly number[];
}

export interface CalibratedOption {
  /** Utility that gives back the accepts; null: nothing to calibrate to, the option takes no part. */
  readonly constant: number | null;
  readonly accepts: number;
  readonly fitted: number;
  /** Fitted less loaded accepts, head count. */
  readonly residual: number;
  /** Every post was accepted: any higher constant fits as well, and the lowest is used. */
  readonly atCeiling: boolean;
  readonly whyNot: 'no_posts' | 'no_accepts' | null;
}

export interface Calibration {
  readonly options: readonly CalibratedOption[];
  readonly largestResidual: number;
  readonly passes: number;
}

const MOST_PASSES = 20_000;
/** Largest log ratio of loaded to fitted accepts at which constants have settled. */
const SETTLED_BELOW = 1e-12;

const checkInput = (input: CalibrationInput): RefusalReason | null => {
  const { people, posts, accepts, utilities, dissimilarity } = input;
  const isSameShape =
    posts.length === accepts.length &&
    utilities.length === people.length &&
    utilities.every((row) => row.length === posts.length);
  return firstReason(
    isSameShape ? null : 'lengths_differ',
    finiteCheck(people, posts, accepts, [dissimilarity], ...utilities),
    countCheck(people, posts, accepts),
    dissimilarity > 0 && dissimilarity <= 1 ? null : 'out_of_range',
    accepts.every((one, o) => one <= (posts[o] ?? 0)) ? null : 'events_exceed_total',
    sum(accepts) > 0 ? null : 'no_events',
    // With everybody placed there is nobody outside to measure attraction against.
    sum(accepts) < sum(people) ? null : 'events_exceed_total',
  );
};

/** People of all classes at each option. */
const demandAt = ({ people, utilities, dissimilarity }: CalibrationInput, constants: readonly number[]): number[] => {
  const demand = constants.map(() => 0);
  utilities.forEach((own, c) => {
    nestedShares(own, constants, dissimilarity).shares.forEach((share, o) => {
      demand[o] = (demand[o] ?? 0) + share * (people[c] ?? 0);
    });
  });
  return demand;
};

/**
 * Constants of the options (region × specialty group) that give back the loaded accepts, by the contraction
 * `c ← c + λ (ln accepts − ln fitted)`, which has one fixed point. Residuals are returned, not assumed to be 0.
 * Refuses `lengths_differ`, `not_finite`, `negative_events`, `out_of_range`, `events_exceed_total` (accepts above posts, or
 * of everybody), `no_events`, `not_converged`.
 * Source: Berry, Levinsohn and Pakes 1995; the factor λ of a nest: Grigolon and Verboven 2014.
 */
export const calibrateConstants = (input: CalibrationInput): Outcome<Calibration> => {
  const reason = checkInput(input);
  if (reason) return refused(reason);
  const { posts, accepts, dissimilarity } = input;
  const isIn = accepts.map((one) => one > 0);
  const elsewhere = sum(input.people) - sum(accepts);
  let constants = accepts.map((one, o) => (isIn[o] ? Math.log(one / elsewhere) : Number.NEGATIVE_INFINITY));
  for (let passes = 1; passes <= MOST_PASSES; passes += 1) {
    const fitted = demandAt(input, constants);
    const steps = accepts.map((one, o) => (isIn[o] ? Math.log(one / (fitted[o] ?? 0)) : 0));
    if (steps.every((step) => Math.abs(step) <= SETTLED_BELOW)) {
      const options = accepts.map((one, o): CalibratedOption => {
        const constant = isIn[o] ? (constants[o] ?? 0) : null;
        const missing = posts[o] === 0 ? 'no_posts' : 'no_accepts';
        return {
          constant,
          accepts: one,
          fitted: fitted[o] ?? 0,
          residual: (fitted[o] ?? 0) - one,
          atCeiling: one > 0 && one === posts[o],
          whyNot: constant === null ? missing : null,
        };
      });
      const largestResidual = Math.max(...options.map(({ residual }) => Math.abs(residual)));
      return { kind: 'computed', options, largestResidual, passes };
    }
    constants = constants.map((constant, o) => constant + dissimilarity * (steps[o] ?? 0));
  }
  return refused('not_converged');
};
