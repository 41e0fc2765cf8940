import { ContextBar } from '@/components/shell/context-bar';
import type { AreaProfile } from '@/lib/contracts/region';
import { type Area, ENGLAND, UNITED_KINGDOM } from '@/lib/domain/geography/area';

/** The one place to change area and comparator; both are in the address. */
export function RegionContext({ profile, areas }: { profile: AreaProfile; areas: readonly Area[] }) {
  const others = areas.filter(({ code }) => code !== profile.area.code);
  return (
    <ContextBar
      action="/regions/open"
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
          value: profile.comparatorCode,
          options: [
            { value: ENGLAND, label: 'England' },
            { value: UNITED_KINGDOM, label: 'United Kingdom' },
            ...others.map(({ code, name }) => ({ value: code, label: name, group: 'Areas of the same kind' })),
          ],
        },
      ]}
    />
  );
}
