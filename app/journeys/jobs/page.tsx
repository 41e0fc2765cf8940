import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { countryField } from '@/app/_adapters/country-field';
import { forPage } from '@/app/_adapters/page';
import { EqualityPanel } from '@/components/journeys/equality-panel';
import { ContextBar } from '@/components/shell/context-bar';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { AppLink } from '@/components/ui/app-link';
import { EmptyState } from '@/components/ui/empty-state';
import { countryHref } from '@/lib/contracts/country-query';
import { JobsQuery } from '@/lib/contracts/job-representation';
import { NotFound } from '@/lib/data/errors';
import { getJobRepresentation } from '@/lib/data/job-representation';
import { JOB_VIEWS } from '@/lib/domain/reach/job-views';
import { JOB_CHARACTERISTICS, JOB_ROWS } from '@/lib/format/job-words';

export const metadata: Metadata = { title: 'Who does which job' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const GROUPS = JOB_CHARACTERISTICS.flatMap(({ groups }) => groups);
const ALL_YEARS = '';

const without = (value: string | string[] | undefined): boolean => value !== ALL_YEARS;

/** Null: nothing is loaded. `unknown_period`: of the other country, or of an earlier cohort. */
const read = (query: JobsQuery) =>
  forPage(() =>
    getJobRepresentation(query).catch((error: unknown) => {
      if (error instanceof NotFound && query.period !== undefined) return 'unknown_period' as const;
      throw error;
    }),
  );

export default async function JobsPage({ searchParams }: PageProps) {
  const asked = Object.entries(await searchParams).filter(([, value]) => without(value));
  const query = JobsQuery.safeParse(Object.fromEntries(asked));
  if (!query.success) redirect('/journeys/jobs');
  const { country, across, group, period = ALL_YEARS } = query.data;
  const view = await read(query.data);
  if (view === 'unknown_period')
    redirect(`/journeys/jobs?${new URLSearchParams({ country, across, group }).toString()}`);
  const years = [
    { value: ALL_YEARS, label: 'All years' },
    ...(view?.periods ?? []).map((value) => ({ value, label: value })),
  ];
  return (
    <>
      <ContextBar
        action="/journeys/jobs"
        fields={[
          ...(await countryField(country)),
          {
            name: 'across',
            label: 'Jobs',
            value: across,
            options: JOB_VIEWS.map((value) => ({ value, label: JOB_ROWS[value].title })),
          },
          {
            name: 'group',
            label: 'Group drawn',
            value: group,
            options: GROUPS.map(({ group: value, words }) => ({ value, label: words })),
          },
          { name: 'period', label: 'Entered medical school', value: period, options: years },
        ]}
      />
      <PageMain root={country}>
        <PageHeader
          title="Who does which job"
          crumbs={[{ href: countryHref('/journeys', country), label: 'Journeys' }]}
          lead={`${JOB_ROWS[across].title}. Women and men, ethnic groups and deprivation fifths: each share against one named base. Why they differ isn’t known.`}
        />
        {view === null ? (
          <NothingLoaded />
        ) : view.isWithheld ? (
          <EmptyState title="These would be the figures of one or two schools">
            {period === ALL_YEARS
              ? 'The cohort that is loaded holds people of fewer than three medical schools.'
              : 'In these years the cohort that is loaded holds people of fewer than three medical schools.'}{' '}
            Who studies at a school, and what becomes of them, is for its own staff: with three schools or more this
            page is shown.
          </EmptyState>
        ) : (
          <EqualityPanel view={view} group={group} />
        )}
        <p className="text-sm">
          <AppLink className="link" href={`${countryHref('/findings', country)}#A1-1.10`}>
            The finding that this is about
          </AppLink>
        </p>
      </PageMain>
    </>
  );
}

function NothingLoaded() {
  return (
    <EmptyState title="No cohort is loaded for this country">
      Who does which job needs people followed from medical school to their posts. Nobody publishes such tables: a
      cohort (cohort.csv) from a safe haven such as UKMED would load them. The columns are described under{' '}
      <AppLink className="link" href="/help/files">
        files that can be read
      </AppLink>
      .
    </EmptyState>
  );
}
