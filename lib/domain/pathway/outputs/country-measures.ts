import { type RecordLayout, regionCell, yearCell } from '@/lib/domain/pathway/engine/run-record';
import { deprivationSlope } from '@/lib/domain/statistics/deprivation-slope';
import type { MeasureSetting } from './area-measures';
import { needWeightedShortfall } from './need-shortfall';

/** Per year, all modelled regions. The first two are about need, the others about careers: never one score. */
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
] as const;
export type CountryMeasure = (typeof COUNTRY_MEASURES)[number];

const POINTS = 100_000;

/** Slope index of a rate over regions from most to least deprived, weighted by population. */
export const slopeIndexOf = (
  regions: readonly { readonly population: number; readonly deprivationSteps: number; readonly rate: number }[],
): number => {
  if (regions.length < 2) return 0;
  const ordered = [...regions].sort((one, other) => other.deprivationSteps - one.deprivationSteps);
  const { slope } = deprivationSlope(ordered.map(({ population }) => population));
  return ordered.reduce((sum, { rate }, i) => sum + rate * (slope[i] ?? 0), 0);
};

const supplyOf = (layout: RecordLayout, record: Float64Array, year: number): Float64Array => {
  const consultants = regionCell(layout, 'consultantFte', year);
  const gps = regionCell(layout, 'gpFte', year);
  return Float64Array.from(
    { length: layout.regions },
    (_, region) => (record[consultants + region] ?? 0) + (record[gps + region] ?? 0),
  );
};

/** Writes the measures of one record, `[measure][year]`. */
export const countryMeasures = (setting: MeasureSetting, record: Float64Array, into: Float64Array): void => {
  const { layout, need, input } = setting;
  for (let year = 0; year < layout.years; year += 1) {
    const supply = supplyOf(layout, record, year);
    const at = (metric: Parameters<typeof yearCell>[1]): number => record[yearCell(layout, metric, year)] ?? 0;
    const choices = at('firstChoices');
    const values: Readonly<Record<CountryMeasure, number>> = {
      needWeightedShortfall: needWeightedShortfall(need.shares, need.targetFte, supply),
      slopeIndex: slopeIndexOf(
        input.regions.map(({ population, deprivationSteps }, region) => ({
          population,
          deprivationSteps,
          rate: (POINTS * (supply[region] ?? 0)) / (need.population[region] ?? 1),
        })),
      ),
      meanInclusiveValue: at('meanInclusiveValue'),
      worstInclusiveValue: at('worstInclusiveValue'),
      forcedMoves: at('forcedMoves'),
      firstChoicesMet: choices > 0 ? at('firstChoicesMet') / choices : 1,
      unplaced: at('unplaced'),
    };
    COUNTRY_MEASURES.forEach((measure, m) => {
      into[m * layout.years + year] = values[measure];
    });
  }
};
