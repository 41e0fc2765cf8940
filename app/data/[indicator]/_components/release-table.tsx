import { DataTable } from '@/components/ui/data-table';
import type { Figure } from '@/lib/contracts/figure';
import type { listReleases } from '@/lib/data/figures';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';

type Release = Awaited<ReturnType<typeof listReleases>>[number];

type ReleaseTableProps = { figures: readonly Figure[]; releases: readonly Release[] };

/** The releases that an indicator's figures came in. */
export function ReleaseTable({ figures, releases }: ReleaseTableProps) {
  const counts = new Map<string, number>();
  for (const { releaseId } of figures) counts.set(releaseId, (counts.get(releaseId) ?? 0) + 1);
  return (
    <DataTable
      caption="Releases"
      columns={[
        { key: 'title', header: 'Release', cell: ({ title, id }: Release) => `${title} (${id})` },
        {
          key: 'published',
          header: 'Published',
          cell: ({ publishedOn }: Release) => (publishedOn ? formatDate(publishedOn) : 'date not known'),
        },
        { key: 'loaded', header: 'Loaded', cell: ({ loadedAt }: Release) => formatDateTime(loadedAt.toISOString()) },
        {
          key: 'figures',
          header: 'Figures',
          numeric: true,
          cell: ({ id }: Release) => formatCount(counts.get(id) ?? 0),
        },
        { key: 'note', header: 'Note', cell: ({ note }: Release) => note ?? '' },
      ]}
      rows={releases.filter(({ id }) => counts.has(id))}
      rowKey={({ id }) => id}
    />
  );
}
