import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { screenColumns } from '@/components/tables/list-column';
import { RELEASE_COLUMNS } from '@/components/tables/release-list';
import { DataTable } from '@/components/ui/data-table';
import { tableFiles } from '@/lib/contracts/page-tables';
import { listReleases } from '@/lib/data/figures';
import { currentViewer } from '@/lib/data/viewer';
import { can } from '@/lib/domain/access/access';
import { WithdrawForm } from './_components/withdraw-form';

export const metadata: Metadata = { title: 'Sources and releases' };

type Release = Awaited<ReturnType<typeof listReleases>>[number];

export default async function ReleasesPage() {
  const releases = await forPage(listReleases);
  const viewer = await currentViewer();
  const mayWithdraw = viewer !== null && can(viewer, 'data:import');
  return (
    <PageMain>
      <PageHeader
        title="Sources and releases"
        crumbs={[{ href: '/data', label: 'Data and definitions' }]}
        lead="A release never changes once it is published; a newer one supersedes it."
      />
      <DataTable
        caption="Releases"
        columns={[
          ...screenColumns<Release>(RELEASE_COLUMNS, {
            source: ({ sourceName, publisher, url }) =>
              url ? <a className="link" href={url}>{`${sourceName}, ${publisher}`}</a> : `${sourceName}, ${publisher}`,
          }),
          ...(mayWithdraw
            ? [
                {
                  key: 'withdraw',
                  header: 'Withdraw',
                  cell: ({ id, dataset, status }: Release) =>
                    dataset !== null && status !== 'withdrawn' ? <WithdrawForm release={id} /> : '–',
                },
              ]
            : []),
        ]}
        rows={releases}
        rowKey={({ id }) => id}
        download={{ what: 'this list', files: tableFiles('releases', {}) }}
      />
    </PageMain>
  );
}
