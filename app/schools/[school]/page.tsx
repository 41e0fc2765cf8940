import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { SchoolFigures } from '@/app/schools/_components/school-figures';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { countryHref } from '@/lib/contracts/country-query';
import { getArea } from '@/lib/data/areas';

export const metadata: Metadata = { title: 'Medical school' };

type PageProps = { params: Promise<{ school: string }> };

export default async function SchoolPage({ params }: PageProps) {
  const code = decodeURIComponent((await params).school);
  const school = await forPage(() => getArea(code));
  if (school.type !== 'medical_school') notFound();
  return (
    <PageMain root={school.root}>
      <PageHeader
        title={school.name}
        crumbs={[{ href: countryHref('/schools', school.root), label: 'Medical schools' }]}
      />
      <SchoolFigures school={school} />
    </PageMain>
  );
}
