import { ModelInputError } from './model-input-error';
import { type RationedChoice, type RationedChoiceInput, rationedChoice } from './rationed-choice';

/** Where people are, in head count. */
export interface Placement {
  readonly target: number;
  readonly otherRegions: number;
  /** Regions not modelled, other jobs, no job; null where there is no such option. */
  readonly outside: number | null;
}

export interface Displacement {
  readonly gainTarget: number;
  readonly displacedFromOtherRegions: number;
  readonly gainedFromOutside: number | null;
}

/**
 * People that the target gains and where they come from: gain = loss of the other regions + reduction
 * of the outside option. Each is computed on its own, so that the identity can be tested. Head count.
 */
export const displacement = (before: Placement, after: Placement): Displacement => ({
  gainTarget: after.target - before.target,
  displacedFromOtherRegions: before.otherRegions - after.otherRegions,
  gainedFromOutside: before.outside === null || after.outside === null ? null : before.outside - after.outside,
});

const placementOf = (choice: RationedChoice, applicants: number, target: number): Placement => ({
  target: choice.filled[target] ?? 0,
  otherRegions: choice.filled.reduce((sum, people, i) => sum + (i === target ? 0 : people), 0),
  outside: choice.outsideShare === null ? null : choice.outsideShare * applicants,
});

export interface LeverDisplacement extends Displacement {
  readonly before: RationedChoice;
  readonly after: RationedChoice;
}

/**
 * The rationed choice without and with a shift in utility, and what moves. `target` is 0-based.
 * @throws ModelInputError outside the domain of `rationedChoice`, or for a target that isn't there.
 */
export const leverDisplacement = (
  input: RationedChoiceInput & { readonly delta: readonly number[]; readonly target: number },
): LeverDisplacement => {
  const { delta, target, ...round } = input;
  if (delta.length !== round.utilities.length || round.utilities[target] === undefined) {
    throw new ModelInputError('one delta per region and a target among them');
  }
  const before = rationedChoice(round);
  const utilities = round.utilities.map((utility, i) => utility + (delta[i] ?? 0));
  const after = rationedChoice({ ...round, utilities });
  const moved = displacement(
    placementOf(before, round.applicants, target),
    placementOf(after, round.applicants, target),
  );
  return { before, after, ...moved };
};
