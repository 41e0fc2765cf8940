import { describe, expect, it } from 'vitest';
import json from '@/db/seeds/published/levers.json';
import { latinHypercube } from '@/lib/domain/statistics/latin-hypercube';
import { drawDeltaUtility, mayHaveNoEffect, moneyScale, packageShift } from './delta-utility';
import { LeverCatalogue } from './lever-catalogue';
import { GP_TRAINING_MEAN_BASIC_PAY_GBP } from './pay-scale';

const catalogue = LeverCatalogue.parse(json);
const contextOf = (noEffectProbability: number) => ({
  shared: catalogue.shared,
  sampler: latinHypercube(11),
  basicPayGbp: GP_TRAINING_MEAN_BASIC_PAY_GBP,
  noEffectProbability,
});
const draws = Array.from({ length: 256 }, (_, draw) => draw);

const drawsOf = (id: string, noEffectProbability = 0, payPerYearGbp = 0): number[] => {
  const lever = catalogue.levers.find((one) => one.id === id);
  if (!lever) throw new Error(`no lever ${id}`);
  const context = contextOf(noEffectProbability);
  return draws.flatMap((draw) => drawDeltaUtility({ lever, payPerYearGbp }, context, draw) ?? []);
};
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? Number.NaN;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('drawDeltaUtility', () => {
  it('reads £20,000 over three years of GP training as 0.303 (0.125 to 0.73)', () => {
    const got = drawsOf('golden-hello', 0, 20_000 / 3);
    expect(quantile(got, 0.5)).toBeCloseTo(0.303, 2);
    expect(Math.abs(quantile(got, 0.025) - 0.125)).toBeLessThan(0.01);
    expect(Math.abs(quantile(got, 0.975) - 0.73)).toBeLessThan(0.04);
  });

  it('gives a one-region guarantee a median near 0.23 and a mean near 0.27', () => {
    const got = drawsOf('one-region-guarantee');
    expect(Math.abs(quantile(got, 0.5) - 0.23)).toBeLessThan(0.02);
    expect(Math.abs(mean(got) - 0.27)).toBeLessThan(0.02);
  });

  it.each([
    ['early-notice', 0, 0.031],
    ['partner-and-caring-pre-allocation', 0, 0.059],
    ['travel-time', 0, 0.116],
    ['housing-support', 2_400, 0.109],
    ['relocation-support', 1_250, 0.057],
  ])('puts %s near the documented size', (id, pay, want) => {
    expect(Math.abs(quantile(drawsOf(id, 0, pay), 0.5) - want)).toBeLessThan(0.08 * want);
  });

  it('does nothing in the given share of draws where a lever is uncertain or a stable placement', () => {
    const zeros = (values: readonly number[]) => values.filter((value) => value === 0).length;
    expect(zeros(drawsOf('working-conditions', 0.5))).toBe(128);
    expect(zeros(drawsOf('housing-support', 0.25, 2_400))).toBe(64);
    expect(zeros(drawsOf('golden-hello', 0.5, 6_667))).toBe(0);
    expect(zeros(drawsOf('lead-employer', 1))).toBe(256);
  });

  it('gives no shift to levers that act on staying', () => {
    expect(['coaching', 'post-cct-fellowship', 'bonded-return-of-service'].flatMap((id) => drawsOf(id))).toEqual([]);
  });

  it('shares one money scale between levers', () => {
    const context = contextOf(0);
    const ratio = drawsOf('travel-time').map((shift, draw) => shift / moneyScale(context, draw));
    expect(Math.max(...ratio) - Math.min(...ratio)).toBeLessThan(1e-12);
  });

  it('lets every stable-placement lever have no effect', () => {
    expect(catalogue.levers.filter((one) => one.family === 'stability' && !mayHaveNoEffect(one))).toEqual([]);
  });
});

describe('packageShift', () => {
  it('counts the largest in full and the others at rho', () => {
    expect(packageShift([0.1, 0.3, 0.2], 0.5).deltaUtility).toBeCloseTo(0.45, 12);
  });

  it('leaves one lever untouched and none at 0', () => {
    expect(packageShift([0.3], 0.5).deltaUtility).toBe(0.3);
    expect(packageShift([-0.1], 0.5).deltaUtility).toBe(-0.1);
    expect(packageShift([], 0.5)).toEqual({ deltaUtility: 0, outsideEvidence: false });
  });

  it('flags above 1.0 and caps at 1.5', () => {
    expect(packageShift([1], 1)).toEqual({ deltaUtility: 1, outsideEvidence: false });
    expect(packageShift([0.8, 0.4], 1).outsideEvidence).toBe(true);
    expect(packageShift([1.2, 1.2], 1).deltaUtility).toBe(1.5);
  });
});
