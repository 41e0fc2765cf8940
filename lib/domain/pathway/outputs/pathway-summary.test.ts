import { describe, expect, it } from 'vitest';
import { NO_OPTION, type PathwayDraw, type PathwayOption } from '@/lib/domain/pathway/engine/pathway-option';
import { pathwayRunner, runDraws } from '@/lib/domain/pathway/engine/pathway-runner';
import { regionCell } from '@/lib/domain/pathway/engine/run-record';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { breakEvenEffect } from './break-even';
import { summariseHeadline } from './headline';
import { summarisePathway } from './pathway-summary';
import { presentValueGbp } from './present-value';

const input = pathwayExample(3, 10, ['general_practice', 'psychiatry']);
const scope = {
  regionCode: 'XR-1',
  group: null,
  fromYear: 2027,
  toYear: 2035,
  leverIds: ['golden-hello'],
  intensity: 1,
};
const option: PathwayOption = {
  ...NO_OPTION,
  shifts: [{ ...scope, node: 'specialty_entry', tied: null }],
  costs: [
    { ...scope, node: 'specialty_entry', coverage: 1, perEntrantPerYearGbp: 5_000, yearsPaid: 3, fixedPerYearGbp: 0 },
  ],
};
const central: PathwayDraw = {
  parameters: {},
  shifts: [0.3],
  hazardRatios: [],
  careerShifts: [],
  careerHazardRatios: [],
};
const draws: PathwayDraw[] = Array.from({ length: 16 }, (_, i) => ({
  ...central,
  parameters: { attritionFactor: 0.8 + i / 40 },
  shifts: [(i % 4) / 10],
}));
const runner = pathwayRunner(input, option);
const request = { input, option, layout: runner.layout, weighting: 'hee', classYear: 2035 };
const whole = summarisePathway({ ...request, chunks: [runDraws(runner, draws)] });

describe('summarisePathway', () => {
  it('gives the same numbers however the draws were shared out and in whatever order they came', () => {
    const other = pathwayRunner(input, option);
    const chunks = [runDraws(other, draws, 9, 16), runDraws(runner, draws, 0, 4), runDraws(other, draws, 4, 9)];
    expect(summarisePathway({ ...request, chunks })).toEqual(whole);
  });

  it('refuses draws that are missing', () => {
    const chunks = [runDraws(runner, draws, 1, 4)];
    expect(() => summarisePathway({ ...request, chunks })).toThrow(/missing/);
    expect(() => summariseHeadline({ ...request, chunks })).toThrow(/missing/);
    expect(() => summariseHeadline({ ...request, chunks: [] })).toThrow(/needs draws/);
  });

  it('has a headline of the same numbers to the last bit', () => {
    const { draws: count, totals, chanceOfOneExtraPost, extraPostsFilled } = whole;
    const chunks = [runDraws(runner, draws)];
    const headline = summariseHeadline({ ...request, chunks });
    expect(headline).toEqual({ draws: count, totals, chanceOfOneExtraPost, extraPostsFilled });
  });

  it('names no region that loses before movements are fitted, and each of them after', () => {
    const codes = new Set(whole.areas.map(({ areaCode }) => areaCode));
    expect([...codes]).toEqual(['XR-1', null]);
    const fitted = { ...input, choice: { ...input.choice, movementsFitted: true } };
    const chunks = [runDraws(pathwayRunner(fitted, option), draws)];
    const named = summarisePathway({ ...request, input: fitted, chunks });
    expect(new Set(named.areas.map(({ areaCode }) => areaCode))).toEqual(new Set(['XR-0', 'XR-1', 'XR-2']));
  });

  it('adds up: what the target gains is what others lose and what comes from outside', () => {
    const { gainTarget, lostByOtherRegions, fromOutside } = whole.totals;
    expect(gainTarget.mean).toBeGreaterThan(1);
    expect(lostByOtherRegions.mean + fromOutside.mean).toBeCloseTo(gainTarget.mean, 6);
  });

  it('gives foundation posts filled, which an offer at F1 moves; on screen too, of those who lose them', () => {
    const atF1 = { ...option, shifts: [{ ...scope, node: 'foundation' as const, tied: null }], costs: [] };
    const chunks = [runDraws(pathwayRunner(input, atF1), draws)];
    const { areas } = summarisePathway({ ...request, option: atF1, chunks, detail: 'screen' });
    const changes = areas
      .filter(({ measure }) => measure === 'foundationFilled')
      .map(({ areaCode, years }) => [areaCode, Math.sign(years[1]?.difference.mean ?? 0)]);
    expect(changes).toEqual([
      ['XR-1', 1],
      [null, -1],
    ]);
    const others = (of: typeof whole) => of.areas.filter(({ isTarget }) => !isTarget).map(({ measure }) => measure);
    const plain = summarisePathway({ ...request, chunks: [runDraws(runner, draws)], detail: 'screen' });
    expect(others(plain)).toEqual(['postsFilled']);
  });

  it('quotes 95 % limits only from 256 draws', () => {
    expect(whole.totals.gainTarget.lower95).toBeNull();
    const many = Array.from({ length: 256 }, (_, i) => ({ ...central, shifts: [i / 1000] }));
    const big = summarisePathway({ ...request, chunks: [runDraws(runner, many)] });
    expect(big.totals.gainTarget.upper95).toBeGreaterThan(big.totals.gainTarget.upper80);
  });

  it('gives classes in the year that is asked for: where an offer has ended, nothing is left of it', () => {
    const changeIn = (classYear: number): number => {
      const { classes, ...got } = summarisePathway({ ...request, option: brief, classYear, chunks: briefChunks });
      expect(got.classYear).toBe(classYear);
      return Math.max(...classes.map(({ inclusiveValue: { difference } }) => difference.median));
    };
    const brief = { ...option, shifts: option.shifts.map((shift) => ({ ...shift, toYear: 2028 })) };
    const briefChunks = [runDraws(pathwayRunner(input, brief), draws)];
    expect(changeIn(2028)).toBeGreaterThan(0.01);
    expect(Math.abs(changeIn(2035))).toBeLessThan(changeIn(2028) / 4);
  });

  it('counts a draw without an effect as no extra post', () => {
    expect(whole.chanceOfOneExtraPost).toBe(0.75);
  });

  it('gives what is paid in each year, which discounted comes to the whole cost', () => {
    const paid = whole.country.find(({ measure }) => measure === 'costGbp')?.years ?? [];
    expect(paid.map(({ baseline }) => baseline.mean)).toEqual(Array.from({ length: 10 }, () => 0));
    const means = paid.map(({ difference }) => difference.mean);
    expect(Math.max(...means)).toBeGreaterThan(10_000);
    expect(presentValueGbp(means)).toBeCloseTo(whole.totals.costGbp.mean, 4);
  });

  it('discounts: three years of £5,000 for each of the entrants come to less than £15,000 each', () => {
    const { costGbp, additionalCctFte, costPerAdditionalCctFteGbp } = whole.totals;
    const entrants = whole.areas
      .filter(({ areaCode, measure }) => areaCode === 'XR-1' && measure === 'postsFilled')
      .flatMap(({ years }) => years.map(({ option: filled }) => filled.mean))
      .reduce((sum, filled) => sum + filled, 0);
    expect(costGbp.mean).toBeGreaterThan(1_000_000);
    expect(costGbp.mean).toBeLessThan(15_000 * entrants);
    expect(additionalCctFte.mean).toBeGreaterThan(0);
    expect(costPerAdditionalCctFteGbp?.median).toBeGreaterThan(15_000);
  });
});

