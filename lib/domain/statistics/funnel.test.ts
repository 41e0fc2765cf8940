import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FunnelSignificance, funnelSignificance } from './funnel-significance';
import { type FunnelPoint, proportionFunnel } from './proportion-funnel';
import { rateFunnel, ratioFunnel } from './rate-funnel';

const units = fc
  .array(
    fc.integer({ min: 1, max: 3_000 }).chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size))),
    { minLength: 2, maxLength: 40 },
  )
  .filter((all) => all.some(([count]) => count > 0));

const columns = (all: readonly (readonly [number, number])[]) => ({
  counts: all.map(([count]) => count),
  sizes: all.map(([, size]) => size),
});

const isOrdered = (points: readonly FunnelPoint[], middle: number): boolean =>
  points.every((point) => {
    const rising = [0, point.lower3Sigma, point.lower2Sigma, middle, point.upper2Sigma, point.upper3Sigma];
    return rising.every((limit, i) => i === 0 || limit >= (rising[i - 1] ?? 0) - 1e-9 * middle);
  });

const isClosing = (points: readonly FunnelPoint[]): boolean =>
  points.every((point, i) => {
    const before = points[i - 1];
    return (
      !before ||
      (point.x > before.x && point.upper3Sigma <= before.upper3Sigma && point.lower3Sigma >= before.lower3Sigma)
    );
  });

