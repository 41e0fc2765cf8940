import { forPage } from '@/app/_adapters/page';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import { barFormat, lineBars, lineTable } from '@/components/charts/flow-line';
import { lineAlternative, lineTitle } from '@/components/charts/flow-line-words';
import { lineOfAnswer } from '@/components/charts/settlement-rows';
import type { JourneysState } from '@/components/journeys/journeys-state';
import { AppLink } from '@/components/ui/app-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { JourneyAnswer } from '@/lib/contracts/journey-views';
import { journeyFiles } from '@/lib/contracts/journeys-query';
import { getRegionJourneys } from '@/lib/data/journey-views';
import { shortAreaName } from '@/lib/domain/geography/area-label';
import type { FlowStep } from '@/lib/domain/journeys/flow-tables';
import { STEP_WORDS } from '@/lib/format/flow-words';
import { papersOf } from './frame-papers';
import { JourneyAbsence } from './journey-absence';
import { SettlementFrame } from './settlement-frame';

/** Where do those who train here come from, and where do they go? */
export async function RegionView({ state }: { state: JourneysState }) {
  const { region: code } = state.query;
  if (code === undefined) return <JourneyAbsence guide={state.guide} />;
  const journeys = await forPage(() => getRegionJourneys(code));
  const name = shortAreaName(journeys.region.name);
  return (
    <>
      <div className="flex flex-col gap-1">
        <h2 className="text-xl">{`Who trains in ${name}, and where they go`}</h2>
        <p>
          <AppLink className="link" href={`/regions/${code}`}>{`Figures of ${name}`}</AppLink>
        </p>
      </div>
      {journeys.settlementAtFoundation.kind === 'not_permitted' ? (
        <EmptyState title="Stayers, returners and newcomers: not for your role">
          <p>
            They are told by where people’s medical school was: a region may hold a single school, so this is for those
            who plan training.
          </p>
        </EmptyState>
      ) : (
        <SettlementFrame journeys={journeys} />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <LineFrame answer={journeys.homes} side="to" step="home_to_foundation" state={state} code={code} />
        <LineFrame answer={journeys.schools} side="to" step="school_to_foundation" state={state} code={code} />
        <LineFrame answer={journeys.next} side="from" step="foundation_to_specialty" state={state} code={code} />
        <LineFrame answer={journeys.careers} side="from" step="specialty_to_career" state={state} code={code} />
      </div>
    </>
  );
}

type LineFrameProps = {
  answer: JourneyAnswer;
  side: 'from' | 'to';
  step: FlowStep;
  state: JourneysState;
  code: string;
};

/** Origins of those who came, or destinations of those who left, largest first. */
function LineFrame({ answer, side, step, state: { guide }, code }: LineFrameProps) {
  const words = STEP_WORDS[step];
  if (answer.kind === 'not_permitted') {
    return (
      <EmptyState title={`${words.title}: not for your role`}>
        <p>By region of medical school: a region may hold a single school, so this is for those who plan training.</p>
      </EmptyState>
    );
  }
  const line = lineOfAnswer(answer, side);
  if (answer.kind !== 'table' || !line) {
    return (
      <EmptyState title={`${words.title} is not ${answer.kind === 'withheld' ? 'given' : 'loaded'}`}>
        <p>{answer.kind === 'table' ? 'The table has no such region.' : answer.reason}</p>
      </EmptyState>
    );
  }
  const { view } = answer;
  const alternative = lineAlternative(line, side, words);
  return (
    <ChartFrame
      id={step.replaceAll('_', '-')}
      headingLevel={3}
      title={lineTitle(line, side, words)}
      alternative={alternative}
      unit={`${line.isWhole ? '% of those' : 'People'} in ${side === 'from' ? words.from : words.to} here`}
      {...papersOf(guide.country, view.source, 'all years · everybody', ofArea({ code, name: line.name }))}
      table={lineTable(line, side === 'from' ? `To (${words.to})` : `From (${words.from})`)}
      files={journeyFiles(view.shape, { country: guide.country, [side]: code })}
    >
      <CompareBarsChart
        rows={toCompareBars({ entries: lineBars(line, line.code) })}
        format={barFormat(line)}
        alternative={alternative}
      />
    </ChartFrame>
  );
}
