import { isState } from '@/lib/domain/journeys/axis-label';
import type { FlowTable } from '@/lib/domain/journeys/flow-tables';
import { STEP_WORDS, wholePercent, withheldWords } from '@/lib/format/flow-words';
import { formatCount } from '@/lib/format/number';
import { absentCell, type ChartCell, type ChartTableData } from './chart-cell';
import type { FlowCell, FlowMatrix, FlowRow } from './flow-matrix';
import type { ShownSum } from './shown-sum';

type Flow = { row: FlowRow; cell: FlowCell; to: string };

/** The flow of most people between two places; null where nothing has a number. */
function largestFlow({ rows, columns }: FlowMatrix, isCounted: (row: FlowRow, cell: FlowCell) => boolean): Flow | null {
  const flows = rows.flatMap((row) =>
    row.cells.flatMap((cell, at) =>
      cell.people !== null && cell.people > 0 && !isState(row.code) && !isState(cell.code) && isCounted(row, cell)
        ? [{ row, cell, to: columns[at]?.name ?? cell.code }]
        : [],
    ),
  );
  return flows.reduce<Flow | null>(
    (most, flow) => (most === null || (flow.cell.people ?? 0) > (most.cell.people ?? 0) ? flow : most),
    null,
  );
}

const shareText = ({ cell, row }: Flow): string =>
  cell.share === null ? '' : ` (${wholePercent(cell.share)} of ${row.name}’s)`;

const hidesOwn = ({ cells }: FlowRow): boolean =>
  cells.some(({ kind, isStayed }) => isStayed && (kind === 'suppressed' || kind === 'not_loaded'));

/** A withheld flow may be larger. */
const ofShown = ({ isWhole }: FlowMatrix): string => (isWhole ? '' : ' that can be shown');

/** The finding of a matrix in one sentence: how many stayed, where no count is withheld and shares can be given at all. */
export function matrixTitle(matrix: FlowMatrix, { step, level }: FlowTable): string {
  const words = STEP_WORDS[step];
  if (matrix.people === 0) return `No flow from ${words.from} to ${words.to} has a number that can be shown`;
  const isTold = matrix.isWhole && matrix.rows.some(({ stayed }) => stayed !== null) && !matrix.rows.some(hidesOwn);
  if (level === 'region' && matrix.isSquare && isTold) {
    return `${wholePercent(matrix.stayed / matrix.people)} ${words.did} in the region of their ${words.origin}`;
  }
  const most = largestFlow(matrix, () => true);
  return most
    ? `The largest flow${ofShown(matrix)}: ${formatCount(most.cell.people ?? 0)} from ${most.row.name} to ${most.to}${shareText(most)}`
    : `Flows from ${words.from} to ${words.to}`;
}

/** The same with the extremes: what somebody who can't see the matrix should know first. */
export function matrixAlternative(matrix: FlowMatrix, table: FlowTable): string {
  const { people, withheld, notReached, rows } = matrix;
  if (people === 0) return `${matrixTitle(matrix, table)}. ${withheldWords(withheld)}`.trim();
  const known = rows.flatMap(({ name, stayed }) => (stayed === null ? [] : [{ name, stayed }]));
  const ranked = known.toSorted((a, b) => b.stayed - a.stayed);
  const [first, last] = [ranked[0], ranked.at(-1)];
  const range =
    table.level === 'region' && first && last && ranked.length > 1
      ? `${matrix.isWhole ? ' Most' : ' Of regions none of whose counts is withheld, most'} stayed in ${first.name} (${wholePercent(first.stayed)}), fewest in ${last.name} (${wholePercent(last.stayed)}).`
      : '';
  const moved = table.level === 'region' ? largestFlow(matrix, (row, cell) => row.code !== cell.code) : null;
  const move = moved
    ? ` The largest move${ofShown(matrix)} is from ${moved.row.name} to ${moved.to}: ${formatCount(moved.cell.people ?? 0)} people${shareText(moved)}.`
    : '';
  const late = notReached > 0 ? ` ${formatCount(notReached)} more have not come to this stage yet.` : '';
  return `${formatCount(people)} people are in these counts.${range}${move}${late} ${withheldWords(withheld)}`.trim();
}

const KIND_WORDS: Readonly<Record<FlowCell['kind'], string>> = {
  value: '',
  low: 'low',
  suppressed: 'c',
  not_applicable: 'z',
  not_loaded: 'x',
};

/** What stands in a cell of people, or for a row's: the number or its mark. */
export const peopleText = ({ kind, people }: ShownSum): string =>
  people === null ? KIND_WORDS[kind] : formatCount(people);

/** Below this a share would read as 0%, and somebody is there. */
const SMALLEST_WHOLE = 0.005;

/** What stands in a cell of shares: the share, the count where there is no share, or the mark. */
export const cellText = (cell: FlowCell): string => {
  if (cell.share === null) return peopleText(cell);
  if (cell.people === 0) return '0';
  return cell.share < SMALLEST_WHOLE ? '<1%' : wholePercent(cell.share);
};

/** A number or its mark, for a twin. */
export const sumCell = (sum: ShownSum): ChartCell =>
  sum.people === null
    ? absentCell(sum.kind === 'value' ? 'suppressed' : sum.kind, peopleText(sum))
    : { value: sum.people, text: formatCount(sum.people) };

/** The twin: people, where the drawing has shares. */
export function matrixTable({ columns, rows, isSquare }: FlowMatrix, { step }: FlowTable): ChartTableData {
  const words = STEP_WORDS[step];
  return {
    columns: [
      { label: `From (${words.from})` },
      { label: 'People', numeric: true },
      ...(isSquare ? [{ label: 'Stayed', numeric: true }] : []),
      ...columns.map(({ name }) => ({ label: `To ${name}`, numeric: true })),
      { label: 'Cells withheld', numeric: true },
    ],
    rows: rows.map((row) => [
      row.name,
      sumCell(row.sum),
      ...(isSquare
        ? [
            row.stayed === null
              ? absentCell('not_applicable', '')
              : { value: row.stayed, text: wholePercent(row.stayed) },
          ]
        : []),
      ...row.cells.map(sumCell),
      { value: row.withheld, text: formatCount(row.withheld) },
    ]),
  };
}