describe('funnel limits', () => {
  it('of a proportion lie about the average in order and close with size', () => {
    fc.assert(
      fc.property(units, (all) => {
        const { counts, sizes } = columns(all);
        const result = proportionFunnel({ numerators: counts, denominators: sizes, multiplier: 1_000 });
        if (result.kind === 'refused') return false;
        return result.points.length === 100 && isOrdered(result.points, result.average) && isClosing(result.points);
      }),
    );
  });

  it('of a proportion end at the unit, whatever it is', () => {
    const input = { numerators: [1, 30], denominators: [2, 40] };
    expect(proportionFunnel(input)).toMatchObject({
      points: expect.arrayContaining([expect.objectContaining({ upper3Sigma: 1 })]),
    });
    expect(proportionFunnel({ ...input, multiplier: 1_000 })).toMatchObject({
      points: expect.arrayContaining([expect.objectContaining({ upper3Sigma: 1_000 })]),
    });
  });

  it('of a rate lie about the average in order and close with events', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 5 }), (all, yearsOfData) => {
        const { counts, sizes } = columns(all);
        const result = rateFunnel({ events: counts, exposures: sizes, multiplier: 1_000, yearsOfData });
        if (result.kind === 'refused') return false;
        const [first] = result.points;
        expect((first?.x ?? 0) / ((first?.population2SigmaLower ?? 0) * yearsOfData)).toBeCloseTo(
          (first?.lower2Sigma ?? 0) / 1_000,
          9,
        );
        return result.points.length === 100 && isOrdered(result.points, result.average) && isClosing(result.points);
      }),
    );
  });

  it('of a ratio lie about 100', () => {
    fc.assert(
      fc.property(units, (all) => {
        const { counts, sizes } = columns(all);
        const result = ratioFunnel(counts, sizes);
        return result.kind === 'computed' && isOrdered(result.points, 100) && isClosing(result.points);
      }),
    );
  });

  it('do not depend on the order of the units', () => {
    fc.assert(
      fc.property(units, (all) => {
        const { counts, sizes } = columns(all);
        const reversed = columns([...all].reverse());
        expect(proportionFunnel({ numerators: reversed.counts, denominators: reversed.sizes })).toEqual(
          proportionFunnel({ numerators: counts, denominators: sizes }),
        );
      }),
    );
  });

  it('refuse what is out of their domain', () => {
    const two = { numerators: [1, 2], denominators: [5, 5] };
    expect(proportionFunnel({ ...two, numerators: [1, 6] })).toEqual({
      kind: 'refused',
      reason: 'events_exceed_total',
    });
    expect(proportionFunnel({ ...two, numerators: [1] })).toEqual({ kind: 'refused', reason: 'lengths_differ' });
    expect(proportionFunnel({ numerators: [1], denominators: [2] })).toEqual({
      kind: 'refused',
      reason: 'too_few_values',
    });
    expect(proportionFunnel({ ...two, denominators: [5, 0] })).toEqual({ kind: 'refused', reason: 'no_denominator' });
    expect(proportionFunnel({ ...two, numerators: [-1, 2] })).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(proportionFunnel({ ...two, multiplier: -1 })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(proportionFunnel({ ...two, numerators: [Number.NaN, 2] })).toEqual({
      kind: 'refused',
      reason: 'not_finite',
    });
    expect(proportionFunnel({ ...two, denominators: [5, 1e16] })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    const rates = { events: [1, 2], exposures: [5, 5], multiplier: 1 };
    expect(rateFunnel({ ...rates, events: [0, 0] })).toEqual({ kind: 'refused', reason: 'no_events' });
    expect(rateFunnel({ ...rates, multiplier: 0 })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(rateFunnel({ ...rates, yearsOfData: 0 })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(rateFunnel({ ...rates, exposures: [0, 1] })).toEqual({ kind: 'refused', reason: 'no_denominator' });
    expect(rateFunnel({ ...rates, yearsOfData: Number.NaN })).toEqual({ kind: 'refused', reason: 'not_finite' });
    expect(rateFunnel({ ...rates, events: [1, 2e6] })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(ratioFunnel([1, 2], [1, 2e6])).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(ratioFunnel([1, -2], [1, 1])).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(ratioFunnel([1, 2], [1, 1], 0)).toEqual({ kind: 'refused', reason: 'out_of_range' });
  });
});

const severity: Record<FunnelSignificance, number> = {
  'low_0.001': -2,
  'low_0.025': -1,
  not_significant: 0,
  'high_0.025': 1,
  'high_0.001': 2,
};

describe('funnelSignificance', () => {
  it.each(['proportion', 'rate', 'ratio'] as const)('rises with the %s of units of one size', (statistic) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 30 }), (counts) => {
        const sorted = [...counts].sort((a, b) => a - b);
        const result = funnelSignificance({ statistic, numerators: sorted, denominators: sorted.map(() => 400) });
        if (result.kind === 'refused') return false;
        const ranks = result.units.map((unit) => severity[unit]);
        return ranks.every((rank, i) => i === 0 || rank >= (ranks[i - 1] ?? 0));
      }),
    );
  });

  it('refuses counts whose sum overflows', () => {
    const numerators = [1.7e308, 1.7e308];
    expect(funnelSignificance({ statistic: 'rate', numerators, denominators: [1, 1] })).toEqual({
      kind: 'refused',
      reason: 'out_of_range',
    });
  });

  it('compares a ratio with 1 and a rate with the average', () => {
    const far = { numerators: [200, 400], denominators: [100, 200] };
    expect(funnelSignificance({ statistic: 'ratio', ...far })).toMatchObject({ units: ['high_0.001', 'high_0.001'] });
    expect(funnelSignificance({ statistic: 'rate', ...far })).toMatchObject({
      units: ['not_significant', 'not_significant'],
    });
  });

  it('refuses what is out of its domain', () => {
    const numerators = [3, 1];
    expect(funnelSignificance({ statistic: 'proportion', numerators, denominators: [2, 2] })).toEqual({
      kind: 'refused',
      reason: 'events_exceed_total',
    });
    expect(funnelSignificance({ statistic: 'rate', numerators, denominators: [2, 2] })).toMatchObject({
      kind: 'computed',
    });
    expect(funnelSignificance({ statistic: 'rate', numerators: [3], denominators: [2] })).toEqual({
      kind: 'refused',
      reason: 'too_few_values',
    });
    expect(funnelSignificance({ statistic: 'ratio', numerators: [3], denominators: [2] })).toMatchObject({
      kind: 'computed',
    });
    expect(funnelSignificance({ statistic: 'rate', numerators, denominators: [2, 0] })).toEqual({
      kind: 'refused',
      reason: 'no_denominator',
    });
    expect(funnelSignificance({ statistic: 'rate', numerators: [-3, 1], denominators: [2, 2] })).toEqual({
      kind: 'refused',
      reason: 'negative_events',
    });
    expect(funnelSignificance({ statistic: 'rate', numerators, denominators: [2] })).toEqual({
      kind: 'refused',
      reason: 'lengths_differ',
    });
    expect(funnelSignificance({ statistic: 'rate', numerators: [Number.NaN, 1], denominators: [2, 2] })).toEqual({
      kind: 'refused',
      reason: 'not_finite',
    });
  });
});
