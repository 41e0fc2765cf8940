import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { screenColumns } from '@/components/tables/list-column';
import { BRIEFING_COLUMNS } from '@/components/tables/work-lists';
import { AppLink } from '@/components/ui/app-link';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { LinkButton } from '@/components/ui/link-button';
import { tableFiles } from '@/lib/contracts/page-tables';
import { type BriefingSummary, listBriefings } from '@/lib/data/briefings';

export const metadata: Metadata = { title: 'Briefings' };

const COLUMNS: readonly TableColumn<BriefingSummary>[] = [
  ...screenColumns(BRIEFING_COLUMNS, {
    title: ({ id, title }) => (
      <AppLink className="link" href={`/briefings/${id}`}>
        {title}
      </AppLink>
    ),
  }),
  {
    key: 'pdf',
    header: 'PDF',
    cell: ({ id, title }) => (
      <a className="link" href={`/api/v1/briefings/${id}/pdf`} aria-label={`Download the PDF: ${title}`}>
        Download
      </a>
    ),
  },
];

export default async function BriefingsPage() {
  const briefings = await forPage(listBriefings);
  return (
    <PageMain>
      <PageHeader
        title="Briefings"
        lead="A briefing freezes what a region’s page shows on the day it is made, as a page and as a PDF."
        actions={
          <LinkButton href="/briefings/new" variant="primary">
            Make a briefing
          </LinkButton>
        }
      />
      <DataTable
        caption="Your briefings and those of your regions"
        columns={COLUMNS}
        rows={briefings}
        rowKey={({ id }) => id}
        empty="No briefing yet. Make one from a region’s page, from a scenario’s result, or here."
        download={{ what: 'this list', files: tableFiles('briefings', {}) }}
      />
    </PageMain>
  );
}
