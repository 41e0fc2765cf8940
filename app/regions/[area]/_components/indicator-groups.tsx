import { profileBy, profileByIndicator } from '@/components/charts/profile-by-indicator';
import { seriesKey } from '@/components/charts/spine-series';
import { FigureCard } from '@/components/figures/figure-card';
import { readComparison } from '@/components/figures/read-comparison';
import { Disclosure } from '@/components/ui/disclosure';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { comparatorOf } from '@/lib/domain/indicators/comparator';
import { latestWithValue } from '@/lib/domain/indicators/figure-input';
import { ALL, type Indicator, type IndicatorGroup } from '@/lib/domain/indicators/indicator';
import { rankOf, rankText } from '@/lib/domain/indicators/rank';
import { recentTrend } from '@/lib/domain/indicators/recent-trend';
import { byImportance, MOST_SHOWN } from '@/lib/domain/indicators/shown-breakdowns';
import { breakdownLabel, GROUP_WORDS } from '@/lib/format/words';
import { figureAnchor } from './figure-anchor';
import { FoldedFigures } from './folded-figures';

const GROUPS: readonly IndicatorGroup[] = ['vacancy', 'retention', 'need', 'supply'];

/** Shown as charts and tables further down, not as cards. */
const DRAWN = /^(imd-(?!score)|gp-fte-per-10k|paediatric-posts|trauma-orthopaedics-posts|placement-)/;

const COUNT_NOUNS: Readonly<Record<string, string>> = {
  'specialty-fill-rate': 'posts',
  'gp-training-fill-rate': 'posts',
};

type Entry = { indicator: Indicator; breakdown: string; figure: Figure | null };

/** `profile` holds the figures of the indicator only. */
function entriesOf({ figures: own }: AreaProfile, indicator: Indicator): Entry[] {
  const breakdowns = byImportance(
    indicator.id,
    own.map(({ breakdown }) => breakdown),
  );
  if (breakdowns.length === 0) return [{ indicator, breakdown: ALL, figure: null }];
  return breakdowns.map((breakdown) => ({
    indicator,
    breakdown,
    figure:
      latestWithValue(own, { indicatorId: indicator.id, breakdown }) ??
      own.find((f) => f.breakdown === breakdown) ??
      null,
  }));
}

type Folded = [Indicator, Figure[]];

/** What is shown as cards, and the rest of each indicator that has many parts. */
function split(entries: readonly Entry[]): [Entry[], Folded[]] {
  const carded: Entry[] = [];
  const folded = new Map<Indicator, Figure[]>();
  for (const entry of entries) {
    const before = carded.filter(({ indicator }) => indicator === entry.indicator).length;
    if (before < MOST_SHOWN || !entry.figure) carded.push(entry);
    else folded.set(entry.indicator, [...(folded.get(entry.indicator) ?? []), entry.figure]);
  }
  return [carded, [...folded]];
}

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
type CardProps = { profile: AreaProfile; areaCount: number; entry: Entry };

function Card({ profile, areaCount, entry: { indicator, breakdown, figure } }: CardProps) {
  const comparator = figure && comparatorOf(profile, figure);
  const series = profile.figures.toSorted((a, b) => (a.period.end < b.period.end ? -1 : 1));
  const previous = series.filter(({ period }) => figure && period.end < figure.period.end).at(-1) ?? null;
  const rank = rankTextFor(profile, figure, areaCount);
  const trend = recentTrend(series, indicator.polarity);
  const comparison = figure && comparator ? readComparison(figure, comparator, indicator) : null;
  return (
    <div
      id={figureAnchor({ indicatorId: indicator.id, breakdown })}
      className="scroll-mt-24"
      title={
        trend.kind === 'cannot_be_calculated' && figure ? `Trend cannot be calculated: ${trend.reason}` : undefined
      }
    >
      <FigureCard
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
    </div>
  );
}

/** What is not loaded, and what would load it: together, so that gaps don't crowd out figures. */
function Missing({ entries }: { entries: readonly Entry[] }) {
  return (
    <div className="keep-together rounded-lg border border-dashed border-control bg-surface p-4">
      <h3 className="text-base">Not loaded</h3>
      <ul className="mt-2 grid gap-x-8 gap-y-2 text-sm lg:grid-cols-2">
        {entries.map(({ indicator, breakdown }) => (
          <li
            key={indicator.id}
            id={figureAnchor({ indicatorId: indicator.id, breakdown })}
            className="max-w-prose scroll-mt-24"
          >
            <a className="link font-semibold" href={`/data/${indicator.id}`}>
              {indicator.shortName}
            </a>
            {` ${indicator.loadHint}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A card for every indicator of the profile: recent figures first, what is missing after them, old ones folded. */
export function IndicatorGroups({ profile, areaCount }: { profile: AreaProfile; areaCount: number }) {
  const ofIndicator = profileByIndicator(profile);
  const ofSeries = profileBy(profile, seriesKey);
  return GROUPS.map((group) => {
    const entries = profile.indicators
      .filter((indicator) => indicator.group === group && indicator.display === 'profile' && !DRAWN.test(indicator.id))
      .flatMap((indicator) => entriesOf(ofIndicator(indicator.id), indicator));
    const current = entries.filter(({ figure }) => figure !== null && !figure.stale);
    const missing = entries.filter(({ figure }) => figure === null);
    const old = entries.filter(({ figure }) => figure?.stale);
    const [carded, folded] = split(current);
    const cards = (shown: readonly Entry[]) =>
      shown.map((entry) => {
        const key = seriesKey({ indicatorId: entry.indicator.id, breakdown: entry.breakdown });
        return <Card key={key} profile={ofSeries(key)} areaCount={areaCount} entry={entry} />;
      });
    return (
      <section key={group} aria-labelledby={`group-${group}`} className="flex flex-col gap-4">
        <h2 id={`group-${group}`} className="text-xl">
          {GROUP_WORDS[group]}
        </h2>
        {current.length > 0 ? (
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">{cards(carded)}</div>
        ) : null}
        {folded.map(([indicator, rest]) => (
          <FoldedFigures
            key={indicator.id}
            area={profile.area.code}
            indicator={indicator}
            rows={rest.map((figure) => ({ figure, comparator: comparatorOf(ofSeries(seriesKey(figure)), figure) }))}
            comparatorName={profile.comparatorName}
          />
        ))}
        {missing.length > 0 ? <Missing entries={missing} /> : null}
        {old.length > 0 ? (
          <Disclosure summary={`Older than three years (${old.length})`}>
            <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">{cards(old)}</div>
          </Disclosure>
        ) : null}
      </section>
    );
  });
}
