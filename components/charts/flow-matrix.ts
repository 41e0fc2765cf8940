import type { JourneyCell, JourneyTableView } from '@/lib/contracts/journeys';
import { shortAreaName } from '@/lib/domain/geography/area-label';
import { isState, NOT_REACHED } from '@/lib/domain/journeys/axis-label';
import { sourceRules } from '@/lib/domain/journeys/source-rules';
import { type ShownSum, shownPeople, shownSum } from './shown-sum';

export type FlowCell = {
  code: string;
  kind: JourneyCell['kind'];
  /** As published; null where there is no number. */
  people: number | null;
  /** 0 to 1 of the row's people; null without a number, or where the row is too small for shares. */
  share: number | null;
  /** 0 to 4 for the fill; null: none. */
  shade: number | null;
  /** Origin and destination are the same region. */
  isStayed: boolean;
};

export type FlowRow = {
  code: string;
  name: string;
  /** Of those cells of the row that have a number, without those who aren't there yet. */
  sum: ShownSum;
  /** Share who stayed; null where that isn't known. */
  stayed: number | null;
  withheld: number;
  /** False where a count is withheld: it may be the largest, and none of the others is given as a share. */
  isWhole: boolean;
  cells: FlowCell[];
};

export type FlowMatrix = {
  columns: { code: string; name: string }[];
  rows: FlowRow[];
  /** Both sides are regions. */
  isSquare: boolean;
  people: number;
  stayed: number;
  withheld: number;
  isWhole: boolean;
  low: number;
  /** People who haven't come to this stage: in no share. */
  notReached: number;
};

export type MatrixSort = { key: string; dir: 'asc' | 'desc' };

/** Upper ends of the shades, as shares of a row: rising steps, because most flows are small. */
const SHADE_ENDS = [0.05, 0.1, 0.25, 0.5] as const;

const shadeOf = (share: number): number => {
  const at = SHADE_ENDS.findIndex((end) => share < end);
  return at === -1 ? SHADE_ENDS.length : at;
};

export const SHADE_WORDS = ['under 5%', '5 to 10%', '10 to 25%', '25 to 50%', '50% or more'] as const;

export const isWithheld = ({ kind }: JourneyCell): boolean => kind === 'suppressed' || kind === 'not_loaded';

/** A withheld count may be a large one, and those who stayed are the largest: what is said of everybody without them would mislead. */
export const hidesPeople = ({ rows, columns }: JourneyTableView): boolean =>
  rows.some(({ code, cells }) =>
    columns.some((column, at) => {
      const cell = cells[at];
      if (cell === undefined || column.code === NOT_REACHED) return false;
      if (isState(code)) return cell.kind === 'suppressed' && !isState(column.code);
      return cell.kind === 'suppressed' || (column.code === code && isWithheld(cell));
    }),
  );

type Named = { code: string; name: string };

/** Places in the order given, others by name, states last in the order of the table. */
function inOrder<T extends Named>(labels: readonly T[], order: readonly string[]): T[] {
  const rank = ({ code }: T): number => {
    if (code === NOT_REACHED) return 3 * labels.length;
    if (isState(code)) return 2 * labels.length;
    const at = order.indexOf(code);
    return at === -1 ? labels.length : at - order.length;
  };
  return labels.toSorted((a, b) => rank(a) - rank(b));
}

function toCells(row: JourneyTableView['rows'][number], columns: readonly (Named & { at: number })[], base: number) {
  return columns.map(({ code, at }): FlowCell => {
    const cell = row.cells[at] ?? { kind: 'not_loaded' as const };
    const people = cell.kind === 'value' ? cell.count : null;
    const share = people !== null && base > 0 && code !== NOT_REACHED ? people / base : null;
    return {
      code,
      kind: cell.kind,
      people,
      share,
      shade: share === null || people === 0 ? null : shadeOf(share),
      isStayed: row.code === code && !isState(code),
    };
  });
}

