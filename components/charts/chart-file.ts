import type { TableFile, TableValue } from '@/lib/contracts/table-file';
import { markPapers, STATUS_MARKS } from '@/lib/domain/indicators/absence-mark';
import type { ChartPapers } from './chart-papers';

/** A cell of a figure's table as the page has it; `value` and its 95 % limits are the numbers before they were rounded for reading. */
export type TwinCell = {
  text: string;
  value: string | null;
  lower: string | null;
  upper: string | null;
  status: string | null;
};

/** The table twin of a figure, not a drawing that is a table itself. */
function cellsOf(figureId: string): TwinCell[][] {
  const rows = document.querySelectorAll<HTMLTableRowElement>(`[id="${figureId}"] table[data-twin] tr`);
  return [...rows].map((row) =>
    [...row.cells].map((cell) => ({
      text: cell.textContent,
      value: cell.getAttribute('data-value'),
      lower: cell.getAttribute('data-lower'),
      upper: cell.getAttribute('data-upper'),
      status: cell.getAttribute('data-status'),
    })),
  );
}

/** Stands on the page where there is nothing to say. */
const NOTHING: ReadonlySet<string> = new Set(['', '–']);

const textValue = (cell: TwinCell | undefined): TableValue =>
  cell === undefined || NOTHING.has(cell.text) ? null : cell.text;

const isStatus = (status: string): status is keyof typeof STATUS_MARKS => status in STATUS_MARKS;

/** Number, status and mark. A text among figures is no number either: it is said in the status. */
function figureValues(cell: TwinCell | undefined): TableValue[] {
  const value = cell?.value == null ? Number.NaN : Number(cell.value);
  if (Number.isFinite(value)) return [value, 'value', null];
  const status = cell?.status ?? textValue(cell) ?? 'not_applicable';
  return [null, status, typeof status === 'string' && isStatus(status) ? STATUS_MARKS[status] : null];
}

const limitValues = (cell: TwinCell | undefined): TableValue[] =>
  [cell?.lower, cell?.upper].map((limit) => (limit == null ? null : Number(limit)));

/**
 * A table with its papers, as a file has it. A column of figures holds numbers only; status and mark, and limits where it has them,
 * stand in columns after it, which bear its name where there are several.
 */
export function twinFile(title: string, twin: readonly (readonly TwinCell[])[], papers: ChartPapers): TableFile {
  const [head = [], ...rows] = twin;
  const isFigure = head.map((_, at) =>
    rows.some((row) => typeof row[at]?.value === 'string' || typeof row[at]?.status === 'string'),
  );
  const hasLimits = head.map((_, at) => rows.some((row) => typeof row[at]?.lower === 'string'));
  const areSeveral = isFigure.filter(Boolean).length > 1;
  const headOf = ({ text }: TwinCell, at: number): string[] => {
    const own = areSeveral ? `${text}: ` : '';
    const limits = hasLimits[at] ? [`${own}lower_95`, `${own}upper_95`] : [];
    return isFigure[at] ? [text, `${own}status`, `${own}status_mark`, ...limits] : [text];
  };
  return {
    title,
    columns: [...head.flatMap(headOf), ...Object.keys(papers)],
    rows: rows.map((row) => [
      ...head.flatMap((_, at) => {
        if (!isFigure[at]) return [textValue(row[at])];
        return [...figureValues(row[at]), ...(hasLimits[at] ? limitValues(row[at]) : [])];
      }),
      ...Object.values(papers),
    ]),
    papers: [...Object.entries(papers), ...(isFigure.some(Boolean) ? markPapers() : [])],
  };
}

export const chartFile = (figureId: string, title: string, papers: ChartPapers): TableFile =>
  twinFile(title, cellsOf(figureId), papers);
