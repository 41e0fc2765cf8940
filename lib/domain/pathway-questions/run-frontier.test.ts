import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import type { Offer } from '@/lib/domain/levers/offers/offer';
import { exampleRun, offerOf } from '@/lib/testing/pathway-evaluator';
import type { Outcomes } from './draw-outcomes';
import { mixCandidates } from './mix-candidates';
import { type Mix, MOST_MIXES, type RunFrontier, runFrontier } from './run-frontier';

const DRAWS = 8;
const [FIRST, SECOND, THIRD] = ['XR-0', 'XR-1', 'XR-2'] as const;
const GUARANTEE = offerOf('one-region-guarantee', FIRST, { costPerPlacePerYearGbp: 2_000 });
const OFFERS = [offerOf('golden-hello', SECOND, { intensity: 10_000 }), GUARANTEE];

const beats = (one: Mix, other: Mix): boolean =>
  one.need.mean >= other.need.mean &&
  one.careers.mean >= other.careers.mean &&
  (one.need.mean > other.need.mean || one.careers.mean > other.careers.mean);

const asked = (offers: readonly Offer[], budgetGbp: number, evaluate = exampleRun(offers, DRAWS).evaluate) =>
  runFrontier({ offers, levers: PATHWAY_LEVERS, budgetGbp, evaluate });

const isInOrder = ({ mixes }: RunFrontier): boolean =>
  mixes.every((mix, at) => {
    const next = mixes[at + 1];
    return !next || (next.need.mean < mix.need.mean && next.careers.mean > mix.careers.mean);
  });

describe('runFrontier on the engine', () => {
  it('runs every mix where there are few, stays within the budget and shows none that another beats', async () => {
    const whole = await asked(OFFERS, 1e9);
    expect(whole).toMatchObject({ combinations: 15, evaluated: 15, addedUp: null, draws: DRAWS });
    expect(whole.levels).toEqual([
      [5_000, 10_000, 15_000, 20_000],
      [0.5, 1],
    ]);
    expect(isInOrder(whole)).toBe(true);
    expect(whole.mixes.some((mix) => beats(whole.option, mix))).toBe(false);
    const half = whole.option.costGbp / 2;
    const tight = await asked(OFFERS, half);
    expect(tight.mixes.length).toBeGreaterThan(0);
    for (const mix of tight.mixes) expect(mix.costGbp).toBeLessThanOrEqual(half * (1 + 1e-9));
    expect(tight.option).toEqual(whole.option);
  });

  it('gives nothing at all for no money, where everything costs', async () => {
    const { mixes } = await asked(OFFERS, 0);
    expect(mixes).toHaveLength(1);
    expect(mixes[0]).toMatchObject({ intensities: [null, null], costGbp: 0, need: { mean: 0 }, careers: { mean: 0 } });
  });

  it('with many offers runs no more than it says, and shows only mixes that were run together', async () => {
    const offers = [FIRST, SECOND, THIRD].flatMap((region) => [
      offerOf('golden-hello', region, { intensity: 8_000 }),
      offerOf('one-region-guarantee', region, { costPerPlacePerYearGbp: 1_500 }),
    ]);
    const { evaluate } = exampleRun(offers, 2);
    const seen = new Map<string, Outcomes>();
    const budgetGbp = 3e7;
    const answer = await asked(offers, budgetGbp, async (some) => {
      const outcomes = await evaluate(some);
      seen.set(
        JSON.stringify(some.map(({ leverId, regionCode, intensity }) => [leverId, regionCode, intensity])),
        outcomes,
      );
      return outcomes;
    });
    expect(answer.combinations).toBeGreaterThan(MOST_MIXES);
    expect(answer.evaluated).toBeLessThanOrEqual(MOST_MIXES);
    expect(seen.size).toBe(answer.evaluated);
    expect(answer.addedUp?.need).toBeGreaterThan(0);
    expect(isInOrder(answer)).toBe(true);
    for (const mix of answer.mixes) {
      const some = offers.flatMap(({ leverId, regionCode }, at) => {
        const intensity = mix.intensities[at] ?? null;
        return intensity === null ? [] : [[leverId, regionCode, intensity]];
      });
      expect(seen.get(JSON.stringify(some))?.need).toHaveLength(2);
      expect(mix.costGbp).toBeLessThanOrEqual(budgetGbp * (1 + 1e-9));
    }
  });
});

/** Effects that simply add up: the exact answer is known. */
const addedUp = (offers: readonly Offer[], effects: readonly (readonly [number, number, number])[]) =>
  asked(offers, 10, async (some) => {
    const sum = (of: 0 | 1 | 2) =>
      some.reduce((total, offer) => {
        const at = offers.findIndex(({ regionCode }) => regionCode === offer.regionCode);
        return total + (effects[at]?.[of] ?? 0) * offer.intensity;
      }, 0);
    const zero = [0];
    return {
      costGbp: [sum(0)],
      need: [sum(1)],
      careers: [sum(2)],
      worstOff: zero,
      extraPosts: zero,
      lostByOthers: zero,
    };
  });

describe('runFrontier on effects that add up', () => {
  it('never shows a mix that another within the budget beats, and says so of the option where one does', async () => {
    const effect = fc.tuple(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: -4, max: 9 }),
      fc.integer({ min: -4, max: 9 }),
    );
    const run = fc.array(effect, { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(run, async (effects) => {
        const offers = effects.map((_, at) => offerOf('one-region-guarantee', `R-${at}`));
        const answer = await addedUp(offers, effects);
        expect(answer.addedUp ?? { need: 0, careers: 0 }).toEqual({ need: 0, careers: 0 });
        expect(isInOrder(answer)).toBe(true);
        const { option, mixes, optionBeaten } = answer;
        expect(answer.tradedInDraws).toEqual(mixes.slice(1).map(() => 1));
        if (optionBeaten) {
          expect(beats(optionBeaten.by, option)).toBe(true);
          expect(optionBeaten.by.costGbp).toBeLessThanOrEqual(option.costGbp);
          expect(optionBeaten.shareOfDraws).toBe(1);
        }
        const better = mixes.filter((mix) => beats(mix, option) && mix.costGbp <= option.costGbp);
        expect(better.length === 0 || optionBeaten !== null).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('mixCandidates', () => {
  it('keeps both ends where there are more than may be run', () => {
    const choices = Array.from({ length: 9 }, (_, at) => [
      { intensity: 1, costGbp: 0, need: 9 - at, careers: at - 2 },
      { intensity: 2, costGbp: 0, need: 4 - at, careers: 2 * at },
    ]);
    const few = mixCandidates(choices, 100, 5);
    const all = mixCandidates(choices, 100, 10_000);
    expect(few).toHaveLength(5);
    expect([few[0], few.at(-1)]).toEqual([all[0], all.at(-1)]);
  });
});
