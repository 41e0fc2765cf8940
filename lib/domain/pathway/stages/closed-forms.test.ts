import { describe, expect, it } from 'vitest';
import { budgetChoice } from '@/lib/domain/pathway/outputs/budget-choice';
import { slopeIndexOf } from '@/lib/domain/pathway/outputs/country-measures';
import { needWeightedShortfall } from '@/lib/domain/pathway/outputs/need-shortfall';
import { annuityPresentValue, presentValueGbp } from '@/lib/domain/pathway/outputs/present-value';
import { burnoutMixtureMultiplier } from './burnout-mixture';
import { fixedProgramme, ltftProgramme } from './fixed-programme';
import { gapPoolYear2Hazard } from './gap-pool';
import { hazardRatioEffect } from './hazard';
import { stageChainSteadyState } from './stage-chain';
import { kappaFromStayShare, stayChain } from './stay-choice';

describe('closed forms beyond the published cases', () => {
  it('counts a programme of three years at 10 % a year: 100 + 90 + 81 trainees, 72.9 completions', () => {
    const { startOfYearStock, completionsPerYear } = fixedProgramme(100, 3, 0.1);
    expect([startOfYearStock, completionsPerYear]).toEqual([expect.closeTo(271, 10), expect.closeTo(72.9, 10)]);
    expect(fixedProgramme(100, 3, 0).startOfYearStock).toBe(300);
  });

  it('applies a ratio to the hazard: halving it turns 19 % a year into 10 %', () => {
    const got = hazardRatioEffect({ annualProbability: 0.19, hazardRatio: 0.5, years: 2, entrants: 100 });
    expect(got.newAnnualProbability).toBeCloseTo(0.1, 12);
    expect(got.extraCompletions).toBeCloseTo(81 - 65.61, 10);
  });

  it('never makes up for one region’s shortfall with another’s surplus', () => {
    expect(needWeightedShortfall([0.5, 0.5], [100, 100], [50, 150])).toBeCloseTo(0.25, 12);
  });

  it('completes as often less than full time where the hazard ratio is the FTE', () => {
    const { completionFullTime, ltftYears } = ltftProgramme({
      trainees: 1,
      ltftShare: 1,
      ltftFte: 0.7,
      fullTimeYears: 7,
      annualAttrition: 0.03,
    });
    const { survival } = hazardRatioEffect({
      annualProbability: 0.03,
      hazardRatio: 0.7,
      years: ltftYears,
      entrants: 1,
    });
    expect(survival).toBeCloseTo(completionFullTime, 12);
  });

  it('recovers the stay share from its constant', () => {
    const { transition } = stayChain(new Array<number>(17).fill(1), kappaFromStayShare(17, 0.48));
    expect(transition[3]?.[3]).toBeCloseTo(0.48, 12);
  });

  it('pays an annuity in advance a year earlier', () => {
    const one = { amountPerYearGbp: 100, years: 5, rate: 0.035 };
    expect(annuityPresentValue({ ...one, timing: 'advance' })).toBeCloseTo(
      presentValueGbp([100, 100, 100, 100, 100]),
      9,
    );
    expect(annuityPresentValue({ ...one, rate: 0, timing: 'arrears' })).toBe(500);
  });

  it('measures the slope from the most to the least deprived region', () => {
    const regions = [
      { population: 1, deprivationSteps: 0, rate: 30 },
      { population: 1, deprivationSteps: 4, rate: 10 },
    ];
    expect(slopeIndexOf(regions)).toBeCloseTo(40, 12);
  });

  it.each([
    () => stageChainSteadyState(1, [{ name: 'stuck', advanceRate: 0, exitRate: 0 }]),
    () => burnoutMixtureMultiplier(1.2, 0.1, 1.8),
    () => gapPoolYear2Hazard(30, 40),
    () => kappaFromStayShare(1, 0.5),
    () => stayChain([0, 1], 1),
    () => fixedProgramme(1, 2, 1),
    () => needWeightedShortfall([1], [0], [1]),
    () => budgetChoice(1, [{ id: 'free', cost: 0, benefit: 1 }]),
    () => hazardRatioEffect({ annualProbability: 1, hazardRatio: 1, years: 1, entrants: 1 }),
  ])('refuses what has no answer (%#)', (formula) => {
    expect(formula).toThrow(RangeError);
  });
});
