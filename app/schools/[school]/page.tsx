import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { inTurn } from '@/app/_adapters/in-turn';
import { forPage } from '@/app/_adapters/page';
import { SchoolFigures } from '@/app/schools/_components/school-figures';
import { ContextBar } from '@/components/shell/context-bar';
import { PageMain } from '@/components/shell/page-main';
import type { BoundaryMap } from '@/lib/contracts/boundary-map';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import { SchoolQuery, schoolHref } from '@/lib/contracts/school-reach-query';
import { getArea } from '@/lib/data/areas';
import { findBoundaryMap } from '@/lib/data/boundaries';
import { getSchoolReach } from '@/lib/data/school-reach';
import { AbsentBlock } from './_components/absent-block';
import { DestinationsView } from './_components/destinations-view';
import { ReachView } from './_components/reach-view';
import { SchoolHeader } from './_components/school-header';
import { WhoView } from './_components/who-view';

export const metadata: Metadata = { title: 'Medical school' };

type PageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function readSchool(code: string, query: SchoolQuery) {
  const school = await forPage(() => getArea(code));
  if (school.type !== 'medical_school') notFound();
  const mix = { by: query.by, shares: query.share };
  const reach = await forPage(() => getSchoolReach(code, { period: query.period, mix }));
  const { home } = reach;
  const boundaries = home.kind === 'given' ? await forPage(() => findBoundaryMap(home.authorities)) : null;
  return { school, reach, boundaries };
}

export default async function SchoolPage({ params, searchParams }: PageProps) {
  const code = decodeURIComponent((await params).school);
  const parsed = SchoolQuery.safeParse(await searchParams);
  if (!parsed.success) redirect(schoolHref(code));
  const query = parsed.data;
  const { school, reach, boundaries } = await inTurn(() => readSchool(code, query));
  return (
    <>
      <PeriodBar reach={reach} query={query} />
      <PageMain root={school.root}>
        <SchoolHeader reach={reach} query={query} />
        <View reach={reach} query={query} boundaries={boundaries} />
        <SchoolFigures school={school} />
      </PageMain>
    </>
  );
}

function PeriodBar({ reach, query }: { reach: SchoolReach; query: SchoolQuery }) {
  if (reach.periods.length < 2) return null;
  const options = [{ value: '', label: 'All years' }, ...reach.periods.map((value) => ({ value, label: value }))];
  return (
    <ContextBar
      action={schoolHref(reach.school.code)}
      fields={[{ name: 'period', label: 'Entry years', value: reach.period ?? '', options }]}
      kept={{ view: query.view }}
    />
  );
}

type ViewProps = { reach: SchoolReach; query: SchoolQuery; boundaries: BoundaryMap | null };

function View({ reach, query, boundaries }: ViewProps) {
  if (reach.reading === 'none' && reach.home.kind === 'absent')
    return <AbsentBlock title="Where its students come from and go" block={reach.home} />;
  if (query.view === 'who') return <WhoView reach={reach} />;
  if (query.view === 'destinations') return <DestinationsView reach={reach} query={query} />;
  return <ReachView reach={reach} query={query} boundaries={boundaries} />;
}
