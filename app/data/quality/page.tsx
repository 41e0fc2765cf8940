import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CountryBar } from '@/app/_adapters/country-bar';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { DownloadLinks } from '@/components/ui/download-links';
import { EmptyState } from '@/components/ui/empty-state';
import { countryHref } from '@/lib/contracts/country-query';
import { QualityChoice, type QualityEntry, qualityFiles } from '@/lib/contracts/quality';
import { listQuality } from '@/lib/data/quality';
import { countBySeverity } from '@/lib/domain/quality/figure-flags';
import { Severity } from '@/lib/domain/quality/quality-flag';
import { formatCount } from '@/lib/format/number';
import { SEVERITY_WORDS } from '@/lib/format/quality-words';
import { QualityForm } from './_components/quality-form';
import { QualityFlags, QualityGroups } from './_components/quality-table';

export const metadata: Metadata = { title: 'Data quality' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A form sends what isn't chosen as empty. */
const given = (params: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));

function countText(entries: readonly QualityEntry[]): string {
  const counts = countBySeverity(entries);
  const parts = Severity.options.filter((severity) => counts[severity] > 0);
  const words = parts.map((severity) => `${formatCount(counts[severity])} ${SEVERITY_WORDS[severity]}`);
  return `${formatCount(entries.length)} ${entries.length === 1 ? 'flag' : 'flags'}: ${words.join(', ')}.`;
}

export default async function QualityPage({ searchParams }: PageProps) {
  const query = QualityChoice.safeParse(given(await searchParams));
  if (!query.success) redirect('/data/quality');
  const choice = query.data;
  const { country, ...rest } = choice;
  const [all, entries] = await forPage(() => Promise.all([listQuality({ country }), listQuality(choice)]));
  return (
    <>
      <CountryBar action="/data/quality" root={country} kept={rest.check ? { check: rest.check } : {}} />
      <PageMain root={country}>
        <PageHeader
          title="Data quality"
          crumbs={[{ href: countryHref('/data', country), label: 'Data and definitions' }]}
          lead="What the checks found in the figures that are loaded, and in the rows and the age of the files that they came in: ranges, jumps, missing areas, totals, overlapping levels, figures given twice, old sources. No flag means that these checks found nothing, not that a figure is right."
        />
        <QualityForm entries={all} choice={choice} />
        {entries.length === 0 ? (
          <EmptyState title={all.length === 0 ? 'No flags' : 'No flags for this choice'}>
            <p>
              {all.length === 0
                ? 'The checks found nothing in the figures that are loaded, or none are loaded.'
                : 'The checks found nothing of this kind. Show all flags to see what they found elsewhere.'}
            </p>
          </EmptyState>
        ) : (
          <>
            <p>{countText(entries)}</p>
            <QualityGroups entries={entries} />
            {choice.check && (choice.indicator || choice.source) ? <QualityFlags entries={entries} /> : null}
            <DownloadLinks what="these flags" files={qualityFiles(choice)} />
          </>
        )}
      </PageMain>
    </>
  );
}
