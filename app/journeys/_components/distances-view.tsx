import { forPage } from '@/app/_adapters/page';
import { ChartFrame } from '@/components/charts/chart-frame';
import {
  bandWords,
  DISTANCE_WORDS,
  distanceAlternative,
  distanceGroupLabel,
  distanceTitle,
} from '@/components/charts/distance-words';
import { type StackEntry, stackTable, toStackRows } from '@/components/charts/stacked-shares';
import { StackedSharesChart } from '@/components/charts/stacked-shares-chart';
import type { JourneysState } from '@/components/journeys/journeys-state';
import { EmptyState } from '@/components/ui/empty-state';
import type { DistanceGroup, DistanceStepView } from '@/lib/contracts/journey-views';
import type { JourneySource } from '@/lib/contracts/journeys';
import { periodChoice } from '@/lib/contracts/journeys-query';
import { getJourneyDistances } from '@/lib/data/journey-distances';
import { framePapers } from './frame-papers';

/** The two distances side by side: each with its name, for everybody and by group. */
export async function DistancesView({ state }: { state: JourneysState }) {
  const { query } = state;
  const view = await forPage(() => getJourneyDistances(query.country, periodChoice(query.period)));
  const { source, steps } = view;
  if (!source) {
    return (
      <EmptyState title="Distances are not loaded">
        <p>
          They are worked out from a cohort (<code>cohort.csv</code>) and the places of authorities, medical schools and
          foundation areas.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="flex max-w-prose flex-col gap-2">
        <p>
          There are two distances, and they say different things: somebody who returns home after school is near home
          and far from school. Each has its name below.
        </p>
        <p>
          A published summary found that women and non-white graduates move further from medical school. Why women and
          non-white graduates move further is not known. Groups differ in where they come from and studied, too: what is
          shown here describes, and doesn’t explain.
        </p>
        {view.isGroupsWithheld ? (
          <p>
            Some groups aren’t given: too few medical schools have people in them, so the table would be a school’s own.
          </p>
        ) : null}
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {steps.map((step) => (
          <DistanceFrame key={step.step} step={step} state={state} source={source} />
        ))}
      </div>
    </>
  );
}

type DistanceFrameProps = { step: DistanceStepView; state: JourneysState; source: JourneySource };

function DistanceFrame({ step: { step, groups }, state, source }: DistanceFrameProps) {
  const words = DISTANCE_WORDS[step];
  const names = new Map(state.guide.ownSchools.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const shown = groups.filter(
    ({ key, people, school, withheld }) => key === 'all' || school !== null || withheld > 0 || (people ?? 0) > 0,
  );
  const entries = shown.map((group) => toEntry(group, distanceGroupLabel(group, nameOf)));
  const alternative = distanceAlternative(shown, words);
  return (
    <ChartFrame
      id={`distance-${step.replaceAll('_', '-')}`}
      headingLevel={2}
      title={distanceTitle(shown, words)}
      alternative={alternative}
      unit={`% of each group’s people, by distance ${words.of}; number of people at the right`}
      {...framePapers(state, source)}
      footnotes={[
        'As the crow flies, between the middle of the home authority, the medical school, and the middle of the foundation area.',
      ]}
      table={stackTable(entries, 'Group')}
    >
      <StackedSharesChart
        rows={toStackRows(entries)}
        parts={(entries[0]?.parts ?? []).map(({ label }) => label)}
        alternative={alternative}
      />
    </ChartFrame>
  );
}

const toEntry = ({ key, school, people, bands, withheld }: DistanceGroup, label: string): StackEntry => ({
  key: `${key} ${school ?? ''}`,
  label,
  people,
  isWithheld: withheld > 0,
  parts: bands.map((band) => ({ ...band, label: bandWords(band.label) })),
});
