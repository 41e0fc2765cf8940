import { ChartFrame } from '@/components/charts/chart-frame';
import { toSankey } from '@/components/charts/sankey';
import { SankeyChart } from '@/components/charts/sankey-chart';
import { sankeyAlternative, sankeyTable, sankeyTitle } from '@/components/charts/sankey-words';
import { toStageRows } from '@/components/charts/stage-rows';
import type { JourneysState } from '@/components/journeys/journeys-state';
import { AppLink } from '@/components/ui/app-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { journeysHref } from '@/lib/contracts/journeys-query';
import { STEP_WORDS } from '@/lib/format/flow-words';
import { framePapers } from './frame-papers';
import { readStages } from './gini-view';
import { JourneyAbsence } from './journey-absence';

/** All stages one after another, each step from its own table. */
export async function StagesView({ state }: { state: JourneysState }) {
  const { guide, query } = state;
  const stages = await readStages(state);
  const [first] = stages;
  if (!first) return <JourneyAbsence guide={guide} />;
  const steps = stages.map(({ step, view }) => ({ from: STEP_WORDS[step].from, to: STEP_WORDS[step].to, view }));
  const sankey = toSankey(steps, guide.regions);
  if (!sankey) {
    return (
      <EmptyState title="Too few people to draw">
        <p>No count of these tables is large enough to be shown for this choice.</p>
      </EmptyState>
    );
  }
  const rows = toStageRows(
    stages,
    guide.regions.map(({ code }) => code),
  );
  const alternative = sankeyAlternative(sankey, rows);
  const hasSchools = stages.some(({ step }) => step === 'home_to_school');
  return (
    <>
      <ChartFrame
        id="stages"
        headingLevel={2}
        title={sankeyTitle(rows)}
        alternative={alternative}
        unit="People; % of each stage’s people"
        {...framePapers(state, first.view.source)}
        footnotes={[
          'Each step is a table of its own: a ribbon that leaves a region is not made of the people in the ribbons that reach it.',
          'Regions stand from north to south. Blue: stayed in the region. Grey: moved. Faint, to a dashed box: not in a region, because they left, are not there yet or aren’t known.',
          ...(hasSchools
            ? []
            : [
                'Without medical schools: a region may hold a single school, so steps by region of school are for those who plan training.',
              ]),
        ]}
        table={sankeyTable(sankey)}
      >
        <ScrollRegion label="All stages: drawing">
          <div className="min-w-[60rem]">
            <SankeyChart sankey={sankey} alternative={alternative} />
          </div>
        </ScrollRegion>
      </ChartFrame>
      <p>
        Every number behind a step:{' '}
        {stages.map(({ step, view }, at) => (
          <span key={step}>
            {at === 0 ? '' : ' · '}
            <AppLink className="link" href={journeysHref({ ...query, view: undefined, table: view.shape })}>
              {STEP_WORDS[step].title}
            </AppLink>
          </span>
        ))}
      </p>
    </>
  );
}
