import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { DownloadLinks } from '@/components/ui/download-links';
import { Pill } from '@/components/ui/pill';
import { figuresFiles } from '@/lib/contracts/figures-query';
import { getIndicator, listReleases } from '@/lib/data/figures';
import { GROUP_WORDS } from '@/lib/format/words';
import { DefinitionList } from './_components/definition-list';
import { FiguresTable } from './_components/figures-table';
import { ReleaseTable } from './_components/release-table';
import { SourceList } from './_components/source-list';

export const metadata: Metadata = { title: 'Definition' };

type PageProps = { params: Promise<{ indicator: string }> };

export default async function IndicatorPage({ params }: PageProps) {
  const id = decodeURIComponent((await params).indicator);
  const { indicator, figures } = await forPage(() => getIndicator(id));
  const releases = await forPage(listReleases);
  return (
    <PageMain>
      <PageHeader
        title={indicator.name}
        crumbs={[{ href: '/data', label: 'Data and definitions' }]}
        tags={<Pill tone="outline">{GROUP_WORDS[indicator.group]}</Pill>}
      />
      <DefinitionList indicator={indicator} />
      <SourceList figures={figures} />
      {figures.length > 0 ? (
        <>
          <ReleaseTable figures={figures} releases={releases} />
          <section aria-label="Figures" className="flex flex-col gap-3">
            <DownloadLinks what={`all ${figures.length} figures`} files={figuresFiles({ indicator: id })} />
            <FiguresTable indicator={indicator} figures={figures} />
          </section>
        </>
      ) : null}
    </PageMain>
  );
}
