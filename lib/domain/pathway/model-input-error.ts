/**
 * Thrown by the formulas of this folder where an argument is outside their domain. What a user can
 * get wrong is checked before them and returned as a `RoundRefusal`, so this is a programming error.
 */
export class ModelInputError extends RangeError {
  override readonly name = 'ModelInputError';
}
