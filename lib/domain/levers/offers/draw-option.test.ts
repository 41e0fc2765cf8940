import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { DELTA_UTILITY_CAP } from '@/lib/domain/levers/delta-utility';
import { pathwayDraws } from '@/lib/domain/uncertainty/draw-plan';
import { drawOption, isOutsideEvidence } from './draw-option';
import type { DrawSetting } from './lever-draw';
import type { Offer } from './offer';
import { HORIZON, offerOf } from './offer-fixture';
import { type OptionPlan, planOption } from './plan-option';

const settingOf = (noEffectProbability = 0, seed = 11): DrawSetting => ({
  sampler: pathwayDraws(seed),
  noEffectProbability,
  preferences: 'unchanged',
});
const planOf = (...offers: Offer[]) => planOption(offers, PATHWAY_LEVERS, HORIZON);
const drawsOf = (plan: ReturnType<typeof planOf>, setting = settingOf()) =>
  Array.from({ length: 256 }, (_, draw) => drawOption(plan, setting, draw));
const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? Number.NaN;
const mean = (values: readonly number[]) => values.reduce((all, one) => all + one, 0) / values.length;

const firstShifts = (offer: Offer, setting = settingOf()) =>
  drawsOf(planOf(offer), setting).map(({ shifts }) => shifts[0] ?? Number.NaN);
const gp = { group: 'general_practice' } as const;
const lastHazards = (offer: Offer, setting = settingOf()) =>
  drawsOf(planOf(offer), setting).map(({ hazardRatios }) => hazardRatios.at(-1) ?? Number.NaN);

