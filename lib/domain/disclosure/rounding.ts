import { RULE_SETS } from './rule-set';

/** Why a number isn't given. `small_base`: too few people behind it; `suppressed`: a part of it is withheld. */
export type WithheldReason = 'not_a_count' | 'small_base' | 'suppressed';

export type Rounded<T> =
  | { readonly kind: 'shown'; readonly value: T }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason };

export const shown = <T>(value: T): Rounded<T> => ({ kind: 'shown', value });
export const withheld = (reason: WithheldReason): Rounded<never> => ({ kind: 'withheld', reason });

export const isAmount = (value: number): boolean => Number.isFinite(value) && value >= 0;

/** Nearest multiple of 5, halves up. `value` is at least 0. */
export const toNearestFive = (value: number): number => Math.floor(value / 5 + 0.5) * 5;

/**
 * HESA/Jisc standard rounding of a count of people, FPE or FTE: 0 to 2 become 0, the rest the nearest 5, halves up.
 * Totals are rounded on their own, so rows need not add. Withholds what isn't a number of at least 0.
 */
export const hesaCount = (count: number): Rounded<number> =>
  isAmount(count) ? shown(toNearestFive(count)) : withheld('not_a_count');

const { smallestBase, smallestAverage } = RULE_SETS.hesa_rounding_5;

/**
 * A percentage as HESA allows it: from unrounded counts, withheld where the base is below 22.5.
 * For files that say they follow HESA; Stead's own percentages come from what is published (`publishedShare`).
 */
export const hesaPercentage = (numerator: number, denominator: number): Rounded<number> => {
  if (!isAmount(numerator) || !isAmount(denominator) || numerator > denominator) return withheld('not_a_count');
  return denominator < smallestBase ? withheld('small_base') : shown((numerator / denominator) * 100);
};

/** An average as HESA allows it: withheld on 7 people or fewer. `sum` is in the unit of the average. */
export const hesaAverage = (sum: number, population: number): Rounded<number> => {
  if (!isAmount(population) || !Number.isFinite(sum)) return withheld('not_a_count');
  return population < smallestAverage ? withheld('small_base') : shown(sum / population);
};

/** `national` figures are exact under the NHS rule; every other level is protected. */
export type Level = 'national' | 'sub_national';

/** NHS England's rule for one count: 0 shown, 1 to 7 withheld, 8 and over to the nearest 5; national counts as they are. */
export const nhsCount = (count: number, level: Level): Rounded<number> => {
  if (!isAmount(count)) return withheld('not_a_count');
  if (level === 'national') return shown(count);
  if (count > 0 && count < 8) return withheld('suppressed');
  return shown(toNearestFive(count));
};

/** A percentage under the NHS rule, from rounded parts; withheld where either part is or where the base shows as 0. */
export const nhsPercentage = (numerator: number, denominator: number, level: Level): Rounded<number> => {
  const part = nhsCount(numerator, level);
  const base = nhsCount(denominator, level);
  if (part.kind === 'withheld') return part;
  if (base.kind === 'withheld') return base;
  return base.value === 0 || part.value > base.value ? withheld('not_a_count') : shown((part.value / base.value) * 100);
};