describe('summarisePathway without a ceiling', () => {
  const unlimited = { ...input, switches: { ...input.switches, ceiling: 'off' as const } };
  const chunks = [runDraws(pathwayRunner(unlimited, option), draws)];
  const got = summarisePathway({ ...request, input: unlimited, chunks });

  it('has more people than posts somewhere, and still nothing vacant below 0', () => {
    const crowded = got.areas.filter(({ measure }) => measure === 'excessDemandRatio').flatMap(({ years }) => years);
    expect(Math.max(...crowded.map(({ option: after }) => after.median))).toBeGreaterThan(1);
    const vacant = got.areas.filter(({ measure }) => measure === 'postsVacant').flatMap(({ years }) => years);
    expect(Math.min(...vacant.flatMap(({ baseline, option: after }) => [baseline.lower80, after.lower80]))).toBe(0);
  });

  it('gives no cost per gain: what is gained are no posts', () => {
    expect(got.totals.additionalCctFte.mean).toBeGreaterThan(0);
    expect(got.totals).toMatchObject({
      costPerAdditionalCctFteGbp: null,
      costPerAdditionalNeedWeightedCctFteGbp: null,
    });
  });
});

describe('breakEvenEffect', () => {
  const extraOf = (baseline: Float64Array, after: Float64Array): number => {
    const cell = regionCell(runner.layout, 'filledEntry', 2) + 1;
    return (after[cell] ?? 0) - (baseline[cell] ?? 0);
  };

  it('finds the shift at which one more post is filled', () => {
    const found = breakEvenEffect({ runner, central, extraOf });
    expect(found?.deltaUtility).toBeGreaterThan(0);
    expect(found?.deltaUtility).toBeLessThan(0.3);
  });

  it('has none where the asked-for posts are beyond reach', () => {
    expect(breakEvenEffect({ runner, central, extraOf, extraPosts: 10_000 })).toBeNull();
    expect(breakEvenEffect({ runner, central: { ...central, shifts: [0] }, extraOf })).toBeNull();
  });
});