describe('drawOption', () => {
  it('is nothing at all without levers, and without intensity or posts', () => {
    const none = planOf();
    const idle = planOf(offerOf('golden-hello', { intensity: 0 }), offerOf('coaching', { coverage: 0 }));
    expect(idle).toEqual(none);
    expect(Object.values(none.option).flat()).toEqual([]);
    expect(drawOption(none, settingOf(), 3)).toEqual({
      shifts: [],
      hazardRatios: [],
      careerShifts: [],
      careerHazardRatios: [],
    });
    expect(isOutsideEvidence(none, settingOf(), 3)).toBe(false);
  });

  it('is exactly 0 and exactly 1 in draws in which a lever does nothing, whatever part of the posts it is on', () => {
    const offers = PATHWAY_LEVERS.filter(({ family }) => family === 'stability').map(({ id, nodes, groups }) =>
      offerOf(id, { nodes: [...nodes], group: groups?.[2] ?? null, coverage: id.startsWith('run') ? 1 : 0.3 }),
    );
    const got = drawOption(planOf(...offers), settingOf(1), 5);
    expect(got.shifts.length).toBeGreaterThan(0);
    expect(got.careerShifts.length).toBeGreaterThan(0);
    expect([...got.shifts, ...got.careerShifts].filter((shift) => shift !== 0)).toEqual([]);
    expect([...got.hazardRatios, ...got.careerHazardRatios].filter((ratio) => ratio !== 1)).toEqual([]);
  });

  it('reads £20,000 for GP trainees as 0.303 (0.125 to 0.73)', () => {
    const got = firstShifts(offerOf('golden-hello', { ...gp, intensity: 20_000 }));
    expect(quantile(got, 0.5)).toBeCloseTo(0.303, 2);
    expect(Math.abs(quantile(got, 0.025) - 0.125)).toBeLessThan(0.01);
    expect(Math.abs(quantile(got, 0.975) - 0.73)).toBeLessThan(0.04);
  });

  it.each<[string, Partial<Offer>, number]>([
    ['early-notice', {}, 0.031],
    ['travel-time', { intensity: 5 }, 0.116],
    ['housing-support', { ...gp, intensity: 200 }, 0.109],
    ['relocation-support', { ...gp, intensity: 1_250 }, 0.057],
    ['study-budget', { ...gp, intensity: 1_000 }, 0.0454],
    ['working-conditions', { intensity: 1 / 6 }, 0.214],
    ['supportive-culture', {}, 0.2],
    ['linked-foundation-specialty-posts', gp, 0.23],
    ['partner-and-caring-pre-allocation', {}, 0.297],
  ])('puts %s near its worked size', (id, set, want) => {
    expect(Math.abs(quantile(firstShifts(offerOf(id, set)), 0.5) - want)).toBeLessThan(0.08 * want);
  });

  it('gives a one-region guarantee a median near 0.23, a mean near 0.27 and a hazard ratio near 0.96', () => {
    const got = firstShifts(offerOf('one-region-guarantee'));
    expect(Math.abs(quantile(got, 0.5) - 0.23)).toBeLessThan(0.02);
    expect(Math.abs(mean(got) - 0.27)).toBeLessThan(0.02);
    expect(quantile(lastHazards(offerOf('one-region-guarantee', gp)), 0.5)).toBeCloseTo(0.96, 1);
  });

  it('gives coaching a hazard ratio of 0.966 (0.93 to 0.99) and nothing at entry', () => {
    const plan = planOf(offerOf('coaching', gp));
    expect(plan.option.shifts).toEqual([]);
    const got = lastHazards(offerOf('coaching', gp));
    expect(quantile(got, 0.5)).toBeCloseTo(0.966, 2);
    expect(quantile(got, 0.025)).toBeCloseTo(0.93, 1);
    expect(quantile(got, 0.975)).toBeCloseTo(0.99, 1);
  });

  it('shares one money scale between levers', () => {
    const draws = drawsOf(planOf(offerOf('travel-time', gp), offerOf('golden-hello', { ...gp, regionCode: 'south' })));
    const ratios = draws.map(({ shifts }) => (shifts[0] ?? 0) / (shifts[1] ?? 0));
    expect(Math.max(...ratios) - Math.min(...ratios)).toBeLessThan(1e-9);
  });

  it('does nothing in half of the draws at 0.5, at entry and on leaving together; never for a golden hello at entry', () => {
    const setting = settingOf(0.5);
    const plan = planOf(offerOf('longer-single-site-rotations', { ...gp, intensity: 6 }));
    const draws = drawsOf(plan, setting);
    const idle = draws.filter(({ shifts }) => shifts[0] === 0);
    expect(idle).toHaveLength(128);
    expect(idle.filter(({ hazardRatios }) => hazardRatios[0] !== 1)).toEqual([]);
    const hello = offerOf('golden-hello', { ...gp, intensity: 20_000 });
    expect(firstShifts(hello, setting).filter((shift) => shift === 0)).toEqual([]);
    expect(lastHazards(hello, setting).filter((ratio) => ratio === 1)).toHaveLength(128);
  });

  it('halves what surveys say, and not money, where preferences have shifted', () => {
    const shifted: DrawSetting = { ...settingOf(), preferences: 'shifted' };
    const guarantee = offerOf('one-region-guarantee');
    const [one = 0] = firstShifts(guarantee);
    expect(firstShifts(guarantee, shifted)[0]).toBeCloseTo(one / 2, 12);
    const pay = offerOf('pay-supplement', { intensity: 3_000 });
    expect(firstShifts(pay, shifted)).toEqual(firstShifts(pay));
  });

  it('is as strong as somebody says: 80 % of draws between the ends they gave, exact where they are one', () => {
    const hello = offerOf('golden-hello', { ...gp, intensity: 2_000 });
    const evidence = firstShifts(hello);
    const half = firstShifts({ ...hello, strength: { low: 0.5, high: 0.5 } });
    expect(half.map((shift, draw) => shift / (evidence[draw] ?? 1))).toEqual(half.map(() => expect.closeTo(0.5, 12)));
    const own = firstShifts({ ...hello, strength: { low: 0.5, high: 1.5 } });
    const ratios = own.map((shift, draw) => shift / (evidence[draw] ?? 1));
    expect(quantile(ratios, 0.1)).toBeCloseTo(0.5, 1);
    expect(quantile(ratios, 0.9)).toBeCloseTo(1.5, 1);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(0);
  });

  it('caps a package at 1.5 and says that it lies outside the evidence', () => {
    const plan = planOf(offerOf('working-conditions'), offerOf('pay-supplement', { intensity: 30_000 }));
    const draws = drawsOf(plan);
    const isOutside = (of: OptionPlan) => draws.map((_, draw) => isOutsideEvidence(of, settingOf(), draw));
    expect(Math.max(...draws.flatMap(({ shifts }) => shifts))).toBe(DELTA_UTILITY_CAP);
    expect(isOutside(plan)).toContain(true);
    expect(isOutside(planOf(offerOf('early-notice')))).not.toContain(true);
  });

  it('grows with coverage, and never passes the whole', () => {
    const setting = settingOf();
    const at = (percent: number, draw: number) => {
      const offer = offerOf('pay-supplement', { ...gp, intensity: 2_000, coverage: percent / 100 });
      const { shifts, hazardRatios } = drawOption(planOf(offer), setting, draw);
      return { shift: shifts[0] ?? Number.NaN, ratio: hazardRatios.at(-1) ?? Number.NaN };
    };
    const percent = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(percent, percent, fc.integer({ min: 0, max: 255 }), (one, other, draw) => {
        const [small, large] = [at(Math.min(one, other), draw), at(Math.max(one, other), draw)];
        const whole = at(100, draw);
        expect(small.shift).toBeGreaterThan(0);
        expect(small.shift).toBeLessThanOrEqual(large.shift);
        expect(large.shift).toBeLessThan(whole.shift);
        expect(small.ratio).toBeLessThan(1);
        expect(small.ratio).toBeGreaterThanOrEqual(large.ratio);
        expect(large.ratio).toBeGreaterThan(whole.ratio);
      }),
    );
  });

  it('does not depend on the order of offers or of regions', () => {
    const offers = [
      offerOf('one-region-guarantee', { ...gp, coverage: 0.6 }),
      offerOf('pay-supplement', { ...gp, intensity: 3_000, coverage: 0.3 }),
      offerOf('coaching', { ...gp, regionCode: 'south' }),
    ];
    const turned = { ...HORIZON, places: [...HORIZON.places].reverse() };
    const sizes = (horizon: typeof HORIZON, set: readonly Offer[]) => {
      const plan = planOption(set, PATHWAY_LEVERS, horizon);
      const drawn = drawOption(plan, settingOf(0.2), 31);
      const named = (list: readonly { regionCode: string; fromYear: number }[], values: readonly number[]) =>
        list.map(({ regionCode, fromYear }, i): [string, number] => [`${regionCode} ${fromYear}`, values[i] ?? 0]);
      return new Map([
        ...named(plan.option.shifts, drawn.shifts),
        ...named(plan.option.hazards, drawn.hazardRatios).map(([name, one]): [string, number] => [`left ${name}`, one]),
      ]);
    };
    const straight = sizes(HORIZON, offers);
    expect(straight.size).toBeGreaterThan(3);
    for (const other of [sizes(HORIZON, offers.toReversed()), sizes(turned, offers)]) {
      expect([...other.keys()].sort()).toEqual([...straight.keys()].sort());
      for (const [name, value] of straight) expect(other.get(name)).toBeCloseTo(value, 14);
    }
  });

  it('gives the same draw whichever draws were made before', () => {
    const plan = planOf(offerOf('one-region-guarantee'), offerOf('coaching'));
    const late = drawOption(plan, settingOf(0.5), 700);
    const setting = settingOf(0.5);
    drawOption(plan, setting, 2);
    expect(drawOption(plan, setting, 700)).toEqual(late);
  });
});
