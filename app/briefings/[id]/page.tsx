import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { BriefingArticle } from '@/components/briefing/briefing-article';
import { PageMain } from '@/components/shell/page-main';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/link-button';
import { getBriefing } from '@/lib/data/briefings';

export const metadata: Metadata = { title: 'Briefing' };

type PageProps = { params: Promise<{ id: string }> };

export default async function BriefingPage({ params }: PageProps) {
  const { id } = await params;
  const document = await forPage(() => getBriefing(id));
  return (
    <PageMain>
      <div className="no-print flex flex-wrap items-center justify-between gap-3">
        <Breadcrumb crumbs={[{ href: '/briefings', label: 'Briefings' }]} current={document.area.name} />
        <LinkButton href={`/api/v1/briefings/${id}/pdf`} variant="primary">
          Download the PDF
        </LinkButton>
      </div>
      <BriefingArticle document={document} />
    </PageMain>
  );
}
