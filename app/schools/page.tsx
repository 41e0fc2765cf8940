import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CountryBar } from '@/app/_adapters/country-bar';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { RelatedLinks } from '@/components/shell/related-links';
import { AppLink } from '@/components/ui/app-link';
import { DownloadLinks } from '@/components/ui/download-links';
import { CountryQuery, countryHref } from '@/lib/contracts/country-query';
import type { FileFormat } from '@/lib/contracts/table-file';
import { listAreas } from '@/lib/data/areas';

export const metadata: Metadata = { title: 'Medical schools' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolsPage({ searchParams }: PageProps) {
  const query = CountryQuery.safeParse(await searchParams);
  if (!query.success) redirect('/schools');
  const { country } = query.data;
  const schools = await forPage(() => listAreas(['medical_school'], { root: country }));
  const file = (format: FileFormat) =>
    `/api/v1/areas?${new URLSearchParams({ type: 'medical_school', country, format })}`;
  return (
    <>
      <CountryBar action="/schools" root={country} />
      <PageMain root={country}>
        <PageHeader
          title="Medical schools"
          lead="Where each school recruits, which authorities send few, and where its graduates go, as far as your role may see it and what is loaded says it."
        />
        <ul className="columns-1 gap-8 sm:columns-2 lg:columns-3">
          {schools.map(({ code, name }) => (
            <li key={code} className="py-1">
              <AppLink className="link" href={`/schools/${code}`}>
                {name}
              </AppLink>
            </li>
          ))}
        </ul>
        <DownloadLinks what="the list of schools" files={{ csv: file('csv'), xlsx: file('xlsx') }} />
        <RelatedLinks
          links={[
            { href: countryHref('/journeys', country), text: 'Journeys of all schools’ people' },
            {
              href: `${countryHref('/findings', country)}#A2-2.3`,
              text: 'What was published about schools, tested again',
            },
          ]}
        />
      </PageMain>
    </>
  );
}
