import { LinkTabs } from '@/components/ui/link-tabs';
import { type RegionsQuery, regionsHref } from '@/lib/contracts/regions-query';

const VIEWS = [
  { view: 'tiles', label: 'One indicator' },
  { view: 'rug', label: 'All indicators' },
  { view: 'association', label: 'Two indicators' },
] as const;

const MAPS = new Set<RegionsQuery['view']>(['tiles', 'bubbles', 'boundaries']);

/** What of the indicators is shown: one on map and bars, all as a heatmap, two against each other. */
export function ViewTabs({ query }: { query: RegionsQuery }) {
  const { country, type, on, indicator, breakdown, compare, peers, area } = query;
  const kept = { country, type, on, indicator, breakdown, compare, peers, area };
  return (
    <LinkTabs
      label="View"
      tabs={VIEWS.map(({ view, label }) => ({
        href: regionsHref({ ...kept, view }),
        label,
        current: query.view === view || (view === 'tiles' && MAPS.has(query.view)),
      }))}
    />
  );
}
