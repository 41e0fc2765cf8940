import { MarkKey } from '@/components/charts/mark-key';
import { toRug } from '@/components/charts/rug';
import { ComparisonKey, RugTable } from '@/components/charts/rug-table';
import { DownloadLinks } from '@/components/ui/download-links';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { figuresFiles } from '@/lib/contracts/figures-query';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { type RegionsQuery, regionsHref } from '@/lib/contracts/regions-query';
import type { Area } from '@/lib/domain/geography/area';
import type { PeerChoice } from './peer-choice';
import { toRugColumns, toRugEntries } from './rug-entries';

type RugViewProps = {
  query: RegionsQuery;
  comparisons: readonly IndicatorComparison[];
  areas: readonly Area[];
  /** The area that the columns are sorted by. */
  selected: Area | null;
  peers: PeerChoice | null;
  comparatorName: string;
};

/** More columns than this can't be read side by side. */
const MOST_COLUMNS = 60;

const byName = (a: Area, b: Area): number => a.name.localeCompare(b.name, 'en-GB');

/** The selected area first, then the others from most to least similar; by name where that can't be computed. */
function ordered({ query, areas, selected, peers }: RugViewProps): { areas: Area[]; bySimilarity: boolean } {
  const named = areas.toSorted(byName);
  const similar = query.order === 'similarity' && peers ? peers.nearest(areas.length) : null;
  if (!selected || similar?.kind !== 'similar') return { areas: named, bySimilarity: false };
  const place = new Map(similar.areas.map(({ code }, at) => [code, at]));
  const placeOf = ({ code }: Area) => (code === selected.code ? -1 : (place.get(code) ?? areas.length));
  return { areas: named.toSorted((a, b) => placeOf(a) - placeOf(b)), bySimilarity: true };
}

/** All indicators by all areas. The colours are a way in, not a score: they are never added up. */
export function RugView(props: RugViewProps) {
  const { query, comparisons, selected, peers, comparatorName } = props;
  const { areas, bySimilarity } = ordered(props);
  const shown = areas.slice(0, MOST_COLUMNS);
  const columns = toRugColumns(comparatorName, shown);
  const groups = toRug(toRugEntries(comparisons, comparatorName), columns);
  if (groups.length === 0) {
    return (
      <EmptyState title="No figure is loaded for these areas">
        <p>Load a release of any indicator to see it here.</p>
      </EmptyState>
    );
  }
  const chosen = peers?.kind === 'chosen' ? peers : null;
  const highlighted = new Set([...(selected ? [selected.code] : []), ...(chosen?.codes ?? [])]);
  const peerNote = chosen ? `Your peers, marked ◆: ${chosen.names}.` : '';
  const cut =
    shown.length < areas.length
      ? ` ${shown.length} of ${areas.length} areas are shown; choose another area to start from, or see one indicator at a time for all.`
      : '';
  return (
    <section aria-labelledby="rug" className="flex flex-col gap-3">
      <h2 id="rug" className="text-xl">
        {`All indicators, ${shown.length} areas against ${comparatorName}`}
      </h2>
      <p className="max-w-prose text-sm text-muted">
        {`Each cell prints the value; its fill and triangle say how it stands to the comparator in the first column, for the same period. Cells without fill have no interval, so they are not compared. The colours are not a score and don’t add up to one.${
          bySimilarity && selected
            ? ` Columns: ${selected.name} (◆), then the areas most similar to it in published context.`
            : ' Columns by name.'
        }${cut} ${peerNote}`}
      </p>
      <ComparisonKey />
      <MarkKey />
      <LinkTabs
        label="Order of columns"
        tabs={(['similarity', 'name'] as const).map((order) => ({
          href: regionsHref({ ...query, order }),
          label: order === 'name' ? 'By name' : 'Most similar first',
          current: order === 'name' ? !bySimilarity : bySimilarity,
        }))}
      />
      <RugTable
        caption={`All indicators against ${comparatorName}`}
        columns={columns}
        groups={groups}
        highlighted={highlighted}
      />
      <DownloadLinks
        what="the latest figures of all areas of this kind"
        files={figuresFiles({ type: query.type, on: query.on, country: query.country, period: 'latest' })}
      />
    </section>
  );
}
