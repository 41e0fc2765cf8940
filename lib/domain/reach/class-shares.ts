import type { Measure } from '@/lib/domain/measure/measure';
import { shareOf } from './count-figures';
import { type CountRules, countOf, type ReachCell, totalOf } from './published-count';

export interface ClassShare<C extends string> {
  readonly class: C;
  /** Share (0 to 1) of everybody, the unknown among them. */
  readonly share: Measure;
}

/**
 * Shares of classes that leave nobody out, such as stayers, returners, newcomers and those of whom it isn't known: in the
 * order given, the values adding up to 1.
 */
export const classShares = <C extends string>(
  classes: readonly C[],
  people: Readonly<Record<C, ReachCell>>,
  rules: CountRules,
): ClassShare<C>[] => {
  const whole = totalOf(
    classes.map((one) => people[one]),
    rules,
  );
  return classes.map((one) => ({ class: one, share: shareOf(countOf(people[one], rules), whole, rules) }));
};
