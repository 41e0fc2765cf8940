import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CountryBar } from '@/app/_adapters/country-bar';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { CountryQuery } from '@/lib/contracts/country-query';
import { listFindings } from '@/lib/data/findings';
import { FINDING_DEFINITIONS } from '@/lib/domain/findings/definitions';
import { FindingCard } from './_components/finding-card';

export const metadata: Metadata = { title: 'Findings' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const tests = new Map(FINDING_DEFINITIONS.map(({ id, test }) => [id, test]));

export default async function FindingsPage({ searchParams }: PageProps) {
  const query = CountryQuery.safeParse(await searchParams);
  if (!query.success) redirect('/findings');
  const { country } = query.data;
  const { findings } = await forPage(() => listFindings(country));
  const loaded = findings.filter(({ verdict }) => verdict !== 'not_loaded').length;
  return (
    <>
      <CountryBar action="/findings" root={country} />
      <PageMain root={country}>
        <PageHeader
          title="Published findings, tested again"
          lead={`Each claim of the two research summaries that data can test, on what is loaded: ${loaded} of ${findings.length} can be tested. An association is not a cause, and areas are not people.`}
        />
        <ul className="grid gap-4 lg:grid-cols-2">
          {findings.map((finding) => (
            <FindingCard key={finding.id} finding={finding} test={tests.get(finding.id) ?? ''} />
          ))}
        </ul>
      </PageMain>
    </>
  );
}
