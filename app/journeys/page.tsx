import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { countryField } from '@/app/_adapters/country-field';
import { mayFitModels } from '@/app/_adapters/may-fit';
import { forPage } from '@/app/_adapters/page';
import { type JourneysState, knownState } from '@/components/journeys/journeys-state';
import { ContextBar } from '@/components/shell/context-bar';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { type RelatedLink, RelatedLinks } from '@/components/shell/related-links';
import { countryHref } from '@/lib/contracts/country-query';
import { JourneysQuery, journeysHref } from '@/lib/contracts/journeys-query';
import { getJourneyGuide } from '@/lib/data/journey-views';
import type { Root } from '@/lib/domain/geography/area';
import { NothingLoaded } from './_components/journey-absence';
import { disabledReason, journeysFields } from './_components/journeys-fields';
import { JourneysTabs } from './_components/journeys-tabs';
import { ViewOf } from './_components/view-of';

export const metadata: Metadata = { title: 'Journeys' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function JourneysPage({ searchParams }: PageProps) {
  const parsed = JourneysQuery.safeParse(await searchParams);
  if (!parsed.success) redirect('/journeys');
  const guide = await forPage(() => getJourneyGuide(parsed.data.country, parsed.data.school));
  const state = knownState(parsed.data, guide);
  const { query } = state;
  if (journeysHref(query) !== journeysHref(parsed.data)) redirect(journeysHref(query));
  const countries = await countryField(query.country);
  return (
    <>
      <Bar state={state} countries={countries} />
      <PageMain root={query.country}>
        <PageHeader
          title="Journeys"
          lead="Where doctors come from and where they go: home, medical school, foundation training, specialty training, career post. What is described here is not explained by it."
        />
        <RelatedLinks links={relatedTo(query.country, await mayFitModels())} />
        {guide.source === null ? (
          <NothingLoaded guide={guide} />
        ) : (
          <>
            <JourneysTabs state={state} />
            <Narrowing state={state} />
            <ViewOf state={state} />
          </>
        )}
      </PageMain>
    </>
  );
}

const relatedTo = (country: Root, mayFit: boolean): RelatedLink[] => [
  { href: countryHref('/journeys/jobs', country), text: 'Who does which job' },
  { href: countryHref('/schools', country), text: 'Medical schools' },
  { href: countryHref('/findings', country), text: 'Published findings, tested again' },
  ...(mayFit ? [{ href: countryHref('/journeys/models', country), text: 'Models of journeys' }] : []),
];

type BarProps = { state: JourneysState; countries: Awaited<ReturnType<typeof countryField>> };

/** Country, table, period and who: the choice is the address. */
function Bar({ state, countries }: BarProps) {
  const { query, guide } = state;
  const fields = [...countries, ...(guide.source === null ? [] : journeysFields(state))];
  if (fields.length === 0) return null;
  const named = new Set(fields.map(({ name }) => name));
  const kept = Object.entries({ ...query, dir: query.sort === undefined ? undefined : query.dir }).flatMap(
    ([name, value]) => (value === undefined || named.has(name) ? [] : [[name, String(value)] as const]),
  );
  return <ContextBar action="/journeys" fields={fields} kept={Object.fromEntries(kept)} />;
}

function Narrowing({ state }: { state: JourneysState }) {
  const reason = disabledReason(state);
  return reason === null ? null : <p className="max-w-prose text-sm text-muted">{reason}</p>;
}
