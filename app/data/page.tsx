import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { CountryBar } from '@/app/_adapters/country-bar';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { CATALOGUE_COLUMNS } from '@/components/tables/data-lists';
import { screenColumns } from '@/components/tables/list-column';
import { AppLink } from '@/components/ui/app-link';
import { Button } from '@/components/ui/button';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { DownloadLinks } from '@/components/ui/download-links';
import { LinkButton } from '@/components/ui/link-button';
import { TextInput } from '@/components/ui/text-input';
import { CountryQuery, countryHref } from '@/lib/contracts/country-query';
import { tableFiles } from '@/lib/contracts/page-tables';
import { type CatalogueEntry, listCatalogue } from '@/lib/data/catalogue';
import { searchCatalogue } from '@/lib/data/catalogue-search';
import { currentViewer } from '@/lib/data/viewer';
import { can } from '@/lib/domain/access/access';
import type { Root } from '@/lib/domain/geography/area';

export const metadata: Metadata = { title: 'Data and definitions' };

const Query = CountryQuery.extend({ q: z.string().max(80).default('') });

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const columnsFor = (country: Root): readonly TableColumn<CatalogueEntry>[] =>
  screenColumns(CATALOGUE_COLUMNS, {
    indicator_name: ({ indicator }) => (
      <AppLink className="link" href={countryHref(`/data/${indicator.id}`, country)}>
        {indicator.name}
      </AppLink>
    ),
  });

type NothingFoundProps = { q: string; nearest: CatalogueEntry | null; country: Root };

function NothingFound({ q, nearest, country }: NothingFoundProps) {
  return (
    <p>
      {`No indicator matches “${q}”. `}
      {nearest ? (
        <>
          {'Nearest: '}
          <AppLink className="link" href={countryHref(`/data/${nearest.indicator.id}`, country)}>
            {nearest.indicator.name}
          </AppLink>
          {'. '}
        </>
      ) : null}
      <AppLink className="link" href={countryHref('/data', country)}>
        Show all indicators
      </AppLink>
    </p>
  );
}

export default async function DataPage({ searchParams }: PageProps) {
  const query = Query.safeParse(await searchParams);
  if (!query.success) redirect('/data');
  const { q, country } = query.data;
  const viewer = await currentViewer();
  const mayImport = viewer !== null && can(viewer, 'data:import');
  const { found, nearest } = searchCatalogue(await forPage(() => listCatalogue(country)), q);
  return (
    <>
      <CountryBar action="/data" root={country} kept={q ? { q } : {}} />
      <PageMain root={country}>
        <PageHeader
          title="Data and definitions"
          lead="Every indicator with its definition, its source and what is loaded."
          actions={
            <>
              {mayImport ? <LinkButton href="/data/import">Import</LinkButton> : null}
              <LinkButton href={countryHref('/data/counts', country)}>Counts of people</LinkButton>
              <LinkButton href={countryHref('/data/quality', country)}>Data quality</LinkButton>
              <LinkButton href="/data/releases">Sources and releases</LinkButton>
            </>
          }
        />
        <form method="get" className="no-print flex flex-wrap items-end gap-3">
          {country === 'england' ? null : <input type="hidden" name="country" value={country} />}
          <TextInput name="q" label="Find an indicator" type="search" defaultValue={q} />
          <Button type="submit" variant="secondary">
            Find
          </Button>
        </form>
        <DataTable
          caption="Indicators"
          columns={columnsFor(country)}
          rows={found}
          rowKey={({ indicator }) => indicator.id}
          empty={<NothingFound q={q} nearest={nearest} country={country} />}
          download={{ what: 'this list', files: tableFiles('catalogue', { q, country }) }}
        />
        <DownloadLinks
          what="all definitions"
          files={{ csv: '/api/v1/indicators?format=csv', xlsx: '/api/v1/indicators?format=xlsx' }}
        />
      </PageMain>
    </>
  );
}
