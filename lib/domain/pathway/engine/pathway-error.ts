/** What an asserted invariant found broken. Each is a defect of the engine, never of what a user asked. */
export type PathwayInvariant =
  | 'conservation'
  | 'negative_people'
  | 'filled_above_posts'
  | 'no_convergence'
  | 'not_finite';

/** Thrown where the double-precision engine breaks one of its invariants; no result is given then. */
export class PathwayInvariantError extends Error {
  override readonly name = 'PathwayInvariantError';
  readonly invariant: PathwayInvariant;

  constructor(invariant: PathwayInvariant, detail: string) {
    super(`${invariant}: ${detail}`);
    this.invariant = invariant;
  }
}
