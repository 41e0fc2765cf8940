import { forPage } from '@/app/_adapters/page';
import { SchoolFigures } from '@/app/schools/_components/school-figures';
import { PageHeader } from '@/components/shell/page-header';
import { listOwnSchools } from '@/lib/data/areas';

export async function SchoolHome() {
  const schools = await forPage(listOwnSchools);
  return (
    <>
      <PageHeader
        title="Your medical school"
        lead="What is loaded about your school, what isn’t, and which file would load it."
      />
      {schools.length === 0 ? <p>Your account has no school yet: ask an administrator to add it.</p> : null}
      {await Promise.all(schools.map((school) => <SchoolFigures key={school.code} school={school} />))}
    </>
  );
}
