import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { type FigureRef, latestWithValue } from '@/lib/domain/indicators/figure-input';
import { ALL, type Indicator } from '@/lib/domain/indicators/indicator';
import { NOT_LOADED } from '@/lib/domain/measure/measure';

export const seriesKey = ({ indicatorId, breakdown }: FigureRef): string => `${indicatorId} ${breakdown}`;
export const periodKey = (figure: Figure): string => `${seriesKey(figure)} ${figure.period.end}`;

/** In the order in which keys first appear. */
export function grouped(figures: readonly Figure[], key: (figure: Figure) => string): ReadonlyMap<string, Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const group = groups.get(key(figure));
    if (group) group.push(figure);
    else groups.set(key(figure), [figure]);
  }
  return groups;
}

/**
 * Each indicator and breakdown with the area's latest figure. Where the area has none, a gap for England's or the UK's
 * latest period stands in, so that what is known stands beside it.
 */
export function seriesOf(profile: AreaProfile): { indicator: Indicator; figure: Figure; series: readonly Figure[] }[] {
  const { area, figures, national } = profile;
  const [own, whole] = [figures, national].map((list) => grouped(list, ({ indicatorId }) => indicatorId));
  return profile.indicators
    .filter(({ display, group }) => display === 'profile' && group !== 'schools')
    .flatMap((indicator) => {
      const known = own?.get(indicator.id);
      const groups = grouped(known ?? whole?.get(indicator.id) ?? [], seriesKey);
      // Where the area has nothing, a country's deprivation groups say nothing about it.
      const isKept = ({ breakdown }: Figure) =>
        known !== undefined || breakdown === ALL || indicator.breakdownKind === 'recruitment_level';
      return [...groups.values()].flatMap((group) => {
        const series = group.filter(isKept);
        const [first] = series;
        const latest = first && (latestWithValue(series, first) ?? first);
        if (!latest) return [];
        if (known) return [{ indicator, figure: latest, series }];
        const gap = { measure: NOT_LOADED, numerator: null, denominator: null, note: null };
        return [{ indicator, figure: { ...latest, areaCode: area.code, areaName: area.name, ...gap }, series: [] }];
      });
    });
}
