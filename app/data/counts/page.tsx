import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CountryBar } from '@/app/_adapters/country-bar';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { COUNT_TABLE_COLUMNS } from '@/components/tables/data-lists';
import { screenColumns } from '@/components/tables/list-column';
import { AppLink } from '@/components/ui/app-link';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { CountTableEntry } from '@/lib/contracts/count-table';
import { CountryQuery, countryHref } from '@/lib/contracts/country-query';
import { tableFiles } from '@/lib/contracts/page-tables';
import { listCountTables } from '@/lib/data/count-tables';

export const metadata: Metadata = { title: 'Counts of people' };

const COLUMNS: readonly TableColumn<CountTableEntry>[] = screenColumns(COUNT_TABLE_COLUMNS, {
  title: ({ shape, country, title }) => (
    <AppLink className="link" href={countryHref(`/data/counts/${shape}`, country)}>
      {title}
    </AppLink>
  ),
});

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CountTablesPage({ searchParams }: PageProps) {
  const query = CountryQuery.safeParse(await searchParams);
  if (!query.success) redirect('/data/counts');
  const { country } = query.data;
  const tables = await forPage(() => listCountTables(country));
  return (
    <>
      <CountryBar action="/data/counts" root={country} />
      <PageMain root={country}>
        <PageHeader
          title="Counts of people"
          crumbs={[{ href: '/data', label: 'Data and definitions' }]}
          lead="Tables of entrants and graduates. Small numbers are protected before anybody sees them, and stay so whatever is chosen."
        />
        {tables.length > 0 ? (
          <DataTable
            caption="Tables"
            columns={COLUMNS}
            rows={tables}
            rowKey={({ shape }) => shape}
            download={{ what: 'this list', files: tableFiles('count-tables', { country }) }}
          />
        ) : (
          <EmptyState title="No table of counts is loaded for your role">
            Nobody publishes these tables. They come from a medical school’s own records or from a safe haven.
          </EmptyState>
        )}
      </PageMain>
    </>
  );
}
