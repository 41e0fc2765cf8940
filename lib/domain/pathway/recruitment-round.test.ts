import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import json from '@/db/seeds/published/levers.json';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { modelRound } from './recruitment-round';
import type { LeverUse, RoundInputs, RoundOutcome } from './round';

const catalogue = LeverCatalogue.parse(json);
const region = (areaCode: string, posts: number, accepts: number) => ({ areaCode, areaName: areaCode, posts, accepts });
const use = (leverId: string, coverage = 1, costPerPlacePerYearGbp = 0): LeverUse => ({
  leverId,
  coverage,
  costPerPlacePerYearGbp,
  costYears: 3,
});
const goldenHello = (coverage = 1) => use('golden-hello', coverage, 20_000 / 3);

// Published 2024 rounds at ST4: Yorkshire and the Humber, West Midlands, London.
const st4: RoundInputs = {
  targetAreaCode: 'YH',
  level: 'ST4',
  regions: [region('YH', 157, 134), region('WM', 176, 148), region('LON', 319, 293)],
  peoplePerPlace: 2.8,
  levers: [],
  noEffectProbability: 0.5,
  targetExtraPosts: 10,
};

const resultOf = (change: Partial<RoundInputs>, seed = 2024): RoundOutcome => {
  const modelled = modelRound({ inputs: { ...st4, ...change }, catalogue, seed });
  if (modelled.kind === 'refused') throw new Error(modelled.message);
  return modelled.result;
};

