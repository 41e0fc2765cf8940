import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { DownloadLinks } from '@/components/ui/download-links';
import { Pill } from '@/components/ui/pill';
import { CountQuery } from '@/lib/contracts/count-table';
import { countryHref } from '@/lib/contracts/country-query';
import { getCountTable } from '@/lib/data/count-tables';
import { RULE_SET_WORDS } from '@/lib/format/count-words';
import { CountForm } from './_components/count-form';
import { CountGrid } from './_components/count-grid';
import { toSearch } from './_components/count-search';

export const metadata: Metadata = { title: 'Counts of people' };

type Params = Record<string, string | string[] | undefined>;
type PageProps = { params: Promise<{ shape: string }>; searchParams: Promise<Params> };

/** Ticked boxes repeat their name; in an address that was copied they may be one list. */
const joined = (params: Params) =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );

export default async function CountTablePage({ params, searchParams }: PageProps) {
  const shape = decodeURIComponent((await params).shape);
  const query = CountQuery.safeParse(joined(await searchParams));
  if (!query.success) redirect(`/data/counts/${encodeURIComponent(shape)}`);
  const { country } = query.data;
  const view = await forPage(() => getCountTable(shape, query.data));
  const whole = await forPage(() =>
    getCountTable(shape, { country, period: view.period.end, level: view.levels.at(-1) }),
  );
  const href = (format: string) => `/api/v1/counts/${shape}?${toSearch({ ...query.data, format })}`;
  return (
    <PageMain root={country}>
      <PageHeader
        title={view.title}
        crumbs={[
          { href: '/data', label: 'Data and definitions' },
          { href: countryHref('/data/counts', country), label: 'Counts of people' },
        ]}
        tags={
          <>
            <Pill tone="outline">{view.period.label}</Pill>
            {view.ownScope ? <Pill tone="outline">your school only</Pill> : null}
          </>
        }
        lead={`${view.source.name}, ${view.source.publisher}. Small numbers: ${RULE_SET_WORDS[view.source.ruleSet]}.`}
      />
      <CountForm view={view} whole={whole} query={query.data} />
      <CountGrid view={view} />
      <DownloadLinks what="this table" files={{ csv: href('csv'), xlsx: href('xlsx') }} />
    </PageMain>
  );
}
