import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { CountryBar } from '@/app/_adapters/country-bar';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { CountryQuery } from '@/lib/contracts/country-query';
import { listAreas } from '@/lib/data/areas';
import { getProjectionScorecard } from '@/lib/data/backtest';
import { BacktestPanel } from './_components/backtest-panel';
import { PastProjections } from './_components/past-projections';

export const metadata: Metadata = { title: 'Backtest' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BacktestPage({ searchParams }: PageProps) {
  const query = CountryQuery.safeParse(await searchParams);
  if (!query.success) redirect('/scenarios/backtest');
  const { country } = query.data;
  const [scorecard, areas] = await forPage(() =>
    Promise.all([getProjectionScorecard(country), listAreas(['training_region'], { root: country })]),
  );
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return (
    <>
      <CountryBar action="/scenarios/backtest" root={country} />
      <PageMain root={country}>
        <PageHeader
          title="Backtest: past years predicted"
          crumbs={[{ href: '/scenarios', label: 'Scenarios' }]}
          lead="The pathway model is fitted to earlier years, as a run of that year would have been, and compared with the later years that are loaded; and stored runs are compared with what has been loaded since."
        />
        <Suspense
          fallback={
            <p role="status" className="text-muted">
              Fitting the model to each earlier year. The first time after new data this takes up to half a minute.
            </p>
          }
        >
          <BacktestPanel country={country} names={names} />
        </Suspense>
        <PastProjections scorecard={scorecard} country={country} names={names} />
      </PageMain>
    </>
  );
}
