import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CountryBar } from '@/app/_adapters/country-bar';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { Callout } from '@/components/tremor/callout';
import { AppLink } from '@/components/ui/app-link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { countryHref } from '@/lib/contracts/country-query';
import { type KeptFit, ModelsQuery } from '@/lib/contracts/journey-fit';
import { getJourneyFit } from '@/lib/data/journey-models';
import { JOURNEY_MODELS } from '@/lib/domain/journey-models/fitted-model';
import { formatDateTime } from '@/lib/format/date';
import { MODEL_WORDS, ROUNDED_FIT, roundedTitle } from '@/lib/format/model-words';
import { FitDiagnostics } from './_components/fit-diagnostics';
import { FitForm } from './_components/fit-form';
import { dataWords } from './_components/fit-papers';
import { FoundingScatter } from './_components/founding-scatter';
import { SchoolSlopes } from './_components/school-slopes';
import { TermChart } from './_components/term-chart';

export const metadata: Metadata = { title: 'Models of journeys' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const hrefOf = ({ country, model }: ModelsQuery): string =>
  `/journeys/models?${new URLSearchParams({ country, model }).toString()}`;

export default async function ModelsPage({ searchParams }: PageProps) {
  const query = ModelsQuery.safeParse(await searchParams);
  if (!query.success) redirect('/journeys/models');
  const { country, model } = query.data;
  const { kept, withheld, data, missing } = await forPage(() => getJourneyFit(model, country));
  return (
    <>
      <CountryBar action="/journeys/models" root={country} kept={{ model }} />
      <PageMain root={country}>
        <PageHeader
          title="Models of journeys"
          crumbs={[{ href: countryHref('/journeys', country), label: 'Journeys' }]}
          lead="Fitted on demand to the newest cohort, else to rounded tables, and kept with their receipts. Only analysts see this page: of a cohort, fits are made from true counts, school by school. They state associations between areas or groups, never causes."
        />
        <LinkTabs
          label="Models"
          tabs={JOURNEY_MODELS.map((one) => ({
            href: hrefOf({ country, model: one }),
            label: MODEL_WORDS[one].title,
            current: one === model,
          }))}
        />
        <div className="flex flex-col gap-4">
          <p className="max-w-prose">{MODEL_WORDS[model].about}</p>
          {data === null ? null : (
            <FitForm
              key={`${country} ${model}`}
              country={country}
              model={model}
              label={kept ? 'Fit again' : 'Fit the model'}
            />
          )}
        </div>
        {withheld === null ? null : <EmptyState title="This fit is not shown to you">{withheld}</EmptyState>}
        {kept ? <Fit kept={kept} /> : withheld === null ? <NoFit data={data} missing={missing} /> : null}
      </PageMain>
    </>
  );
}

function NoFit({ data, missing }: { data: string | null; missing: string | null }) {
  return data === null ? (
    <EmptyState title="Nothing that carries this model is loaded for this country">
      {missing} A cohort (cohort.csv) from a safe haven such as UKMED carries every model, and rounded tables carry all
      but the one of returning home;{' '}
      <AppLink href="/data/import" className="link">
        import them
      </AppLink>{' '}
      first.
    </EmptyState>
  ) : (
    <EmptyState title="This model has not been fitted yet">{`It would be fitted to ${data}.`}</EmptyState>
  );
}

function Fit({ kept }: { kept: KeptFit }) {
  const { fitted, receipt, fittedAt, isCurrent } = kept;
  return (
    <>
      {isCurrent ? null : (
        <Callout title="Something has been published since" tone="caution">
          It may be of another country. Fit it again to see whether that changes anything: the same data give the same
          receipt.
        </Callout>
      )}
      <p className="text-sm text-muted">
        {`Receipt ${receipt.id}, fitted ${formatDateTime(fittedAt)}, ${receipt.version}, ${dataWords(kept)} ${receipt.release}, data ${receipt.data}.`}
      </p>
      {fitted.roundedTo === undefined ? null : <Callout title={roundedTitle(fitted.roundedTo)}>{ROUNDED_FIT}</Callout>}
      <FitDiagnostics kept={kept} />
      {fitted.bySchool ? <SchoolSlopes kept={kept} bySchool={fitted.bySchool} /> : <TermChart kept={kept} />}
      {/* Nobody defines "prestige": how reach thins out with distance is set against founding years, and nothing else is. */}
      {fitted.bySchool?.founding
        .filter(({ term }) => term === 'log_distance')
        .map((founding) => (
          <FoundingScatter key={founding.term} kept={kept} founding={founding} />
        ))}
    </>
  );
}
