import { forPage } from '@/app/_adapters/page';
import { ChartFrame, TableFigure } from '@/components/charts/chart-frame';
import { toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import { type Stage, type StageRow, toProjection, toStageRows } from '@/components/charts/stage-rows';
import {
  projectionTable,
  projectionTitle,
  stageAlternative,
  stageTable,
  stageTitle,
} from '@/components/charts/stage-words';
import { type JourneysState, stageTables } from '@/components/journeys/journeys-state';
import { AppLink } from '@/components/ui/app-link';
import { journeysHref, tableQueryOf } from '@/lib/contracts/journeys-query';
import { findJourneyTable } from '@/lib/data/journey-views';
import { measured } from '@/lib/domain/measure/measure';
import { STEP_WORDS } from '@/lib/format/flow-words';
import { framePapers } from './frame-papers';
import { JourneyAbsence } from './journey-absence';

const FORMAT = { unit: 'index', decimals: 2 } as const;

/** The stages that this reader may see, in the order of the way. */
export async function readStages(state: JourneysState): Promise<Stage[]> {
  const asked = tableQueryOf(state.query);
  const answers = await forPage(() =>
    Promise.all(
      stageTables(state.guide).map(async ({ shape, step }) => ({ step, answer: await findJourneyTable(shape, asked) })),
    ),
  );
  return answers.flatMap(({ step, answer }) => (answer.kind === 'table' ? [{ step, view: answer.view }] : []));
}

/** Stage matrices and how evenly arrivals spread over the regions. */
export async function GiniView({ state }: { state: JourneysState }) {
  const { guide, query } = state;
  const stages = await readStages(state);
  const [first] = stages;
  if (!first) return <JourneyAbsence guide={guide} />;
  const regions = guide.regions.map(({ code }) => code);
  const rows = toStageRows(stages, regions);
  const papers = framePapers(state, first.view.source);
  const bars = rows.map(({ step, gini }) => ({
    code: step,
    name: STEP_WORDS[step].short,
    measure:
      gini === null
        ? ({ kind: 'not_applicable', reason: 'Too few people, or a count is withheld' } as const)
        : measured(gini),
  }));
  const alternative = stageAlternative(rows);
  return (
    <>
      <p className="max-w-prose">
        The Gini coefficient of arrivals says how unevenly a stage’s people spread over the regions: 0 where every
        region receives as many, near 1 where one receives all. Each region counts the same, whatever its size, so some
        unevenness only follows people and posts.
      </p>
      <ChartFrame
        id="gini"
        headingLevel={2}
        title={stageTitle(rows)}
        alternative={alternative}
        unit="Gini coefficient of arrivals by region, 0 to 1"
        {...papers}
        footnotes={[
          'Method: stage transitions and Gini of arrivals as named by Hitchings et al. 2024, who worked by county; here by training region.',
          'Worked out from protected counts, those of people whose origin isn’t known among the arrivals. It describes one set of counts and has no interval.',
        ]}
        table={stageTable(rows)}
      >
        <CompareBarsChart rows={toCompareBars({ entries: bars })} format={FORMAT} alternative={alternative} />
      </ChartFrame>
      <StageLinks rows={rows} state={state} />
      <Projection rows={rows} state={state} papers={papers} query={query} />
    </>
  );
}

/** Each stage's own matrix. */
function StageLinks({ rows, state: { query } }: { rows: readonly StageRow[]; state: JourneysState }) {
  return (
    <section aria-labelledby="stage-matrices" className="flex flex-col gap-3">
      <h2 id="stage-matrices" className="text-lg">
        Stage matrices
      </h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {rows.map(({ step, shape }) => (
          <li key={step}>
            <AppLink className="link" href={journeysHref({ ...query, view: undefined, table: shape })}>
              {`Matrix: ${STEP_WORDS[step].title.toLowerCase()}`}
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ProjectionProps = {
  rows: readonly StageRow[];
  state: JourneysState;
  papers: ReturnType<typeof framePapers>;
  query: JourneysState['query'];
};

function Projection({ rows, state: { guide }, papers }: ProjectionProps) {
  const regions = guide.regions.map(({ code }) => code);
  const projected = toProjection(rows, regions);
  if (!projected) return null;
  const names = new Map(guide.regions.map(({ code, name }) => [code, name]));
  const table = projectionTable(projected, rows, (code) => names.get(code) ?? code);
  return (
    <section aria-labelledby="carried-on" className="flex flex-col gap-3">
      <h2 id="carried-on" className="text-lg">
        {projectionTitle(projected, (code) => names.get(code) ?? code)}
      </h2>
      <p className="max-w-prose text-sm">
        A stage (Leslie) matrix carries 1,000 people on from stage to stage as if the shares stayed as they were and
        each step depended only on the region before. It rations no posts, and takes no account of where people were
        earlier: returning home at a later stage isn’t in it. {`Counts: ${papers.period}. Release ${papers.releaseId}.`}
      </p>
      <div className="rounded-lg border border-line bg-surface p-4">
        <TableFigure
          id="carried-on-table"
          label="1,000 people carried through the stages"
          unit="People of 1,000"
          table={table}
          {...papers}
        />
      </div>
    </section>
  );
}
