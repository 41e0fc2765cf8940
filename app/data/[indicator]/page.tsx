import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CountryBar } from '@/app/_adapters/country-bar';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { DownloadLinks } from '@/components/ui/download-links';
import { Pill } from '@/components/ui/pill';
import { CountryQuery } from '@/lib/contracts/country-query';
import { figuresFiles } from '@/lib/contracts/figures-query';
import { listFigures } from '@/lib/data/figure-export';
import { getIndicator, listReleases } from '@/lib/data/figures';
import { GROUP_WORDS } from '@/lib/format/words';
import { DefinitionList } from './_components/definition-list';
import { FiguresTable } from './_components/figures-table';
import { ReleaseTable } from './_components/release-table';
import { SourceList } from './_components/source-list';

export const metadata: Metadata = { title: 'Definition' };

type PageProps = {
  params: Promise<{ indicator: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function IndicatorPage({ params, searchParams }: PageProps) {
  const id = decodeURIComponent((await params).indicator);
  const query = CountryQuery.safeParse(await searchParams);
  if (!query.success) redirect(`/data/${encodeURIComponent(id)}`);
  const { country } = query.data;
  const { indicator } = await forPage(() => getIndicator(id));
  const figures = await forPage(() => listFigures({ indicator: id, country }));
  const releases = await forPage(listReleases);
  return (
    <>
      <CountryBar action={`/data/${encodeURIComponent(id)}`} root={country} />
      <PageMain root={country}>
        <PageHeader
          title={indicator.name}
          crumbs={[{ href: '/data', label: 'Data and definitions' }]}
          tags={<Pill tone="outline">{GROUP_WORDS[indicator.group]}</Pill>}
        />
        <DefinitionList indicator={indicator} />
        <SourceList figures={figures} />
        {figures.length > 0 ? (
          <>
            <ReleaseTable indicator={id} country={country} figures={figures} releases={releases} />
            <section aria-label="Figures" className="flex flex-col gap-3">
              <DownloadLinks what={`all ${figures.length} figures`} files={figuresFiles({ indicator: id, country })} />
              <FiguresTable indicator={indicator} figures={figures} />
            </section>
          </>
        ) : null}
      </PageMain>
    </>
  );
}
