import { screenColumns } from '@/components/tables/list-column';
import { countedReleases, INDICATOR_RELEASE_COLUMNS } from '@/components/tables/release-list';
import { DataTable } from '@/components/ui/data-table';
import type { Figure } from '@/lib/contracts/figure';
import { tableFiles } from '@/lib/contracts/page-tables';
import type { listReleases } from '@/lib/data/figures';
import type { Root } from '@/lib/domain/geography/area';

type Release = Awaited<ReturnType<typeof listReleases>>[number];

type ReleaseTableProps = {
  indicator: string;
  country: Root;
  figures: readonly Figure[];
  releases: readonly Release[];
};

/** The releases that an indicator's figures came in. */
export function ReleaseTable({ indicator, country, figures, releases }: ReleaseTableProps) {
  return (
    <DataTable
      caption="Releases"
      columns={screenColumns(INDICATOR_RELEASE_COLUMNS)}
      rows={countedReleases(releases, figures)}
      rowKey={({ id }) => id}
      download={{ what: 'these releases', files: tableFiles('indicator-releases', { indicator, country }) }}
    />
  );
}
