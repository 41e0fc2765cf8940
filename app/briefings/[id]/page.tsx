import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { BriefingArticle } from '@/components/briefing/briefing-article';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { Callout } from '@/components/tremor/callout';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/link-button';
import { findBriefing } from '@/lib/data/briefings';

export const metadata: Metadata = { title: 'Briefing' };

type PageProps = { params: Promise<{ id: string }> };

export default async function BriefingPage({ params }: PageProps) {
  const { id } = await params;
  const found = await forPage(() => findBriefing(id));
  if ('closed' in found) return <Closed words={found.closed} />;
  const { document } = found;
  return (
    <PageMain>
      <div className="no-print flex flex-wrap items-center justify-between gap-3">
        <Breadcrumb crumbs={[{ href: '/briefings', label: 'Briefings' }]} current={document.area.name} />
        <LinkButton href={`/api/v1/briefings/${id}/pdf`} variant="primary">
          Download the PDF
        </LinkButton>
      </div>
      <BriefingArticle id={id} document={document} />
    </PageMain>
  );
}

function Closed({ words }: { words: string }) {
  return (
    <PageMain>
      <PageHeader title="Briefing" crumbs={[{ href: '/briefings', label: 'Briefings' }]} />
      <Callout tone="danger" title="Closed: data withdrawn for disclosure">
        {words}
      </Callout>
    </PageMain>
  );
}
