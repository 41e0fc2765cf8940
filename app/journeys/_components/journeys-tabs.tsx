import type { JourneysState } from '@/components/journeys/journeys-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { type JourneysView, journeysHref } from '@/lib/contracts/journeys-query';

const VIEWS: readonly { view: JourneysView; label: string }[] = [
  { view: 'matrix', label: 'Matrix' },
  { view: 'stages', label: 'All stages' },
  { view: 'map', label: 'Map' },
  { view: 'distances', label: 'Distances' },
  { view: 'capital', label: 'Capital region' },
  { view: 'gini', label: 'Evenness' },
  { view: 'region', label: 'One region' },
];

/** The views, with what stays chosen between them. */
export function JourneysTabs({ state: { query, view: current } }: { state: JourneysState }) {
  const { country, table, period, group, region } = query;
  return (
    <LinkTabs
      label="View"
      tabs={VIEWS.map(({ view, label }) => ({
        href: journeysHref({ country, view, table, period, group, region: view === 'region' ? region : undefined }),
        label,
        current: view === current,
      }))}
    />
  );
}
