import { ContextBar } from '@/components/shell/context-bar';
import type { AreaProfile } from '@/lib/contracts/region';
import type { RegionQuery } from '@/lib/contracts/regions-query';
import { type Area, ENGLAND, UNITED_KINGDOM } from '@/lib/domain/geography/area';
import { earlierYears } from '@/lib/domain/indicators/comparator';

type RegionContextProps = { profile: AreaProfile; areas: readonly Area[]; query: RegionQuery };

/** What stays when another area or comparator is chosen. */
const keptOf = ({ view, peers, order }: RegionQuery): Record<string, string> => ({
  ...(view === 'profile' ? {} : { view }),
  ...(peers ? { peers } : {}),
  ...(order === 'group' ? {} : { order }),
});

/** The one place to change area and comparator, an area or an earlier year; all in the address. */
export function RegionContext({ profile, areas, query }: RegionContextProps) {
  const others = areas.filter(({ code }) => code !== profile.area.code);
  return (
    <ContextBar
      action="/regions/open"
      kept={keptOf(query)}
      fields={[
        {
          name: 'area',
          label: 'Area',
          value: profile.area.code,
          options: [profile.area, ...others]
            .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
            .map(({ code, name }) => ({ value: code, label: name })),
        },
        {
          name: 'compare',
          label: 'Compared with',
          value: profile.comparatorYear ? `period:${profile.comparatorYear}` : profile.comparatorCode,
          options: [
            { value: ENGLAND, label: 'England' },
            { value: UNITED_KINGDOM, label: 'United Kingdom' },
            ...earlierYears(profile.figures).map((year) => ({
              value: `period:${year}`,
              label: `${year}, the same area`,
              group: 'Earlier period',
            })),
            ...others.map(({ code, name }) => ({ value: code, label: name, group: 'Areas of the same kind' })),
          ],
        },
      ]}
    />
  );
}
