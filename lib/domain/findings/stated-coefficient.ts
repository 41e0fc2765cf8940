import type { Coefficient } from './evidence-input';

/** Half the width of a 95 % interval, in standard errors. */
const HALF_WIDTH = 1.96;
/** Rounded to no finer than this part of the standard error: one person more or fewer moves a term by far less. */
const STEPS_IN_ERROR = 4;
const MANTISSAS = [5, 2, 1] as const;

/** The largest of 1, 2 and 5 times a power of ten that isn't above `most`. */
function stepBelow(most: number): { readonly step: number; readonly decimals: number } {
  const power = Math.floor(Math.log10(most));
  const mantissa = MANTISSAS.find((one) => one * 10 ** power <= most) ?? 1;
  return { step: mantissa * 10 ** power, decimals: Math.max(0, -power) };
}

/**
 * A term of a model of unrounded counts, as a card may state it: with all its digits it would tell one more or fewer of them
 * apart, and so a count that is withheld elsewhere. Rounded to a step of at most a quarter of the standard error; limits outwards, so
 * that the interval is never narrower.
 */
export function statedCoefficient({ estimate, lower, upper }: Coefficient): Coefficient {
  const error = (upper - lower) / (2 * HALF_WIDTH);
  if (!(error > 0) || !Number.isFinite(error)) return { estimate, lower, upper };
  const { step, decimals } = stepBelow(error / STEPS_IN_ERROR);
  const written = (steps: number): number => Number((steps * step).toFixed(decimals));
  return {
    estimate: written(Math.round(estimate / step)),
    lower: written(Math.floor(lower / step)),
    upper: written(Math.ceil(upper / step)),
  };
}
