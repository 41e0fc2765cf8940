import { forPage } from '@/app/_adapters/page';
import { ChartFrame } from '@/components/charts/chart-frame';
import { type MatrixSort, toFlowMatrix } from '@/components/charts/flow-matrix';
import { FlowMatrixTable } from '@/components/charts/flow-matrix-table';
import { matrixAlternative, matrixTable, matrixTitle } from '@/components/charts/flow-matrix-words';
import type { JourneysState } from '@/components/journeys/journeys-state';
import type { FlowChoice } from '@/lib/contracts/journey-views';
import { journeyFiles, journeysHref, tableQueryOf } from '@/lib/contracts/journeys-query';
import { findJourneyTable } from '@/lib/data/journey-views';
import { findShape } from '@/lib/domain/journeys/journey-shapes';
import { framePapers } from './frame-papers';
import { JourneyAbsence } from './journey-absence';
import { SingleLine } from './single-line';

const SORT_KEYS = new Set(['place', 'name', 'people', 'stayed']);

/** The row or column of a reader’s own school, where they may see no other. */
const ownSchoolOf = ({ shape, reading }: FlowChoice, school: string | null) => {
  if (reading !== 'own' || school === null) return {};
  return findShape(shape)?.rows === 'school' ? { from: school } : { to: school };
};

/** Who goes where, with the shares of each origin. */
export async function MatrixView({ state }: { state: JourneysState }) {
  const { query, guide, choices } = state;
  const { table } = choices;
  if (!table) return <JourneyAbsence guide={guide} />;
  const asked = { ...tableQueryOf(query), ...ownSchoolOf(table, guide.ownSchool) };
  const answer = await forPage(() => findJourneyTable(table.shape, asked));
  if (answer.kind !== 'table') return <JourneyAbsence guide={guide} answer={answer} />;
  const { view } = answer;
  const isColumn = view.columns.some(({ code }) => code === query.sort);
  const sort: MatrixSort =
    query.sort !== undefined && (SORT_KEYS.has(query.sort) || isColumn)
      ? { key: query.sort, dir: query.dir ?? 'asc' }
      : { key: 'place', dir: 'asc' };
  const matrix = toFlowMatrix(
    view,
    guide.regions.map(({ code }) => code),
    sort,
  );
  const title = matrixTitle(matrix, table);
  const files = journeyFiles(table.shape, asked);
  if (view.ownScope) return <SingleLine state={state} view={view} table={table} files={files} />;
  return (
    <ChartFrame
      id="matrix"
      headingLevel={2}
      title={title}
      alternative={matrixAlternative(matrix, table)}
      unit="% of each row’s people; people in the table below"
      {...framePapers(state, view.source)}
      footnotes={[
        'A row’s people are those in its cells that have a number. Doctors who left or can’t be traced are among them; those who have not come to this stage yet are in no share.',
        ...(matrix.isWhole
          ? []
          : ['A row with a withheld count has people in its cells, not shares: the count may be its largest.']),
        'Counts are published after disclosure control; shares are worked out from those counts. Where people go is described, not explained.',
      ]}
      table={matrixTable(matrix, table)}
      files={files}
      tabular
    >
      <FlowMatrixTable
        caption={`${title}: matrix`}
        matrix={matrix}
        sort={sort}
        sortHref={({ key, dir }) => journeysHref({ ...query, sort: key, dir })}
        {...(table.level === 'region'
          ? {
              rowHref: (code: string) =>
                journeysHref({ ...query, view: 'map', from: code, sort: undefined, dir: undefined }),
            }
          : {})}
      />
    </ChartFrame>
  );
}
