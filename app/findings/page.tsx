import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CountryBar } from '@/app/_adapters/country-bar';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { AppLink } from '@/components/ui/app-link';
import { CountryQuery, countryHref } from '@/lib/contracts/country-query';
import { getFindingHistory, listFindings } from '@/lib/data/findings';
import { currentViewer } from '@/lib/data/viewer';
import { can } from '@/lib/domain/access/access';
import { FINDING_DEFINITIONS } from '@/lib/domain/findings/definitions';
import { FindingCard } from './_components/finding-card';

export const metadata: Metadata = { title: 'Findings' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const tests = new Map(FINDING_DEFINITIONS.map(({ id, test }) => [id, test]));

export default async function FindingsPage({ searchParams }: PageProps) {
  const query = CountryQuery.safeParse(await searchParams);
  if (!query.success) redirect('/findings');
  const { country } = query.data;
  const { findings, release } = await forPage(() => listFindings(country));
  const viewer = await currentViewer();
  const mayFit = viewer !== null && can(viewer, 'data:import');
  const { earlier } = await forPage(() => getFindingHistory(country));
  const loaded = findings.filter(({ verdict }) => verdict !== 'not_loaded').length;
  return (
    <>
      <CountryBar action="/findings" root={country} />
      <PageMain root={country}>
        <PageHeader
          title="Published findings, tested again"
          lead={`Each claim of the two research summaries that data can test, on what is loaded: ${loaded} of ${findings.length} can be tested. An association is not a cause, and areas are not people.`}
        />
        <p className="max-w-prose text-sm text-muted">
          {`Worked out again after each publication, now from ${release}; where a card said something else before, that stands on it. `}
          <AppLink className="link" href={countryHref('/journeys/jobs', country)}>
            Who does which job
          </AppLink>
          {mayFit ? (
            <>
              {' · '}
              <AppLink className="link" href={countryHref('/journeys/models', country)}>
                Models of journeys
              </AppLink>
            </>
          ) : null}
        </p>
        <ul className="grid gap-4 lg:grid-cols-2">
          {findings.map((finding) => (
            <FindingCard
              key={finding.id}
              finding={finding}
              test={tests.get(finding.id) ?? ''}
              earlier={earlier.get(finding.id) ?? []}
            />
          ))}
        </ul>
      </PageMain>
    </>
  );
}
