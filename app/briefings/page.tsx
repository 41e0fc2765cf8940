import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { AppLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { LinkButton } from '@/components/ui/link-button';
import { type BriefingSummary, listBriefings } from '@/lib/data/briefings';
import { formatDateTime } from '@/lib/format/date';

export const metadata: Metadata = { title: 'Briefings' };

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
        columns={[
          {
            key: 'title',
            header: 'Briefing',
            cell: ({ id, title }: BriefingSummary) => (
              <AppLink className="link" href={`/briefings/${id}`}>
                {title}
              </AppLink>
            ),
          },
          { key: 'area', header: 'Area', cell: ({ areaName }: BriefingSummary) => areaName },
          { key: 'made', header: 'Made', cell: ({ createdAt }: BriefingSummary) => formatDateTime(createdAt) },
          { key: 'run', header: 'Modelled option', cell: ({ runId }: BriefingSummary) => runId ?? 'none' },
          {
            key: 'pdf',
            header: 'PDF',
            cell: ({ id, title }: BriefingSummary) => (
              <a className="link" href={`/api/v1/briefings/${id}/pdf`} aria-label={`Download the PDF: ${title}`}>
                Download
              </a>
            ),
          },
        ]}
        rows={briefings}
        rowKey={({ id }) => id}
        empty="No briefing yet. Make one from a region’s page, from a scenario’s result, or here."
      />
    </PageMain>
  );
}
