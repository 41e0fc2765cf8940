import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { AppLink } from '@/components/ui/app-link';
import { listAreas } from '@/lib/data/areas';

export const metadata: Metadata = { title: 'Medical schools' };

export default async function SchoolsPage() {
  const schools = await forPage(() => listAreas(['medical_school']));
  return (
    <PageMain>
      <PageHeader
        title="Medical schools"
        lead="Published figures by school. Where students come from and where graduates go is not loaded: no such table is published."
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
    </PageMain>
  );
}
