import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { offerOf } from '@/lib/domain/levers/offers/offer-fixture';
import { intensityLevels, mostIntensity } from './intensity-levels';

const supplement = PATHWAY_LEVERS.find(({ id }) => id === 'pay-supplement');
if (!supplement) throw new Error('no lever');
const ofGbp = (intensity: number) => offerOf('pay-supplement', { intensity });

describe('sizes that are tried', () => {
  it('go no further than what was studied, nor than what was set beyond it', () => {
    expect(mostIntensity(supplement, ofGbp(2_000))).toBe(6_667);
    expect(mostIntensity(supplement, ofGbp(9_000))).toBe(9_000);
    expect(intensityLevels(supplement, ofGbp(2_000))).toEqual([1_000, 2_000, 3_000, 4_000]);
    expect(intensityLevels(supplement, ofGbp(4_000))).toEqual([2_000, 4_000, 6_000]);
  });
});
