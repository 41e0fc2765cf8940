import {
  countCheck,
  denominatorCheck,
  finiteCheck,
  firstReason,
  lengthCheck,
  partCheck,
  rangeCheck,
  sizeCheck,
} from './input-checks';
import { orderQuantile } from './order-quantile';
import { computed, type Outcome, refused } from './outcome';
import { type FunnelKind, funnelTransform } from './overdispersion-transform';
import { sum } from './sum';

// As the method's reference writes them; full-precision quantiles differ in the eighth digit.
const Z_95 = 1.959964;
const Z_998 = 3.090232;

interface Dispersed {
  readonly z: number;
  readonly s: number;
}

const winsorised = (units: readonly Dispersed[], trim: number): readonly Dispersed[] => {
  const z = units.map((unit) => unit.z);
  const low = orderQuantile(z, trim);
  const high = orderQuantile(z, 1 - trim);
  return units.map((unit) => ({ s: unit.s, z: Math.min(high, Math.max(low, unit.z)) }));
};

/** Leaves out the lowest and the highest share `trim` of the units, by average rank. */
const truncated = (units: readonly Dispersed[], trim: number): readonly Dispersed[] => {
  const parts = 1 / trim;
  const rank = (z: number): number => {
    const below = units.filter((unit) => unit.z < z).length;
    const level = units.filter((unit) => unit.z === z).length;
    return below + (level + 1) / 2;
  };
  return units.filter((unit) => {
    const part = Math.floor((rank(unit.z) * parts) / (units.length + 1));
    return part > 0 && part < parts - 1;
  });
};

/** DerSimonian and Laird's variance between units, floored at 0. */
const varianceBetween = (units: readonly Dispersed[], phi: number): number => {
  const weights = units.map((unit) => 1 / unit.s ** 2);
  const total = sum(weights);
  const excess = units.length * phi - (units.length - 1);
  return Math.max(0, excess / (total - sum(weights.map((weight) => weight ** 2)) / total));
};

export interface OverdispersedUnit {
  /** Distance from the target in standard errors of sampling alone, before winsorising. */
  readonly z: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

export interface OverdispersedFunnel {
  readonly units: readonly OverdispersedUnit[];
  /** Mean squared z: 1 where the units differ by chance alone. */
  readonly phi: number;
  /** Variance between units on the transformed scale. */
  readonly tau2: number;
}

interface OverdispersedFunnelInput {
  readonly kind: FunnelKind;
  readonly numerators: readonly number[];
  /** Populations, exposures or expected counts. */
  readonly denominators: readonly number[];
  /** Share winsorised or left out at each end, above 0 and below one half. */
  readonly trim?: number;
}

const reasonAgainst = ({ kind, numerators, denominators, trim = 0.1 }: OverdispersedFunnelInput) =>
  firstReason(
    finiteCheck(numerators, denominators, [trim]),
    lengthCheck(numerators, denominators),
    sizeCheck(numerators, 2),
    denominatorCheck(denominators),
    countCheck(numerators),
    kind === 'proportion' ? partCheck(numerators, denominators) : null,
    sum(numerators) > 0 ? null : 'no_events',
    kind === 'log_ratio' && numerators.includes(0) ? 'out_of_range' : null,
    rangeCheck([trim], Number.EPSILON, 0.5 - Number.EPSILON),
  );

/**
 * Funnel limits that allow for variation between units beyond chance, one pair for each unit.
 *
 * Domain: two units or more (ten before limits mean much), counts 0 or more with some above 0, denominators above 0; for
 * `log_ratio` counts above 0. Limits are ratios to `denominators`, except `root_ratio`: those stay on the
 * square-root scale. Refuses `not_finite`, `lengths_differ`, `too_few_values`, `no_denominator`, `negative_events`,
 * `events_exceed_total`, `no_events`, `out_of_range`.
 * Source: Spiegelhalter 2005 and Spiegelhalter et al. 2012, additive random effects; as SHMI and CQC use it.
 */
export const overdispersedFunnel = (input: OverdispersedFunnelInput): Outcome<OverdispersedFunnel> => {
  const reason = reasonAgainst(input);
  if (reason) return refused(reason);
  const { kind, numerators, denominators, trim = 0.1 } = input;
  const { target, unit, back } = funnelTransform(kind, sum(numerators) / sum(denominators));
  const dispersed = numerators.map((numerator, i): Dispersed => {
    const { y, s } = unit(numerator, denominators[i] ?? 0);
    return { z: (y - target) / s, s };
  });
  const kept = kind === 'log_ratio' ? truncated(dispersed, trim) : winsorised(dispersed, trim);
  if (kept.length < 2) return refused('too_few_values');
  const phi = sum(kept.map(({ z }) => z ** 2)) / kept.length;
  const tau2 = varianceBetween(kept, phi);
  const units = dispersed.map(({ z, s }): OverdispersedUnit => {
    const spread = Math.sqrt(s ** 2 + tau2);
    return {
      z,
      lower95: back(target - Z_95 * spread),
      upper95: back(target + Z_95 * spread),
      lower998: back(target - Z_998 * spread),
      upper998: back(target + Z_998 * spread),
    };
  });
  return computed({ units, phi, tau2 });
};
