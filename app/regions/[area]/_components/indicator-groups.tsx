import { profileBy, profileByIndicator } from '@/components/charts/profile-by-indicator';
import { seriesKey } from '@/components/charts/spine-series';
import type { Figure } from '@/lib/contracts/figure';
import { figuresFiles } from '@/lib/contracts/figures-query';
import type { AreaProfile } from '@/lib/contracts/region';
import { comparatorOf } from '@/lib/domain/indicators/comparator';
import { latestWithValue } from '@/lib/domain/indicators/figure-input';
import { ALL, type Indicator, type IndicatorGroup } from '@/lib/domain/indicators/indicator';
import { byImportance, MOST_SHOWN } from '@/lib/domain/indicators/shown-breakdowns';
import { breakdownLabel, GROUP_WORDS } from '@/lib/format/words';
import { figureAnchor } from './figure-anchor';
import { FoldedFigures } from './folded-figures';
import { IndicatorCard, type IndicatorEntry } from './indicator-card';

const GROUPS: readonly IndicatorGroup[] = ['vacancy', 'retention', 'need', 'supply'];

/** Shown as charts and tables further down, not as cards. */
const DRAWN = /^(imd-(?!score)|gp-fte-per-10k|paediatric-posts|trauma-orthopaedics-posts|placement-)/;

/** `profile` holds the figures of the indicator only. */
function entriesOf({ figures: own }: AreaProfile, indicator: Indicator): IndicatorEntry[] {
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
function split(entries: readonly IndicatorEntry[]): [IndicatorEntry[], Folded[]] {
  const carded: IndicatorEntry[] = [];
  const folded = new Map<Indicator, Figure[]>();
  for (const entry of entries) {
    const before = carded.filter(({ indicator }) => indicator === entry.indicator).length;
    if (before < MOST_SHOWN || !entry.figure) carded.push(entry);
    else folded.set(entry.indicator, [...(folded.get(entry.indicator) ?? []), entry.figure]);
  }
  return [carded, [...folded]];
}

/** What is not loaded, and what would load it: together, so that gaps don't crowd out figures. */
function Missing({ entries }: { entries: readonly IndicatorEntry[] }) {
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
    const old = entries.flatMap(({ figure, ...rest }) => (figure?.stale ? [{ figure, ...rest }] : []));
    const [carded, folded] = split(current);
    const row = (indicator: Indicator, figure: Figure, label: string) => ({
      indicator,
      figure,
      comparator: comparatorOf(ofSeries(seriesKey(figure)), figure),
      label,
    });
    return (
      <section key={group} aria-labelledby={`group-${group}`} className="flex flex-col gap-4">
        <h2 id={`group-${group}`} className="text-xl">
          {GROUP_WORDS[group]}
        </h2>
        {current.length > 0 ? (
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
            {carded.map((entry) => {
              const key = seriesKey({ indicatorId: entry.indicator.id, breakdown: entry.breakdown });
              return <IndicatorCard key={key} profile={ofSeries(key)} areaCount={areaCount} entry={entry} />;
            })}
          </div>
        ) : null}
        {folded.map(([indicator, rest]) => (
          <FoldedFigures
            key={indicator.id}
            summary={`${indicator.shortName}: ${rest.length} more`}
            caption={indicator.shortName}
            rows={rest.map((figure) => row(indicator, figure, breakdownLabel(figure.breakdown) || 'all'))}
            download={{
              what: `all of ${indicator.shortName}`,
              files: figuresFiles({ indicator: indicator.id, area: profile.area.code }),
            }}
          />
        ))}
        {missing.length > 0 ? <Missing entries={missing} /> : null}
        {old.length > 0 ? (
          <FoldedFigures
            summary={`Older than three years (${old.length})`}
            caption={`${GROUP_WORDS[group]}, older than three years`}
            rows={old.map(({ indicator, breakdown, figure }) =>
              row(indicator, figure, [indicator.shortName, breakdownLabel(breakdown)].filter(Boolean).join(', ')),
            )}
            download="beside"
          />
        ) : null}
      </section>
    );
  });
}
