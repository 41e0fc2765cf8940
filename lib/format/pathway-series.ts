import type { AreaMeasure } from '@/lib/domain/pathway/outputs/area-measures';
import type { CountryMeasure } from '@/lib/domain/pathway/outputs/country-measures';
import type { PairedBands } from '@/lib/domain/pathway/outputs/draw-bands';
import type { PathwaySummary } from '@/lib/domain/pathway/outputs/pathway-summary';
import type { Band } from '@/lib/domain/pathway/round';
import { lastOfferedYearOf } from '@/lib/domain/pathway-scenario/last-offered-year';

type Summary = PathwaySummary;

/** How a measure is named and written. `scale`: what its numbers are multiplied by before they are shown. */
export type MeasureWords = { readonly label: string; readonly decimals: number; readonly scale: number };

const one = (label: string, decimals: number, scale = 1): MeasureWords => ({ label, decimals, scale });

export const AREA_WORDS: Readonly<Record<AreaMeasure, MeasureWords>> = {
  postsFilled: one('Specialty posts filled in the year', 1),
  postsVacant: one('Specialty posts vacant in the year', 1),
  excessDemandRatio: one('People who would come, for each post', 2),
  ccts: one('CCTs', 1),
  consultantFte: one('Consultants, FTE', 1),
  gpFte: one('GPs, FTE', 1),
  ftePer100kNeed: one('Consultants and GPs, FTE per 100,000 need-weighted population', 2),
  yearsToCct: one('Years from specialty entry to CCT', 2),
  foundationFilled: one('Foundation posts filled in the year, F1', 1),
};

export const COUNTRY_WORDS: Readonly<Record<CountryMeasure, MeasureWords>> = {
  needWeightedShortfall: one('Need-weighted shortfall of consultants and GPs, %', 3, 100),
  slopeIndex: one('Slope index over regions, least less most deprived end, FTE per 100,000', 2),
  meanInclusiveValue: one('What choosing is worth to a doctor, mean (thousandths of utility)', 3, 1000),
  worstInclusiveValue: one('The same for the class that is worst off (thousandths of utility)', 3, 1000),
  forcedMoves: one('Doctors placed away from a region they would have stayed in', 1),
  firstChoicesMet: one('First choices for which there is a post, %', 2, 100),
  unplaced: one('Doctors on the pathway without a post they applied for', 1),
  costGbp: one('Cost in the year, £ thousand, not discounted', 0, 1 / 1000),
};

export const areaSeries = (summary: Summary, areaCode: string | null, measure: AreaMeasure): readonly PairedBands[] =>
  summary.areas.find((one) => one.areaCode === areaCode && one.measure === measure)?.years ?? [];

export const countrySeries = (summary: Summary, measure: CountryMeasure): readonly PairedBands[] =>
  summary.country.find((one) => one.measure === measure)?.years ?? [];

/** A band in another unit; a negative factor turns its ends. */
export const scaled = (band: Band, factor: number): Band => {
  const [low, high] = factor < 0 ? (['upper', 'lower'] as const) : (['lower', 'upper'] as const);
  const times = (value: number | null) => (value === null ? null : value * factor);
  return {
    median: band.median * factor,
    mean: band.mean * factor,
    lower80: band[`${low}80`] * factor,
    upper80: band[`${high}80`] * factor,
    lower95: times(band[`${low}95`]),
    upper95: times(band[`${high}95`]),
  };
};

type Offered = {
  readonly summary: Summary;
  readonly scenario: { readonly offers: readonly { readonly toYear: number }[] };
};

/** The last year in which something is offered, and its place in the series. */
export function lastOfferedYear({ summary, scenario: { offers } }: Offered): {
  readonly year: number;
  readonly at: number;
} {
  const { startYear } = summary;
  const year = lastOfferedYearOf(offers, { startYear, years: countrySeries(summary, 'forcedMoves').length });
  return { at: year - startYear, year };
}

/** The year in which the change is largest either way: where a loss shows most. */
export const strongestYear = (years: readonly PairedBands[]): number =>
  years.reduce(
    (best, { difference }, at) =>
      Math.abs(difference.median) > Math.abs(years[best]?.difference.median ?? 0) ? at : best,
    0,
  );

/** Change of specialty (or foundation) posts filled by area in the target's strongest year: where something is offered first, the others by name. */
export function gainsByArea(
  { summary, regions }: { readonly summary: Summary; readonly regions: readonly { code: string; name: string }[] },
  targetCode: string,
  posts: 'postsFilled' | 'foundationFilled' = 'postsFilled',
) {
  const at = strongestYear(areaSeries(summary, targetCode, posts));
  const nameOf = (code: string | null) =>
    regions.find((region) => region.code === code)?.name ?? 'Other regions together';
  return {
    year: summary.startYear + at,
    entries: summary.areas
      .flatMap(({ areaCode, isTarget, measure, years }) => {
        const change = measure === posts ? years[at]?.difference : undefined;
        return change ? [{ label: nameOf(areaCode), isTarget, change }] : [];
      })
      .toSorted(
        (one, other) => Number(other.isTarget) - Number(one.isTarget) || one.label.localeCompare(other.label, 'en-GB'),
      ),
  };
}
