import { finiteCheck, firstReason, lengthCheck } from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';

interface LeslieInput {
  /** Transition shares of each stage, rows from, columns to, all over the same regions: T₁ from the first stage to the second, … */
  readonly transitions: readonly (readonly (readonly number[])[])[];
  /** New people at the first stage, by region, at every step. */
  readonly intake: readonly number[];
  /** People now: for each stage, by region. One stage more than transitions. */
  readonly start: readonly (readonly number[])[];
  readonly steps: number;
}

/**
 * The block matrix L: stage k + 1 of region j receives Tₖ[i][j] of stage k of region i. Nobody stays at a stage for a second
 * step, so that all blocks but those below the diagonal are 0.
 */
export const leslieMatrix = (transitions: LeslieInput['transitions'], regions: number): number[][] => {
  const size = (transitions.length + 1) * regions;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [k, transition] of transitions.entries()) {
    for (const [i, line] of transition.entries()) {
      for (const [j, share] of line.entries()) {
        const into = matrix[(k + 1) * regions + j];
        if (into) into[k * regions + i] = share;
      }
    }
  }
  return matrix;
};

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((line) => line.reduce((total, share, i) => total + share * (vector[i] ?? 0), 0));

const refusalOf = ({ transitions, intake, start, steps }: LeslieInput) => {
  const regions = intake.length;
  const isSquare = transitions.every((one) => one.length === regions && one.every(({ length }) => length === regions));
  return firstReason(
    finiteCheck(intake, ...start, ...transitions.flat()),
    lengthCheck(intake, ...start),
    isSquare && start.length === transitions.length + 1 ? null : 'lengths_differ',
    Number.isInteger(steps) && steps >= 0 ? null : 'out_of_range',
    transitions.flat(2).every((share) => share >= 0 && share <= 1) ? null : 'out_of_range',
    [...intake, ...start.flat()].every((people) => people >= 0) ? null : 'negative_events',
  );
};

/**
 * Projects people by stage and region: n(t + 1) = L n(t), with the intake in the first block. A step is one stage, whatever its
 * years. It carries on what was seen: shares stay as they are, posts aren't rationed, and nobody comes in at a later stage.
 * Gives n(0) to n(steps), each by stage and region.
 *
 * Refuses `not_finite`, `lengths_differ`, `negative_events`, `out_of_range` (shares outside 0 to 1, steps no whole number).
 * Source: Leslie 1945, in the stage form that Hitchings et al. 2024 name; the block layout is our own.
 */
export const leslieProjection = (
  input: LeslieInput,
): Outcome<{ stages: readonly (readonly (readonly number[])[])[] }> => {
  const reason = refusalOf(input);
  if (reason) return refused(reason);
  const { transitions, intake, start, steps } = input;
  const regions = intake.length;
  const matrix = leslieMatrix(transitions, regions);
  const projected = [start.flat()];
  for (let t = 0; t < steps; t += 1) {
    const next = times(matrix, projected.at(-1) ?? []);
    projected.push(next.map((people, i) => (i < regions ? (intake[i] ?? 0) : people)));
  }
  const byStage = (vector: readonly number[]): number[][] =>
    start.map((_, k) => vector.slice(k * regions, (k + 1) * regions));
  return computed({ stages: projected.map(byStage) });
};
