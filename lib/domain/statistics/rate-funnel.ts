import jstat from 'jstat';
import { tailProbability } from './confidence-level';
import { funnelAxis, funnelRange } from './funnel-axis';
import {
  countCheck,
  denominatorCheck,
  finiteCheck,
  firstReason,
  lengthCheck,
  multiplierCheck,
  sizeCheck,
} from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import type { FunnelPoint } from './proportion-funnel';
import { sum } from './sum';

/** Sizes of population, per year, at which `x` events lie on a limit. */
export interface RateFunnelPoint extends FunnelPoint {
  readonly population2SigmaLower: number;
  readonly population2SigmaUpper: number;
  readonly population3SigmaLower: number;
  readonly population3SigmaUpper: number;
}

/** Expected counts at which `events` is just at the upper and the lower tail of a Poisson distribution. */
const expectedAtTails = (events: number, tail: number) => ({
  most: jstat.chisquare.inv(1 - tail, 2 * events + 2) / 2,
  least: jstat.chisquare.inv(tail, 2 * events) / 2,
});

/** Limits as multiples of the average: a unit with `events` is on a limit where its ratio to the average is this. */
const ratioLimitsAt = (events: number) => {
  const at2 = expectedAtTails(events, tailProbability(0.95));
  const at3 = expectedAtTails(events, tailProbability(0.998));
  const point: FunnelPoint = {
    x: events,
    lower2Sigma: events / at2.most,
    upper2Sigma: events / at2.least,
    lower3Sigma: events / at3.most,
    upper3Sigma: events / at3.least,
  };
  return { at2, at3, point };
};

const scaled = (point: FunnelPoint, by: number): FunnelPoint => ({
  x: point.x,
  lower2Sigma: point.lower2Sigma * by,
  upper2Sigma: point.upper2Sigma * by,
  lower3Sigma: point.lower3Sigma * by,
  upper3Sigma: point.upper3Sigma * by,
});

/** The library's chi-squared takes time in proportion to the count: above this the axis would take seconds. */
const MOST_EVENTS = 1_000_000;

const axisCheck = (maximum: number) => (maximum <= MOST_EVENTS ? null : 'out_of_range');

const pairCheck = (counts: readonly number[], denominators: readonly number[]) =>
  firstReason(
    finiteCheck(counts, denominators),
    lengthCheck(counts, denominators),
    sizeCheck(counts, 2),
    denominatorCheck(denominators),
    countCheck(counts),
    sum(counts) > 0 ? null : 'no_events',
  );

interface RateFunnelInput {
  readonly events: readonly number[];
  /** Person-years over all the years of data. */
  readonly exposures: readonly number[];
  readonly multiplier: number;
  readonly yearsOfData?: number;
}

/**
 * Funnel control limits of a rate at 100 counts of events, about the average Σ events ÷ Σ exposures, per `multiplier`.
 *
 * Domain: two units or more, events 0 or more with some above 0, exposures, multiplier and years above 0; no more than
 * 1,000,000 events expected in the largest unit.
 * Refuses `not_finite`, `lengths_differ`, `too_few_values`, `no_denominator`, `negative_events`, `no_events`,
 * `out_of_range`.
 * Source: Spiegelhalter 2005; OHID's method for Fingertips. The Poisson tail is solved exactly, by chi-squared.
 */
export const rateFunnel = ({
  events,
  exposures,
  multiplier,
  yearsOfData = 1,
}: RateFunnelInput): Outcome<{ average: number; points: readonly RateFunnelPoint[] }> => {
  const reason = firstReason(
    finiteCheck([multiplier, yearsOfData]),
    pairCheck(events, exposures),
    multiplierCheck(multiplier),
    multiplierCheck(yearsOfData),
  );
  if (reason) return refused(reason);
  const average = sum(events) / sum(exposures);
  const sizes = funnelRange(exposures.map((exposure) => exposure / yearsOfData));
  const range = {
    minimum: Math.floor(sizes.minimum * yearsOfData * average),
    maximum: Math.ceil(sizes.maximum * yearsOfData * average),
  };
  const beyond = axisCheck(range.maximum);
  if (beyond) return refused(beyond);
  const points = funnelAxis(range).map((count): RateFunnelPoint => {
    const { at2, at3, point } = ratioLimitsAt(count);
    const perYear = average * yearsOfData;
    return {
      ...scaled(point, average * multiplier),
      population2SigmaLower: at2.most / perYear,
      population2SigmaUpper: at2.least / perYear,
      population3SigmaLower: at3.most / perYear,
      population3SigmaUpper: at3.least / perYear,
    };
  });
  return computed({ average: average * multiplier, points });
};

/**
 * Funnel control limits of observed ÷ expected at 100 counts of events, times `reference` (100 for a standardised ratio).
 *
 * Domain and refusals as `rateFunnel`, with expected counts as exposures. Source: as `rateFunnel`.
 */
export const ratioFunnel = (
  observed: readonly number[],
  expected: readonly number[],
  reference = 100,
): Outcome<{ points: readonly FunnelPoint[] }> => {
  const reason = firstReason(finiteCheck([reference]), pairCheck(observed, expected), multiplierCheck(reference));
  if (reason) return refused(reason);
  const range = funnelRange(expected);
  const beyond = axisCheck(range.maximum);
  if (beyond) return refused(beyond);
  const axis = funnelAxis(range, 1);
  return computed({ points: axis.map((count) => scaled(ratioLimitsAt(count).point, reference)) });
};
