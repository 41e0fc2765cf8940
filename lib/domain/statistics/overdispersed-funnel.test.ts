import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderQuantile } from './order-quantile';
import { overdispersedFunnel } from './overdispersed-funnel';

const kinds = fc.constantFrom('proportion', 'count_ratio', 'log_ratio', 'root_ratio');
const units = fc.array(
  fc.integer({ min: 5, max: 10_000 }).chain((size) => fc.tuple(fc.integer({ min: 1, max: size }), fc.constant(size))),
  { minLength: 10, maxLength: 60 },
);

const columns = (all: readonly (readonly [number, number])[]) => ({
  numerators: all.map(([count]) => count),
  denominators: all.map(([, size]) => size),
});

describe('overdispersedFunnel', () => {
  it('gives limits in order, the 99.8 % limits outside the 95 % limits', () => {
    fc.assert(
      fc.property(kinds, units, (kind, all) => {
        const result = overdispersedFunnel({ kind, ...columns(all) });
        if (result.kind === 'refused') return false;
        expect(result.tau2).toBeGreaterThanOrEqual(0);
        return result.units.every(
          (unit) => unit.lower998 <= unit.lower95 && unit.lower95 <= unit.upper95 && unit.upper95 <= unit.upper998,
        );
      }),
    );
  });

  it('does not depend on the order of the units', () => {
    fc.assert(
      fc.property(kinds, units, (kind, all) => {
        const result = overdispersedFunnel({ kind, ...columns(all) });
        const reversed = overdispersedFunnel({ kind, ...columns([...all].reverse()) });
        if (result.kind === 'refused' || reversed.kind === 'refused') return false;
        return Math.abs(result.phi / reversed.phi - 1) < 1e-9 || result.phi < 1e-12;
      }),
    );
  });

  it('is the plain funnel where the units do not differ', () => {
    const alike = {
      numerators: Array.from({ length: 12 }, () => 20),
      denominators: Array.from({ length: 12 }, () => 100),
    };
    expect(overdispersedFunnel({ kind: 'proportion', ...alike })).toMatchObject({ phi: 0, tau2: 0 });
  });

  it('takes a unit without events in, where its scale has a value for it', () => {
    const units = { numerators: [0, 3, 5, 4, 6, 2, 4, 5, 3, 4], denominators: Array.from({ length: 10 }, () => 20) };
    for (const kind of ['proportion', 'count_ratio', 'root_ratio'] as const) {
      expect(overdispersedFunnel({ kind, ...units }).kind).toBe('computed');
    }
    expect(overdispersedFunnel({ kind: 'log_ratio', ...units })).toEqual({ kind: 'refused', reason: 'out_of_range' });
  });

  it('refuses what is out of its domain', () => {
    const twelve = {
      numerators: Array.from({ length: 12 }, (_, i) => i + 1),
      denominators: Array.from({ length: 12 }, () => 20),
    };
    const changed = (change: object) => overdispersedFunnel({ kind: 'proportion', ...twelve, ...change });
    expect(changed({ numerators: twelve.numerators.map((count) => count + 10) })).toEqual({
      kind: 'refused',
      reason: 'events_exceed_total',
    });
    expect(changed({ denominators: [1] })).toEqual({ kind: 'refused', reason: 'lengths_differ' });
    expect(changed({ denominators: twelve.denominators.map(() => 0) })).toEqual({
      kind: 'refused',
      reason: 'no_denominator',
    });
    expect(changed({ numerators: twelve.numerators.map(() => -1) })).toEqual({
      kind: 'refused',
      reason: 'negative_events',
    });
    expect(changed({ numerators: twelve.numerators.map(() => 0) })).toEqual({ kind: 'refused', reason: 'no_events' });
    expect(changed({ numerators: [1], denominators: [2] })).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(changed({ trim: 0.5 })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(changed({ trim: 0 })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(changed({ trim: Number.NaN })).toEqual({ kind: 'refused', reason: 'not_finite' });
    expect(changed({ kind: 'log_ratio', numerators: twelve.numerators.map((count) => count - 1) })).toEqual({
      kind: 'refused',
      reason: 'out_of_range',
    });
    expect(changed({ kind: 'log_ratio', numerators: [1, 2], denominators: [2, 2], trim: 0.4 })).toEqual({
      kind: 'refused',
      reason: 'too_few_values',
    });
  });
});

describe('orderQuantile', () => {
  it('lies between order statistics, in a straight line', () => {
    expect(orderQuantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(orderQuantile([10, 20], 0.1)).toBe(11);
    expect(orderQuantile([10, 20, 30], 0)).toBe(10);
    expect(orderQuantile([10, 20, 30], 1)).toBe(30);
  });
});
