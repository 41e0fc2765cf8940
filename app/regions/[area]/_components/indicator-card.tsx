import { FigureCard } from '@/components/figures/figure-card';
import { readComparison } from '@/components/figures/read-comparison';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { comparatorOf } from '@/lib/domain/indicators/comparator';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { rankOf, rankText } from '@/lib/domain/indicators/rank';
import { recentTrend } from '@/lib/domain/indicators/recent-trend';
import { breakdownLabel } from '@/lib/format/words';
import { figureAnchor } from './figure-anchor';

const COUNT_NOUNS: Readonly<Record<string, string>> = {
  'specialty-fill-rate': 'posts',
  'gp-training-fill-rate': 'posts',
};

export type IndicatorEntry = { indicator: Indicator; breakdown: string; figure: Figure | null };

/** Place among the areas of the type, or how many of them are loaded; none for an old figure or an area of its own kind. */
function rankTextFor({ peers }: AreaProfile, figure: Figure | null, areaCount: number): string | undefined {
  if (figure?.measure.kind !== 'value' || figure.stale || areaCount < 2) return undefined;
  const same = peers.filter(({ period }) => period.end === figure.period.end);
  const values = [figure, ...same].flatMap(({ areaCode, measure }) =>
    measure.kind === 'value' ? [{ code: areaCode, value: measure.value, interval: measure.interval }] : [],
  );
  const rank = rankOf(figure.indicatorId, figure.areaCode, values, areaCount);
  return rank.kind === 'never_ranked' ? undefined : rankText(rank);
}

/** `profile` holds the figures of the entry's indicator and breakdown only. */
type IndicatorCardProps = { profile: AreaProfile; areaCount: number; entry: IndicatorEntry };

/** The newest figure of an indicator's part, beside its comparator, its past and its place. */
export function IndicatorCard({ profile, areaCount, entry: { indicator, breakdown, figure } }: IndicatorCardProps) {
  const comparator = figure && comparatorOf(profile, figure);
  const series = profile.figures.toSorted((a, b) => (a.period.end < b.period.end ? -1 : 1));
  const previous = series.filter(({ period }) => figure && period.end < figure.period.end).at(-1) ?? null;
  const rank = rankTextFor(profile, figure, areaCount);
  const trend = recentTrend(series, indicator.polarity);
  const comparison = figure && comparator ? readComparison(figure, comparator, indicator) : null;
  return (
    <FigureCard
      id={figureAnchor({ indicatorId: indicator.id, breakdown })}
      indicator={indicator}
      figure={figure}
      comparator={comparator}
      previous={comparator?.areaCode === figure?.areaCode ? null : previous}
      comparison={comparison && comparison.direction !== 'not_compared' ? comparison : null}
      definitionHref={`/data/${indicator.id}`}
      breakdownLabel={breakdownLabel(breakdown)}
      trend={trend}
      {...(rank ? { rankText: rank } : {})}
      {...(COUNT_NOUNS[indicator.id] ? { countsNoun: COUNT_NOUNS[indicator.id] } : {})}
      spark={series.flatMap(({ period, measure }) =>
        measure.kind === 'value' ? [{ label: period.label, value: measure.value }] : [],
      )}
    />
  );
}
