import { forPage } from '@/app/_adapters/page';
import { leavingShare, toCapitalEntry } from '@/components/charts/capital-rows';
import { leavingTitle, relationAlternative, relationTitle, shareWithInterval } from '@/components/charts/capital-words';
import { ChartFrame } from '@/components/charts/chart-frame';
import { stackTable, toStackRows } from '@/components/charts/stacked-shares';
import { StackedSharesChart } from '@/components/charts/stacked-shares-chart';
import type { JourneysState } from '@/components/journeys/journeys-state';
import { EmptyState } from '@/components/ui/empty-state';
import { tableQueryOf } from '@/lib/contracts/journeys-query';
import { findJourneyTable } from '@/lib/data/journey-views';
import { STEP_WORDS } from '@/lib/format/flow-words';
import { framePapers } from './frame-papers';
import { JourneyAbsence } from './journey-absence';
import { RatioFrame } from './ratio-frame';

/** How moves stand to the capital region, and how many graduates there are for each foundation place. */
export async function CapitalView({ state }: { state: JourneysState }) {
  const { guide, query } = state;
  const { capital } = guide;
  if (!capital) {
    return (
      <EmptyState title="No capital region">
        <p>None of the regions that are loaded is the capital region.</p>
      </EmptyState>
    );
  }
  const asked = tableQueryOf(query);
  const [schools, homes] = await forPage(() =>
    Promise.all([
      findJourneyTable('school_region_by_foundation_region', asked),
      findJourneyTable('home_region_by_foundation_region', asked),
    ]),
  );
  const school = schools.kind === 'table' ? schools.view : null;
  const home = homes.kind === 'table' ? homes.view : null;
  const first = school ?? home;
  if (!first) return <JourneyAbsence guide={guide} {...(schools.kind === 'table' ? {} : { answer: schools })} />;
  const entries = [
    ...(school ? [toCapitalEntry(school, capital, STEP_WORDS.school_to_foundation.short)] : []),
    ...(home ? [toCapitalEntry(home, capital, STEP_WORDS.home_to_foundation.short)] : []),
  ];
  const here = school && leavingShare(school, (code) => code === capital.code);
  const elsewhere = school && leavingShare(school, (code) => code !== capital.code);
  const [entry] = entries;
  const alternative = relationAlternative(entries);
  return (
    <>
      <ChartFrame
        id="capital"
        headingLevel={2}
        title={
          here && elsewhere
            ? leavingTitle(capital.name, here, elsewhere)
            : entry
              ? relationTitle(entry, capital.name)
              : capital.name
        }
        alternative={alternative}
        unit="% of those whose two regions are known; number of people at the right"
        {...framePapers(state, first.source)}
        footnotes={[
          ...(here && elsewhere
            ? [
                `Left ${capital.name}: ${shareWithInterval(here)}. Left the region of their school elsewhere: ${shareWithInterval(elsewhere)}. Unlike numbers of schools and places lie behind this; it is described, not explained.`,
              ]
            : [
                'Moves by region of medical school are for those who plan training: a region may hold a single school.',
              ]),
        ]}
        table={stackTable(entries, 'Step')}
      >
        <StackedSharesChart
          rows={toStackRows(entries)}
          parts={(entry?.parts ?? []).map(({ label }) => label)}
          alternative={alternative}
        />
      </ChartFrame>
      {school ? <RatioFrame state={state} /> : null}
    </>
  );
}
