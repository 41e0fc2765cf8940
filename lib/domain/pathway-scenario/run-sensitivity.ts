import { partialRankCorrelation } from '@/lib/domain/pathway/outputs/partial-rank-correlation';
import { type Drawn, uncertainNumbers } from './uncertain-numbers';

/** How strongly the spread of the answer goes with one uncertain number, the others held: −1 to 1. */
export interface Sensitivity {
  readonly name: string;
  readonly coefficient: number;
}

const MOST_SHOWN = 10;

/**
 * Which uncertain numbers matter most for an answer, the largest first: a tornado by partial rank correlation. By rank, so that
 * the place within its distribution is enough. Empty where nothing varies or there are too few draws. It says what to find
 * out, not what causes what.
 */
export const sensitivityOf = (drawn: Drawn, outcome: readonly number[]): Sensitivity[] => {
  const found = partialRankCorrelation(
    uncertainNumbers(drawn).map(({ name, at }) => ({ name, values: outcome.map((_, draw) => at(draw)) })),
    outcome,
  );
  if (found.kind !== 'computed') return [];
  return found.parameters
    .flatMap(({ name, coefficient }) => (coefficient === null ? [] : [{ name, coefficient }]))
    .toSorted((one, other) => Math.abs(other.coefficient) - Math.abs(one.coefficient))
    .slice(0, MOST_SHOWN);
};
