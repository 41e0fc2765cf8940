import { regionCell, yearCell } from '@/lib/domain/pathway/engine/run-record';
import { deprivationSlope } from '@/lib/domain/statistics/deprivation-slope';
import type { MeasureSetting } from './area-measures';
import { needWeightedShortfall } from './need-shortfall';

/** Per year, all modelled regions. The first two are about need, the next five about careers: never one score. */
export const COUNTRY_MEASURES = [
  'needWeightedShortfall',
  /** FTE per 100,000 need-weighted population: least less most deprived end of the regions. An association, not an effect. */
  'slopeIndex',
  'meanInclusiveValue',
  'worstInclusiveValue',
  'forcedMoves',
  /** Share of first choices for which there are posts. */
  'firstChoicesMet',
  'unplaced',
  /** £ paid in the year by the offers, not discounted. */
  'costGbp',
] as const;
export type CountryMeasure = (typeof COUNTRY_MEASURES)[number];

/** Place of each measure. */
const AT = Object.fromEntries(COUNTRY_MEASURES.map((measure, at) => [measure, at])) as Readonly<
  Record<CountryMeasure, number>
>;

const POINTS = 100_000;

/** Regions from most to least deprived, and the weight of each one's rate in the slope, in that order. */
export interface SlopeWeights {
  readonly order: readonly number[];
  readonly weights: readonly number[];
}

/** Weighted by population; none with fewer than two regions. */
export const slopeWeights = (
  regions: readonly { readonly population: number; readonly deprivationSteps: number }[],
): SlopeWeights => {
  if (regions.length < 2) return { order: [], weights: [] };
  const stepsOf = (index: number): number => regions[index]?.deprivationSteps ?? 0;
  const order = regions.map((_, index) => index).sort((one, other) => stepsOf(other) - stepsOf(one));
  return { order, weights: deprivationSlope(order.map((index) => regions[index]?.population ?? 0)).slope };
};

const slopeOf = ({ order, weights }: SlopeWeights, rateOf: (region: number) => number): number => {
  let sum = 0;
  for (let i = 0; i < order.length; i += 1) sum += rateOf(order[i] ?? 0) * (weights[i] ?? 0);
  return sum;
};

/** Slope index of a rate over regions from most to least deprived, weighted by population. */
export const slopeIndexOf = (
  regions: readonly { readonly population: number; readonly deprivationSteps: number; readonly rate: number }[],
): number => slopeOf(slopeWeights(regions), (region) => regions[region]?.rate ?? 0);

/** Writes the measures of one record, `[measure][year]`. */
export const countryMeasures = (setting: MeasureSetting, record: Float64Array, into: Float64Array): void => {
  const { layout, need, slope } = setting;
  const { years, regions } = layout;
  const supply = new Float64Array(regions);
  for (let year = 0; year < years; year += 1) {
    const consultants = regionCell(layout, 'consultantFte', year);
    const gps = regionCell(layout, 'gpFte', year);
    for (let region = 0; region < regions; region += 1) {
      supply[region] = (record[consultants + region] ?? 0) + (record[gps + region] ?? 0);
    }
    const at = (metric: Parameters<typeof yearCell>[1]): number => record[yearCell(layout, metric, year)] ?? 0;
    const choices = at('firstChoices');
    into[AT.needWeightedShortfall * years + year] = needWeightedShortfall(need.shares, need.targetFte, supply);
    into[AT.slopeIndex * years + year] = slopeOf(
      slope,
      (region) => (POINTS * (supply[region] ?? 0)) / (need.population[region] ?? 1),
    );
    into[AT.meanInclusiveValue * years + year] = at('meanInclusiveValue');
    into[AT.worstInclusiveValue * years + year] = at('worstInclusiveValue');
    into[AT.forcedMoves * years + year] = at('forcedMoves');
    into[AT.firstChoicesMet * years + year] = choices > 0 ? at('firstChoicesMet') / choices : 1;
    into[AT.unplaced * years + year] = at('unplaced');
    into[AT.costGbp * years + year] = at('costGbp');
  }
};
