import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { DataTable } from '@/components/ui/data-table';
import { listReleases } from '@/lib/data/figures';
import { currentViewer } from '@/lib/data/viewer';
import { can } from '@/lib/domain/access/access';
import { formatDate, formatDateTime } from '@/lib/format/date';
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
          { key: 'title', header: 'Release', cell: ({ title, id }: Release) => `${title} (${id})` },
          {
            key: 'source',
            header: 'Source',
            cell: ({ sourceName, publisher, url }: Release) =>
              url ? <a className="link" href={url}>{`${sourceName}, ${publisher}`}</a> : `${sourceName}, ${publisher}`,
          },
          {
            key: 'published',
            header: 'Published',
            cell: ({ publishedOn }: Release) => (publishedOn ? formatDate(publishedOn) : 'date not known'),
          },
          {
            key: 'status',
            header: 'Status',
            cell: ({ status, withdrawnReason }: Release) =>
              withdrawnReason ? `${status}: ${withdrawnReason}` : status,
          },
          { key: 'vintage', header: 'Vintage', cell: ({ vintage }: Release) => vintage ?? '–' },
          { key: 'licence', header: 'Licence', cell: ({ licence }: Release) => licence },
          { key: 'loaded', header: 'Loaded', cell: ({ loadedAt }: Release) => formatDateTime(loadedAt.toISOString()) },
          { key: 'note', header: 'Note', cell: ({ note }: Release) => note ?? '' },
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
      />
    </PageMain>
  );
}
