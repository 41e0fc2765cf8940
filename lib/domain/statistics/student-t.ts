import jstat from 'jstat';
import { type ConfidenceLevel, tailProbability } from './confidence-level';

/**
 * P(|T| ≤ t) for a whole number of degrees of freedom: the finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4,
 * exact up to rounding.
 */
const centralProbability = (t: number, degreesOfFreedom: number): number => {
  const angle = Math.atan(t / Math.sqrt(degreesOfFreedom));
  const cosine = Math.cos(angle);
  const isOdd = degreesOfFreedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let series = degreesOfFreedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < degreesOfFreedom; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    series += term;
  }
  const total = Math.sin(angle) * series;
  return isOdd ? (2 / Math.PI) * (angle + total) : total;
};

/**
 * Student's t for a two-sided interval, `degreesOfFreedom` a whole number from 1.
 * The library's quantile is right to about 7 digits only, since its incomplete beta function stops early; two Newton
 * steps on the exact distribution give the rest.
 */
export const studentQuantile = (level: ConfidenceLevel, degreesOfFreedom: number): number => {
  let t = jstat.studentt.inv(1 - tailProbability(level), degreesOfFreedom);
  for (let step = 0; step < 2; step += 1) {
    t -= (centralProbability(t, degreesOfFreedom) - level) / (2 * jstat.studentt.pdf(t, degreesOfFreedom));
  }
  return t;
};
