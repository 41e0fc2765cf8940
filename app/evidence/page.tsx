import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { Card } from '@/components/tremor/card';
import { DownloadLinks } from '@/components/ui/download-links';
import { LinkTabs } from '@/components/ui/link-tabs';
import { tableFiles } from '@/lib/contracts/page-tables';
import { getEvidenceLibrary, listRecommendations } from '@/lib/data/evidence';
import { listIndicators } from '@/lib/data/figures';
import { getLeverCatalogue } from '@/lib/data/levers';
import { PROGRAMME } from '@/lib/domain/recommendations/programme';
import { READ_WORDS } from '@/lib/format/words';
import { LeverRegister } from './_components/lever-register';
import { RecommendationRegister } from './_components/recommendation-register';

export const metadata: Metadata = { title: 'Evidence' };

export default async function EvidencePage() {
  const [recommendations, { themes, sources }, catalogue, indicators] = await forPage(() =>
    Promise.all([listRecommendations(), getEvidenceLibrary(), getLeverCatalogue(), listIndicators()]),
  );
  const cited = (ids: readonly string[]) =>
    ids.map((id, at) => (
      <span key={id}>
        {at > 0 ? ', ' : ''}
        <a className="link" href={`#source-${id}`}>
          {id}
        </a>
      </span>
    ));
  return (
    <PageMain>
      <PageHeader
        title="Evidence"
        lead="What the interviews found, what is recommended, by whom and on what evidence, and what each lever’s effect rests on."
      />
      <LinkTabs
        label="On this page"
        tabs={[
          { href: '#themes', label: 'Themes', current: false },
          { href: '#register', label: 'Recommendations', current: false },
          { href: '#levers', label: 'Levers', current: false },
          { href: '#sources', label: 'Sources', current: false },
        ]}
      />
      <section aria-labelledby="themes" className="flex flex-col gap-4">
        <h2 id="themes" className="scroll-mt-24 text-xl">
          Interview themes
        </h2>
        <div className="flex max-w-prose flex-col gap-2 text-sm">
          <p>{PROGRAMME.sample}</p>
          <p>{PROGRAMME.discrepancy}</p>
          <p>{PROGRAMME.proportions}</p>
        </div>
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {themes.map(({ id, title, summary, sourceIds, dashboardUse }) => (
            <li key={id}>
              <Card className="flex h-full flex-col gap-2 p-4">
                <h3 className="text-base">{title}</h3>
                <p>{summary}</p>
                <p className="mt-auto text-sm text-muted">{`Use here: ${dashboardUse}`}</p>
                <p className="text-sm">Sources: {cited(sourceIds)}</p>
              </Card>
            </li>
          ))}
        </ul>
        <DownloadLinks what="the themes" files={tableFiles('evidence-themes', {})} />
      </section>
      <RecommendationRegister recommendations={recommendations} themes={themes} indicators={indicators} cited={cited} />
      <LeverRegister catalogue={catalogue} />
      <section aria-labelledby="sources" className="flex flex-col gap-3">
        <h2 id="sources" className="scroll-mt-24 text-xl">
          Sources
        </h2>
        <ul className="flex flex-col gap-2 text-sm">
          {sources.map(({ id, citation, url, read, readNote }) => (
            <li key={id} id={`source-${id}`} className="max-w-[90ch] scroll-mt-24">
              <span className="font-semibold">{id}</span>{' '}
              {url ? (
                <a className="link" href={url}>
                  {citation}
                </a>
              ) : (
                citation
              )}{' '}
              <span className="text-muted">{`(${READ_WORDS[read]}${readNote ? `: ${readNote}` : ''})`}</span>
            </li>
          ))}
        </ul>
        <DownloadLinks what="the sources" files={tableFiles('evidence-sources', {})} />
        <p className="max-w-prose text-sm text-muted">{PROGRAMME.disclaimer}</p>
      </section>
    </PageMain>
  );
}
