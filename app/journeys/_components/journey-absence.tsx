import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { JourneyAnswer, JourneyGuide } from '@/lib/contracts/journey-views';
import { countryOf } from '@/lib/domain/geography/area';

type JourneyAbsenceProps = { guide: JourneyGuide; answer?: Exclude<JourneyAnswer, { kind: 'table' }> };

/** Why there is nothing, and what would change that. */
export function JourneyAbsence({ guide, answer }: JourneyAbsenceProps) {
  if (answer?.kind === 'not_permitted') return <NotPermitted />;
  if (answer) {
    return (
      <EmptyState title={answer.kind === 'withheld' ? 'Not given, to protect people' : 'Not in what is loaded'}>
        <p>{answer.reason}</p>
      </EmptyState>
    );
  }
  if (guide.source !== null) {
    const missing = guide.tables.some(({ reading, isLoaded }) => reading !== 'none' && !isLoaded);
    return missing ? <NeedsCohort /> : <NotPermitted />;
  }
  return <NothingLoaded guide={guide} />;
}

const NotPermitted = () => (
  <EmptyState title="Not for your role">
    <p>
      Tables by medical school, or by its region, are for those who plan training; school staff see their own school’s,
      because a region may hold a single school. An administrator changes roles.
    </p>
  </EmptyState>
);

/** Rounded tables and an intake know some steps only. */
const NeedsCohort = () => (
  <EmptyState title="Not in what is loaded">
    <p>
      What is loaded doesn’t hold this step. A cohort (<code>cohort.csv</code>) holds all of them;{' '}
      <code>home_school.csv</code> is home to school, <code>school_foundation.csv</code> school to foundation training.
    </p>
  </EmptyState>
);

/** A country without any journeys. */
export function NothingLoaded({ guide: { country } }: { guide: JourneyGuide }) {
  return (
    <EmptyState
      title={`Journeys of doctors in ${countryOf(country).inText} are not loaded`}
      actions={
        <>
          {country === 'england' ? (
            <LinkButton href="/journeys?country=demonstration">See the demonstration country</LinkButton>
          ) : null}
          <LinkButton href="/help/files">Files that can be read</LinkButton>
        </>
      }
    >
      <p>
        No publisher gives out who went where from home to school, training and career. An analyst loads it: a cohort (
        <code>cohort.csv</code>: one line for each group of people who went the same way), or the tables that a national
        safe haven has rounded, <code>home_school.csv</code> for home to school and <code>school_foundation.csv</code>{' '}
        for school to foundation training.
      </p>
    </EmptyState>
  );
}
