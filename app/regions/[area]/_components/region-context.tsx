import { countryField } from '@/app/_adapters/country-field';
import { ContextBar } from '@/components/shell/context-bar';
import type { AreaProfile } from '@/lib/contracts/region';
import type { RegionQuery } from '@/lib/contracts/regions-query';
import { type Area, countriesOf } from '@/lib/domain/geography/area';
import { earlierYears } from '@/lib/domain/indicators/comparator';

type RegionContextProps = {
  profile: AreaProfile;
  areas: readonly Area[];
  query: RegionQuery;
};

/** What stays when another area or comparator is chosen. */
const keptOf = ({ view, peers, order, specialty, level, before }: RegionQuery): Record<string, string> => ({
  ...(view === 'profile' ? {} : { view }),
  ...(peers ? { peers } : {}),
  ...(order === 'group' ? {} : { order }),
  ...(specialty ? { specialty } : {}),
  ...(level ? { level } : {}),
  ...(before ? { before } : {}),
});

/** The one place to change area and comparator, an area or an earlier year; all in the address. */
export async function RegionContext({ profile, areas, query }: RegionContextProps) {
  const { root } = profile.area;
  const others = areas.filter(({ code }) => code !== profile.area.code);
  return (
    <ContextBar
      action="/regions/open"
      kept={{ ...keptOf(query), from: root }}
      fields={[
        ...(await countryField(root)),
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
            ...countriesOf(root).map(({ code, name }) => ({ value: code, label: name })),
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