function toRow(row: JourneyTableView['rows'][number], columns: readonly (Named & { at: number })[], smallest: number) {
  const reached = columns.filter(({ code }) => code !== NOT_REACHED);
  const sum = shownSum(reached.map(({ at }) => row.cells[at]));
  const people = sum.people ?? 0;
  const isWhole = !reached.some(({ code, at }) => {
    const kind = row.cells[at]?.kind;
    return kind === 'suppressed' || (kind === 'not_loaded' && code === row.code);
  });
  const cells = toCells(row, columns, isWhole && people >= Math.max(smallest, 1) ? people : 0);
  const withheld = row.cells.filter(isWithheld).length;
  return {
    code: row.code,
    name: shortAreaName(row.name),
    sum,
    stayed: cells.find(({ isStayed }) => isStayed)?.share ?? null,
    withheld,
    isWhole,
    cells,
  };
}

function sorted(rows: readonly FlowRow[], { key, dir }: MatrixSort): FlowRow[] {
  if (key === 'place') return dir === 'asc' ? [...rows] : rows.toReversed();
  const sign = dir === 'asc' ? 1 : -1;
  if (key === 'name') return rows.toSorted((a, b) => sign * a.name.localeCompare(b.name, 'en-GB'));
  const numberOf = (row: FlowRow): number | null => {
    if (key === 'people') return row.sum.people;
    if (key === 'stayed') return row.stayed;
    const cell = row.cells.find(({ code }) => code === key);
    // Shares and people don't stand in one order.
    return cell?.code === NOT_REACHED ? cell.people : (cell?.share ?? null);
  };
  // Rows without a number come last, whichever way it goes.
  return rows.toSorted((a, b) => {
    const [x, y] = [numberOf(a), numberOf(b)];
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0);
    return sign * (x - y);
  });
}

/** Nobody but those who round to 0 is in it. */
const isEmptyState = (code: string, rows: JourneyTableView['rows'], at: number): boolean =>
  isState(code) &&
  rows.every(({ cells }) => {
    const cell = cells[at];
    return cell !== undefined && !isWithheld(cell) && shownPeople(cell) === 0;
  });

/**
 * A table of flows as a matrix. A share is of the row's people who have a number and have come to the stage, those who left or can't
 * be traced among them; those who are still on the way are in no share. `order`: codes of regions from north to south.
 */
export function toFlowMatrix(
  view: JourneyTableView,
  order: readonly string[],
  sort: MatrixSort = { key: 'place', dir: 'asc' },
): FlowMatrix {
  const columns = inOrder(
    view.columns.map((column, at) => ({ ...column, name: shortAreaName(column.name), at })),
    order,
  ).filter(({ code, at }) => !isEmptyState(code, view.rows, at));
  const { smallestBase } = sourceRules(view.source);
  const rows = inOrder(view.rows, order)
    .map((row) => toRow(row, columns, smallestBase))
    .filter(({ code, sum, withheld }) => !isState(code) || (sum.people ?? 0) > 0 || withheld > 0);
  const cells = rows.flatMap((row) => row.cells);
  const notReached = view.columns.findIndex(({ code }) => code === NOT_REACHED);
  const places = new Set(view.columns.flatMap(({ code }) => (isState(code) ? [] : [code])));
  return {
    columns: columns.map(({ code, name }) => ({ code, name })),
    rows: sorted(rows, sort),
    isSquare: view.rows.some(({ code }) => places.has(code)),
    people: rows.reduce((total, { sum }) => total + (sum.people ?? 0), 0),
    stayed: rows.reduce((total, row) => total + (row.cells.find(({ isStayed }) => isStayed)?.people ?? 0), 0),
    withheld: cells.filter(({ kind }) => kind === 'suppressed' || kind === 'not_loaded').length,
    isWhole: rows.every((row) => row.isWhole),
    low: cells.filter(({ kind }) => kind === 'low').length,
    notReached: view.rows.reduce(
      (total, row) => total + (notReached === -1 ? 0 : shownPeople(row.cells[notReached])),
      0,
    ),
  };
}