describe('modelRound', () => {
  it('replays to identical numbers with the same seed and to others with another', () => {
    const levers = [use('one-region-guarantee', 0.4), goldenHello(0.7), use('early-notice')];
    expect(resultOf({ levers })).toEqual(resultOf({ levers }));
    expect(resultOf({ levers }, 2025).extraFilled).not.toEqual(resultOf({ levers }).extraFilled);
  });

  it('fills ten more ST4 posts in Yorkshire and the Humber with a shift of 0.0779', () => {
    const { target, breakEvenDeltaUtility } = resultOf({});
    expect(target.deltaUtility).toBeCloseTo(0.0779026, 6);
    expect(breakEvenDeltaUtility).toBeCloseTo(0.0080263, 6);
    // dU ÷ b ÷ 100 × £65,048 at the median b of 0.0258, and three years of it for 144 people.
    expect(Math.abs((target.payPerPlacePerYearGbp?.median ?? 0) / 1_964.1 - 1)).toBeLessThan(0.01);
    expect(Math.abs((target.costGbp?.median ?? 0) / 848_500 - 1)).toBeLessThan(0.01);
  });

  it('reads the same question on log-odds of fill as a shift of 0.6425', () => {
    const { target } = resultOf({});
    expect(target.fillOdds?.deltaUtility).toBeCloseTo(0.6425184, 6);
    expect(Math.abs((target.fillOdds?.costGbp.median ?? 0) / 6_998_000 - 1)).toBeLessThan(0.01);
  });

  it('reaches the last post with a golden hello, and pays everyone who accepts', () => {
    const got = resultOf({ levers: [goldenHello()] });
    expect(got.extraFilled.median).toBe(23);
    expect(got.fillRateAfter.upper95).toBe(1);
    expect(got.costGbp.median).toBeCloseTo(157 * 20_000, 6);
    expect(got.costPerExtraFilledGbp?.median).toBeCloseTo((157 * 20_000) / 23, 6);
    expect(got.fillOdds.extraFilled.median).toBeCloseTo(4.7, 1);
  });

  it('fills no more than the covered posts when an offer is on a few', () => {
    const got = resultOf({ levers: [goldenHello(0.1)] });
    expect(got.extraFilled.upper95 ?? 99).toBeLessThanOrEqual(2.3);
    expect(got.costGbp.upper95 ?? 0).toBeCloseTo(15.7 * 20_000, 6);
  });

  it('changes nothing, to the last bit, without a lever or with one that has no effect', () => {
    const none = resultOf({});
    const idle = resultOf({ levers: [use('lead-employer', 0.3), use('coaching', 0.6)], noEffectProbability: 1 });
    expect(idle).toEqual(none);
    expect([none.extraFilled.upper95, none.fromOtherRegions.upper95, none.chanceOfOneExtraPost]).toEqual([0, 0, 0]);
    expect(none.fillRateAfter.median).toBe(none.fillRateBefore);
  });

  it('gains nothing at the ceiling and says so', () => {
    const regions = [region('YH', 157, 157), region('WM', 176, 148)];
    const got = resultOf({ regions, levers: [goldenHello(0.5), use('one-region-guarantee', 0.8)] });
    expect(got.extraFilled).toMatchObject({ median: 0, lower95: 0, upper95: 0 });
    expect(got).toMatchObject({ atCeiling: true, breakEvenDeltaUtility: null, costPerExtraFilledGbp: null });
    expect(got.target).toMatchObject({ feasible: false, remark: 'Every post is filled, so fill can’t rise.' });
  });

  it('says how many posts are unfilled when more are asked for', () => {
    const { target } = resultOf({ targetExtraPosts: 24 });
    expect(target).toMatchObject({ feasible: false, deltaUtility: null, costGbp: null });
    expect(target.remark).toBe('Only 23 of 157 posts are unfilled, so 24 more can’t be filled.');
  });

  it('flags a target that needs more than was studied', () => {
    const { target } = resultOf({ regions: [region('YH', 157, 40)], targetExtraPosts: 100 });
    expect(target.feasible).toBe(true);
    expect(target.remark).toContain('outside the evidence');
  });

  it('takes every extra post from other regions or from elsewhere, and never passes the posts', () => {
    const level = fc.record({
      posts: fc.integer({ min: 5, max: 400 }),
      share: fc.double({ min: 0.1, max: 1, noNaN: true }),
    });
    const coverage = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(level, level, coverage, coverage, (one, other, first, second) => {
        const regions = [one, other].map(({ posts, share }, i) =>
          region(i ? 'B' : 'YH', posts, Math.max(1, Math.floor(posts * share))),
        );
        const levers = [use('longer-single-site-rotations', first), goldenHello(second)];
        const got = resultOf({ regions, levers });
        expect(got.fromOtherRegions.mean + got.fromElsewhere.mean).toBeCloseTo(got.extraFilled.mean, 8);
        expect(got.filledBefore + (got.extraFilled.upper95 ?? 0)).toBeLessThanOrEqual(one.posts + 1e-9);
        expect(got.fillRateAfter.upper95 ?? 2).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('shows 64 draws first, without a 95 % interval', () => {
    const parts: RoundOutcome[] = [];
    modelRound({
      inputs: { ...st4, levers: [goldenHello()] },
      catalogue,
      seed: 1,
      onBlock: (part) => parts.push(part),
    });
    expect(parts.map((part) => [part.draws, part.extraFilled.upper95, part.target.costGbp?.lower95])).toEqual([
      [64, null, null],
    ]);
  });

  it('gives no cost per post where no cost was entered', () => {
    expect(
      resultOf({ levers: [use('run-through-certainty')], noEffectProbability: 0 }).costPerExtraFilledGbp,
    ).toBeNull();
  });

  it.each([
    ['unknown_lever', { levers: [use('no-such-lever')] }],
    ['duplicate_lever', { levers: [use('coaching'), use('coaching')] }],
    ['out_of_range', { levers: [use('coaching', 1.1)] }],
    ['out_of_range', { noEffectProbability: 2 }],
    ['target_missing', { targetAreaCode: 'NE' }],
  ])('refuses with %s', (code, change) => {
    expect(modelRound({ inputs: { ...st4, ...change }, catalogue, seed: 1 })).toMatchObject({ kind: 'refused', code });
  });
});
