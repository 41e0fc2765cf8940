import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leverDisplacement } from './displacement';
import { ModelInputError } from './model-input-error';
import { rationedChoice } from './rationed-choice';

const region = fc.record({
  utility: fc.double({ min: -3, max: 3, noNaN: true }),
  posts: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
});
const regions = fc.array(region, { minLength: 1, maxLength: 8 });
const people = fc.integer({ min: 1, max: 2_000 });
const shift = fc.double({ min: 0, max: 1.5, noNaN: true });

type Region = { utility: number; posts: number | null };
const roundOf = (applicants: number, list: readonly Region[]) => ({
  applicants,
  utilities: list.map((one) => one.utility),
  outsideUtility: 0,
  capacity: list.map((one) => one.posts),
});

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const gap = (one: readonly number[], other: readonly number[]): number =>
  Math.max(...one.map((value, i) => Math.abs(value - (other[i] ?? Number.NaN))));
const with1 = (list: readonly Region[], extra: number): Region[] =>
  list.map((one, i) => (i === 0 ? { ...one, utility: one.utility + extra } : one));

describe('rationedChoice', () => {
  it('never fills more than the posts and loses nobody', () => {
    fc.assert(
      fc.property(people, regions, (n, list) => {
        const { filled, outsideShare, shadowPrice } = rationedChoice(roundOf(n, list));
        expect(list.every((one, i) => one.posts === null || (filled[i] ?? 0) <= one.posts)).toBe(true);
        expect(total(filled) + (outsideShare ?? 0) * n).toBeCloseTo(n, 8);
        expect(shadowPrice.every((price) => price >= 0)).toBe(true);
      }),
    );
  });

  it('satisfies its own equations: P = e^(V − μ) / (1 + Σ e^(V − μ)) with μ only where posts are full', () => {
    fc.assert(
      fc.property(people, regions, (n, list) => {
        const { shares, shadowPrice, filled } = rationedChoice(roundOf(n, list));
        const weights = list.map((one, i) => Math.exp(one.utility - (shadowPrice[i] ?? 0)));
        const scale = 1 + total(weights);
        expect(
          gap(
            shares,
            weights.map((weight) => weight / scale),
          ),
        ).toBeLessThan(1e-12);
        expect(list.every((one, i) => shadowPrice[i] === 0 || filled[i] === one.posts)).toBe(true);
      }),
    );
  });

  it('permutes its output with the regions', () => {
    fc.assert(
      fc.property(people, regions, (n, list) => {
        const forward = rationedChoice(roundOf(n, list));
        const backward = rationedChoice(roundOf(n, [...list].reverse()));
        expect(gap(forward.filled, [...backward.filled].reverse())).toBeLessThan(1e-9);
      }),
    );
  });

  it('gives the same total when a region is split into two identical halves', () => {
    fc.assert(
      fc.property(people, region, regions, (n, split, rest) => {
        const half = { utility: split.utility - Math.LN2, posts: split.posts === null ? null : split.posts / 2 };
        const whole = rationedChoice(roundOf(n, [split, ...rest])).filled;
        const [left = 0, right = 0, ...others] = rationedChoice(roundOf(n, [half, half, ...rest])).filled;
        expect(gap(whole, [left + right, ...others])).toBeLessThan(1e-9);
      }),
    );
  });

  it('keeps its shares when people and posts double', () => {
    fc.assert(
      fc.property(people, regions, (n, list) => {
        const doubled = list.map((one) => ({ ...one, posts: one.posts === null ? null : one.posts * 2 }));
        const got = rationedChoice(roundOf(n * 2, doubled)).shares;
        expect(gap(rationedChoice(roundOf(n, list)).shares, got)).toBeLessThan(1e-12);
      }),
    );
  });

  it('is unchanged to the last bit by a lever of no effect', () => {
    fc.assert(
      fc.property(people, regions, (n, list) => {
        const round = roundOf(n, list);
        const got = leverDisplacement({ ...round, delta: list.map(() => 0), target: 0 });
        expect(got.after).toEqual(got.before);
        expect(got.gainTarget).toBe(0);
      }),
    );
  });

  it('fills no less in a region that gains utility and no more in its rivals', () => {
    fc.assert(
      fc.property(people, regions, shift, (n, list, extra) => {
        const [before = 0, ...rivalsBefore] = rationedChoice(roundOf(n, list)).filled;
        const [after = 0, ...rivalsAfter] = rationedChoice(roundOf(n, with1(list, extra))).filled;
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        expect(rivalsAfter.every((filled, i) => filled <= (rivalsBefore[i] ?? 0) + 1e-9)).toBe(true);
      }),
    );
  });

  it('takes every gain from other regions or from outside', () => {
    fc.assert(
      fc.property(people, regions, shift, (n, list, extra) => {
        const delta = list.map((_, i) => (i === 0 ? extra : 0));
        const got = leverDisplacement({ ...roundOf(n, list), delta, target: 0 });
        const sources = got.displacedFromOtherRegions + (got.gainedFromOutside ?? Number.NaN);
        expect(Math.abs(got.gainTarget - sources)).toBeLessThan(1e-9);
      }),
    );
  });

  it('moves only the shadow price where every region stays full', () => {
    const full = [
      { utility: 1, posts: 40 },
      { utility: 0, posts: 60 },
    ];
    fc.assert(
      fc.property(shift, (extra) => {
        const before = rationedChoice(roundOf(400, full));
        const after = rationedChoice(roundOf(400, with1(full, extra)));
        expect(after.filled).toEqual(before.filled);
        expect((after.shadowPrice[0] ?? 0) - (before.shadowPrice[0] ?? 0)).toBeCloseTo(extra, 12);
      }),
    );
  });

  it('keeps the ratio between uncapped regions when all gain the same', () => {
    fc.assert(
      fc.property(people, shift, (n, extra) => {
        const open = [0.3, -1].map((utility) => ({ utility, posts: null }));
        const before = rationedChoice(roundOf(n, open));
        const after = rationedChoice(
          roundOf(
            n,
            open.map((one) => ({ ...one, utility: one.utility + extra })),
          ),
        );
        const ratio = ([one = 0, other = 1]: readonly number[]) => one / other;
        expect(ratio(after.filled)).toBeCloseTo(ratio(before.filled), 10);
        expect(after.outsideShare ?? 1).toBeLessThanOrEqual(before.outsideShare ?? 0);
      }),
    );
  });

  it('refuses what has no answer', () => {
    const round = { applicants: 10, utilities: [0], outsideUtility: null, capacity: [5] };
    expect(() => rationedChoice(round)).toThrow(ModelInputError);
    expect(() => rationedChoice({ ...round, applicants: 0 })).toThrow(ModelInputError);
    expect(() => rationedChoice({ ...round, outsideUtility: 0, capacity: [0] })).toThrow(ModelInputError);
    expect(() => rationedChoice({ ...round, outsideUtility: 0, utilities: [Number.NaN] })).toThrow(ModelInputError);
    expect(() => rationedChoice({ ...round, outsideUtility: 0, capacity: [] })).toThrow(ModelInputError);
  });
});
