import { trendTest } from '@/lib/domain/statistics/trend-test';
import type { FigureInput } from './figure-input';
import type { Polarity } from './indicator';

export interface RecentTrend {
  readonly direction: 'increasing' | 'decreasing' | 'no_significant_change';
  readonly judgement: 'better' | 'worse' | 'none';
  /** `Increasing and getting worse`. */
  readonly text: string;
  /** Labels of the first and the last period used. */
  readonly from: string;
  readonly to: string;
}

export type RecentTrendResult =
  | ({ readonly kind: 'trend' } & RecentTrend)
  | { readonly kind: 'cannot_be_calculated'; readonly reason: string };

export const TREND_POINTS = 5;

export const TREND_METHOD =
  'Trend: slope over the last five periods with an interval, weighted by precision; significant at 99.8%, and with the ' +
  'same sign whichever period is left out.';

/** Years with their fraction: periods needn't be evenly spaced. */
const positionOf = (isoDay: string): number => Number(isoDay.slice(0, 4)) + (Number(isoDay.slice(5, 7)) - 1) / 12;

const judged = (direction: RecentTrend['direction'], polarity: Polarity): RecentTrend['judgement'] => {
  if (direction === 'no_significant_change' || polarity === 'no_judgement') return 'none';
  return (direction === 'increasing') === (polarity === 'high_good') ? 'better' : 'worse';
};

const WORDS: Readonly<Record<RecentTrend['direction'], string>> = {
  increasing: 'Increasing',
  decreasing: 'Decreasing',
  no_significant_change: 'No significant change',
};

/**
 * The recent trend of one indicator, breakdown and area: its last five figures with a 95 % interval. Fewer, or an
 * interval without width: "cannot be calculated". Source: OHID's recent-trend test (`trendTest`).
 */
export const recentTrend = (series: readonly FigureInput[], polarity: Polarity): RecentTrendResult => {
  const points = series
    .toSorted((a, b) => (a.period.end < b.period.end ? -1 : 1))
    .flatMap(({ period, measure }) =>
      measure.kind === 'value' && measure.interval
        ? [{ period, value: measure.value, lower95: measure.interval.lower, upper95: measure.interval.upper }]
        : [],
    )
    .slice(-TREND_POINTS);
  const result = trendTest(points.map(({ period, ...point }) => ({ ...point, period: positionOf(period.end) })));
  if (result.kind === 'refused') {
    const reason =
      result.reason === 'too_few_values'
        ? `A trend needs five periods with an interval; ${points.length} ${points.length === 1 ? 'is' : 'are'} loaded.`
        : 'The intervals or periods of this series do not allow a trend.';
    return { kind: 'cannot_be_calculated', reason };
  }
  const { direction } = result;
  const judgement = judged(direction, polarity);
  return {
    kind: 'trend',
    direction,
    judgement,
    text: judgement === 'none' ? WORDS[direction] : `${WORDS[direction]} and getting ${judgement}`,
    from: points.at(0)?.period.label ?? '',
    to: points.at(-1)?.period.label ?? '',
  };
};
