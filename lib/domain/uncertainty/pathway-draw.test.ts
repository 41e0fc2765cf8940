import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { checkOffers } from '@/lib/domain/levers/offers/check-offers';
import type { Horizon, Offer } from '@/lib/domain/levers/offers/offer';
import { offerOf } from '@/lib/domain/levers/offers/offer-fixture';
import { planOption } from '@/lib/domain/levers/offers/plan-option';
import { checkPathwayDraw, checkPathwayOption } from '@/lib/domain/pathway/engine/check-pathway-option';
import { compileOption } from '@/lib/domain/pathway/engine/compiled-option';
import { compilePathway } from '@/lib/domain/pathway/engine/compiled-pathway';
import { NO_OPTION, type PathwayDraw, type PathwayOption } from '@/lib/domain/pathway/engine/pathway-option';
import { runPathway } from '@/lib/domain/pathway/engine/run-pathway';
import { type RegionMetric, regionCell, yearCell } from '@/lib/domain/pathway/engine/run-record';
import { runState } from '@/lib/domain/pathway/engine/run-state';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { pathwayDraws } from './draw-plan';
import { pairedDraw } from './pathway-draw';

const input = pathwayExample(3, 12, ['general_practice', 'psychiatry', 'paediatrics']);
const horizon: Horizon = { ...input, places: input.posts };
const compiled = compilePathway(input);
const state = runState(compiled);

const setting = {
  sampler: pathwayDraws(21),
  noEffectProbability: 0,
  preferences: 'unchanged',
  choice: 'plain',
  movements: { kind: 'not_loaded', donorsNamed: false },
} as const;

const recordOf = (option: PathwayOption, draw: PathwayDraw): Float64Array => {
  const record = new Float64Array(state.layout.length);
  runPathway(state, { option: compileOption(compiled, option), draw }, record, 'every_year');
  return record;
};
const inNorth = (set: Partial<Offer>) => ({ regionCode: 'XR-1', ...set });
const planOf = (...offers: Offer[]) => planOption(offers, PATHWAY_LEVERS, horizon);
const at = (record: Float64Array, metric: RegionMetric, region: number, year: number): number =>
  record[regionCell(state.layout, metric, year) + region] ?? Number.NaN;
const years = Array.from({ length: 12 }, (_, year) => year);

describe('pairedDraw in the pathway', () => {
  it('is the baseline to the last bit without levers', () => {
    const plan = planOf();
    const { baseline, option } = pairedDraw(plan, setting, 4);
    expect(recordOf(plan.option, option)).toEqual(recordOf(NO_OPTION, baseline));
  });

  it('is the baseline to the last bit, but for what it costs, where every lever does nothing', () => {
    const plan = planOf(
      offerOf('one-region-guarantee', inNorth({ coverage: 0.4, costPerPlacePerYearGbp: 900 })),
      offerOf('longer-single-site-rotations', inNorth({ intensity: 6 })),
    );
    const { baseline, option } = pairedDraw(plan, { ...setting, noEffectProbability: 1 }, 4);
    const [without, with_] = [recordOf(NO_OPTION, baseline), recordOf(plan.option, option)];
    const costs = years.map((year) => yearCell(state.layout, 'costGbp', year));
    expect(costs.map((cell) => with_[cell] ?? 0).some((gbp) => gbp > 0)).toBe(true);
    for (const cell of costs) with_[cell] = 0;
    expect(with_).toEqual(without);
  });

  it.each(PATHWAY_LEVERS.map((lever) => ({ id: lever.id, lever })))(
    '$id runs as suggested, loses nobody and fills no post twice',
    ({ lever }) => {
      const offer = offerOf(
        lever.id,
        inNorth({
          nodes: [...lever.nodes],
          intensity: lever.intensity.suggested,
          group: lever.groups?.find((group) => group === 'general_practice' || group === 'psychiatry') ?? null,
        }),
      );
      expect(checkOffers([offer], PATHWAY_LEVERS, horizon)).toEqual([]);
      const plan = planOf(offer);
      const { option } = pairedDraw(plan, setting, 7);
      expect(checkPathwayOption(input, plan.option, new Set([lever.id]))).toEqual([]);
      expect(checkPathwayDraw(plan.option, option)).toEqual([]);
      expect(() => recordOf(plan.option, option)).not.toThrow();
    },
  );

  it('draws more to the region and no more to its rivals, from the first year of the offer on', () => {
    const plan = planOf(offerOf('pay-supplement', inNorth({ intensity: 4_000 })));
    const { baseline, option } = pairedDraw(plan, setting, 11);
    const [without, with_] = [recordOf(NO_OPTION, baseline), recordOf(plan.option, option)];
    const gain = (region: number, year: number) =>
      at(with_, 'demandEntry', region, year) - at(without, 'demandEntry', region, year);
    expect(gain(1, 0)).toBe(0);
    expect(gain(1, 1)).toBeGreaterThan(0);
    expect(gain(0, 1)).toBeLessThan(0);
    expect(gain(2, 1)).toBeLessThan(0);
  });

  it('keeps more trainees with coaching, in its region alone', () => {
    const plan = planOf(offerOf('coaching', inNorth({})));
    const { baseline, option } = pairedDraw(plan, setting, 11);
    const [without, with_] = [recordOf(NO_OPTION, baseline), recordOf(plan.option, option)];
    expect(at(with_, 'leftTraining', 1, 1)).toBeLessThan(at(without, 'leftTraining', 1, 1));
    expect(at(with_, 'leftTraining', 0, 1)).toBe(at(without, 'leftTraining', 0, 1));
  });

  it('changes the whole world from draw to draw, alike for baseline and option', () => {
    const plan = planOf(offerOf('coaching', inNorth({})));
    const [one, other] = [pairedDraw(plan, setting, 1), pairedDraw(plan, setting, 2)];
    expect(one.option.parameters).toEqual(one.baseline.parameters);
    expect(one.baseline.parameters).not.toEqual(other.baseline.parameters);
  });
});
