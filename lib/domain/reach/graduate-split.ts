import type { Measure } from '@/lib/domain/measure/measure';
import { shareOf } from './count-figures';
import { type CountRules, countOf, type ReachCell, totalOf } from './published-count';

/** Training regions of a graduate; null where not known. */
export interface GraduateRegions {
  readonly home: string | null;
  readonly school: string | null;
  /** Where they are now: foundation, specialty or career, as the screen says. */
  readonly now: string | null;
}

/**
 * What a school's graduates did.
 *
 * - `stayer`: home, school and now in one region
 * - `newcomer`: came from another region and is in the school's now
 * - `returner`: came from another region and is there again
 * - `moved_on`: in a region that is neither home nor the school's
 * - `unknown`: home or where they are isn't known
 */
export const GRADUATE_CLASSES = ['stayer', 'newcomer', 'returner', 'moved_on', 'unknown'] as const;
export type GraduateClass = (typeof GRADUATE_CLASSES)[number];

export const graduateClass = ({ home, school, now }: GraduateRegions): GraduateClass => {
  if (home === null || school === null || now === null) return 'unknown';
  if (now === school) return home === school ? 'stayer' : 'newcomer';
  return now === home ? 'returner' : 'moved_on';
};

/**
 * Where the people who are in a region now come from.
 *
 * - `stayer`: home and school there
 * - `returner`: home there, school elsewhere
 * - `newcomer`: home elsewhere
 * - `unknown`: home, or for those from there the school, isn't known
 */
export const ARRIVAL_CLASSES = ['stayer', 'returner', 'newcomer', 'unknown'] as const;
export type ArrivalClass = (typeof ARRIVAL_CLASSES)[number];

/** For somebody whose region now is known. */
export const arrivalClass = ({ home, school, now }: GraduateRegions): ArrivalClass => {
  if (home === null) return 'unknown';
  if (home !== now) return 'newcomer';
  if (school === null) return 'unknown';
  return school === now ? 'stayer' : 'returner';
};

export interface ClassShare<C extends string> {
  readonly class: C;
  /** Share (0 to 1) of everybody, the unknown among them. */
  readonly share: Measure;
}

/** Shares of the classes, in the order given; the values add up to 1. */
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
