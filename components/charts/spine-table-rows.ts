import { readComparison, readingText } from '@/components/figures/read-comparison';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { countriesOf } from '@/lib/domain/geography/area';
import { comparatorOf } from '@/lib/domain/indicators/comparator';
import { figureValue } from '@/lib/domain/indicators/figure-input';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { type AreaRank, rankOf } from '@/lib/domain/indicators/rank';
import { type RecentTrendResult, recentTrend } from '@/lib/domain/indicators/recent-trend';
import { type SpineRow, spinePosition, toSpineRows } from '@/lib/domain/indicators/spine';
import { plotted } from '@/lib/domain/measure/measure';
import { orderQuantile } from '@/lib/domain/statistics/order-quantile';
import { profileByIndicator } from './profile-by-indicator';
import { grouped, periodKey, seriesOf } from './spine-series';
import type { Comparison } from './theme';

export type SpineTableRow = {
  indicator: Indicator;
  /** The latest with a value, else the reason why there is none. */
  figure: Figure;
  comparator: Figure | null;
  /** Of the country and of the larger one that it is part of, nearest first; null where there is none. */
  national: (Figure | null)[];
  region: Figure | null;
  spine: SpineRow;
  comparison: Comparison;
  reading: string;
  trend: RecentTrendResult;
  rank: AreaRank;
  /** Values of the similar areas, or of the reader's peers, and their places in the bar. */
  peers: { lowest: number; highest: number; count: number; from: number; to: number } | null;
  /** What the line in the middle is: the comparator, or for a count the middle one of the areas. */
  middle: 'comparator' | 'median';
};

type SpineTableInput = {
  profile: AreaProfile;
  /** Areas of the type, this one too: a rank needs them all. */
  areaCount: number;
  /** Codes that make the peer band for an indicator: similar areas must not be chosen by what they are compared in. */
  peersFor: (indicatorId: string) => readonly string[];
  /** Figures of the larger region that the area lies in. */
  regionFigures?: readonly Figure[];
};

/** A count grows with its area: it is set against the middle area, never against a total. */
const COUNTED = new Set<Indicator['unit']>(['count', 'people']);

const medianOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : orderQuantile(values, 0.5);

const valuesOf = (figure: Figure): number[] => (figure.measure.kind === 'value' ? [figure.measure.value] : []);

function peerBand(spine: SpineRow, figures: readonly Figure[], codes: readonly string[]): SpineTableRow['peers'] {
  const values = figures.filter(({ areaCode }) => codes.includes(areaCode)).flatMap(valuesOf);
  if (values.length === 0 || spine.kind === 'none') return null;
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const { scale } = spine;
  return {
    lowest,
    highest,
    count: values.length,
    from: spinePosition(scale, lowest),
    to: spinePosition(scale, highest),
  };
}

/** One row for each indicator and breakdown of the profile, in catalogue order, with everything the spine table shows. */
export function toSpineTableRows(input: SpineTableInput): SpineTableRow[] {
  const { profile, areaCount, peersFor, regionFigures = [] } = input;
  const profileOf = profileByIndicator(profile);
  const peersByPeriod = grouped(profile.peers, periodKey);
  const nationalByPeriod = grouped(profile.national, periodKey);
  const chosen = seriesOf(profile).map(({ indicator, figure, series }) => {
    const same = peersByPeriod.get(periodKey(figure)) ?? [];
    const isCount = COUNTED.has(indicator.unit);
    return {
      indicator,
      figure,
      series,
      same,
      isCount,
      comparator: isCount ? null : comparatorOf(profileOf(indicator.id), figure),
    };
  });
  const spines = toSpineRows(
    chosen.map(({ indicator, figure, same, comparator, isCount }) => {
      const areas = [figure, ...same].flatMap(valuesOf);
      const benchmark = isCount ? medianOf(areas) : comparator && plotted(comparator.measure);
      return { polarity: indicator.polarity, benchmark, value: plotted(figure.measure), areas };
    }),
  );
  const countries = countriesOf(profile.area.root);
  const national = (code: string, figure: Figure) =>
    nationalByPeriod.get(periodKey(figure))?.find(({ areaCode }) => areaCode === code) ?? null;
  return chosen.map(({ indicator, figure, series, same, comparator, isCount }, at) => {
    const spine: SpineRow = spines[at] ?? { kind: 'none', reason: 'no_areas' };
    return {
      indicator,
      figure,
      comparator,
      national: countries.map(({ code }) => national(code, figure)),
      region: regionFigures.find((other) => periodKey(other) === periodKey(figure)) ?? null,
      spine,
      comparison: readComparison(figure, comparator, indicator),
      reading: readingOf(figure, comparator, indicator),
      middle: isCount ? 'median' : 'comparator',
      trend: recentTrend(series, indicator.polarity),
      rank: rankOf(indicator.id, figure.areaCode, [figure, ...same].flatMap(rankedOf), areaCount),
      peers: peerBand(spine, same, peersFor(indicator.id)),
    };
  });
}

const rankedOf = ({ areaCode, measure }: Figure) =>
  measure.kind === 'value' ? [{ code: areaCode, value: measure.value, interval: measure.interval }] : [];

const READING_OF_GAPS = {
  not_loaded: 'not loaded here',
  suppressed: 'suppressed',
  not_applicable: 'not applicable',
  low: 'low: rounds to 0',
};

function readingOf(figure: Figure, comparator: Figure | null, indicator: Indicator): string {
  if (figure.measure.kind !== 'value') return READING_OF_GAPS[figure.measure.kind];
  return COUNTED.has(indicator.unit) ? 'not compared: a count' : readingText(figure, comparator, indicator);
}

/** Where the larger region lies on the row. */
export const regionPosition = ({ spine, region }: SpineTableRow): number | null => {
  const value = figureValue(region ?? undefined);
  return spine.kind === 'none' || value === null ? null : spinePosition(spine.scale, value);
};

/** Widest first; rows that have no place come last, in the order they were in. */
export const byDistance = (rows: readonly SpineTableRow[]): SpineTableRow[] => {
  const distance = ({ spine }: SpineTableRow) =>
    spine.kind === 'none' || spine.position === null ? -1 : Math.abs(spine.position);
  return rows.toSorted((a, b) => distance(b) - distance(a));
};
