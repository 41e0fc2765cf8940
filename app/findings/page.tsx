import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CountryBar } from '@/app/_adapters/country-bar';
import { mayFitModels } from '@/app/_adapters/may-fit';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { type RelatedLink, RelatedLinks } from '@/components/shell/related-links';
import { DownloadLinks } from '@/components/ui/download-links';
import { CountryQuery, countryHref } from '@/lib/contracts/country-query';
import { tableFiles } from '@/lib/contracts/page-tables';
import { getFindingHistory, listFindings } from '@/lib/data/findings';
import type { CardOnDay } from '@/lib/domain/findings/cards-on-day';
import { FINDING_DEFINITIONS } from '@/lib/domain/findings/definitions';
import type { Root } from '@/lib/domain/geography/area';
import { upperFirst } from '@/lib/format/words';
import { FindingCard } from './_components/finding-card';
import { VERDICTS } from './_components/verdict-words';

export const metadata: Metadata = { title: 'Findings' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const relatedTo = (country: Root, mayFit: boolean): RelatedLink[] => [
  { href: countryHref('/journeys', country), text: 'Journeys' },
  { href: countryHref('/journeys/jobs', country), text: 'Who does which job' },
  { href: countryHref('/schools', country), text: 'Medical schools' },
  { href: countryHref('/regions', country), text: 'Regions' },
  ...(mayFit ? [{ href: countryHref('/journeys/models', country), text: 'Models of journeys' }] : []),
];

/** `3 supported by these data, 2 cannot tell.` */
function tally(all: readonly CardOnDay[]): string {
  const findings = all.filter(({ isOld }) => !isOld);
  const old = all.length - findings.length;
  const counts = Object.entries(VERDICTS).flatMap(([verdict, { words }]) => {
    const cards = findings.filter((one) => one.verdict === verdict).length;
    return cards === 0 ? [] : [`${cards} ${words.toLowerCase()}`];
  });
  const apart = old === 0 ? '' : ` ${old} more by figures over three years old, which don’t count here.`;
  return `${upperFirst(counts.join(', '))}.${apart}`;
}

export default async function FindingsPage({ searchParams }: PageProps) {
  const query = CountryQuery.safeParse(await searchParams);
  if (!query.success) redirect('/findings');
  const { country } = query.data;
  const { findings, release } = await forPage(() => listFindings(country));
  const { earlier } = await forPage(() => getFindingHistory(country));
  const tested = findings.filter(({ parts }) => parts.some(({ effect }) => effect !== null)).length;
  const loaded = findings.filter(({ underlying }) => underlying !== 'not_loaded').length;
  const unusable = loaded > tested ? `; for ${loaded - tested} more, what is loaded gives no figure` : '';
  return (
    <>
      <CountryBar action="/findings" root={country} />
      <PageMain root={country}>
        <PageHeader
          title="Published findings, tested again"
          lead={`Each claim of the two research summaries that data can test, on what is loaded: ${tested} of ${findings.length} can be tested${unusable}. An association is not a cause, and areas are not people.`}
        />
        <RelatedLinks links={relatedTo(country, await mayFitModels())} />
        <p className="max-w-prose text-sm text-muted">
          {`${tally(findings)} Worked out again after each publication, now from ${release}; where a card said something else before, that stands on it.`}
        </p>
        <DownloadLinks what="all findings" files={tableFiles('findings', { country })} />
        <ul className="grid gap-4 lg:grid-cols-2">
          {FINDING_DEFINITIONS.flatMap((definition) => {
            const finding = findings.find(({ id }) => id === definition.id);
            return finding ? (
              <FindingCard
                key={definition.id}
                finding={finding}
                country={country}
                definition={definition}
                earlier={earlier.get(definition.id) ?? []}
              />
            ) : (
              []
            );
          })}
        </ul>
      </PageMain>
    </>
  );
}
