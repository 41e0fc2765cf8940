import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { DrawChunk } from '@/lib/domain/pathway/engine/pathway-runner';
import type { MeasureSetting } from '@/lib/domain/pathway/outputs/area-measures';
import { COUNTRY_MEASURES, type CountryMeasure, countryMeasures } from '@/lib/domain/pathway/outputs/country-measures';
import { drawTotals } from '@/lib/domain/pathway/outputs/draw-totals';
import { eachDraw } from '@/lib/domain/pathway/outputs/pathway-summary';

/** What offers come to against none, one number per draw; the areas are those of the whole run, whatever is offered. */
export interface Outcomes {
  /** Specialty posts filled more in the run's target regions, over all years. */
  readonly extraPosts: readonly number[];
  readonly lostByOthers: readonly number[];
  /** £, discounted at 3.5 %. */
  readonly costGbp: readonly number[];
  /** Need-weighted shortfall that goes, mean over the years, percentage points. */
  readonly need: readonly number[];
  /** Mean inclusive value at CT1/ST1, mean over the years, utility. */
  readonly careers: readonly number[];
  /** The same of the class that is worst off. */
  readonly worstOff: readonly number[];
}

/** Runs offers on the same draws as every other set that it is asked. */
export type Evaluate<Outcome = Outcomes> = (offers: readonly Offer[]) => Promise<Outcome>;

const PERCENT = 100;

const meanOf = (measures: Float64Array, measure: CountryMeasure, years: number): number => {
  const at = COUNTRY_MEASURES.indexOf(measure) * years;
  return measures.subarray(at, at + years).reduce((sum, value) => sum + value, 0) / years;
};

/** @throws RangeError with a draw missing. */
export const outcomesOf = (setting: MeasureSetting, chunks: readonly DrawChunk[]): Outcomes => {
  const { layout } = setting;
  const columns = COUNTRY_MEASURES.length * layout.years;
  const [without, after] = [new Float64Array(columns), new Float64Array(columns)];
  const rows: { [Key in keyof Outcomes]: number[] } = {
    ...{ extraPosts: [], lostByOthers: [], costGbp: [], need: [], careers: [], worstOff: [] },
  };
  eachDraw({ chunks, layout }, (baseline, option) => {
    countryMeasures(setting, baseline, without);
    countryMeasures(setting, option, after);
    const change = (measure: CountryMeasure): number =>
      meanOf(after, measure, layout.years) - meanOf(without, measure, layout.years);
    const totals = drawTotals(setting, baseline, option);
    rows.extraPosts.push(totals.gainTarget);
    rows.lostByOthers.push(totals.lostByOtherRegions);
    rows.costGbp.push(totals.costGbp);
    rows.need.push(-PERCENT * change('needWeightedShortfall'));
    rows.careers.push(change('meanInclusiveValue'));
    rows.worstOff.push(change('worstInclusiveValue'));
  });
  return rows;
};

export const meanOver = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
