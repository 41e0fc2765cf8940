import type { TableFile, TableValue } from '@/lib/contracts/table-file';

/** What a chart rests on, in columns beside every row of its file. */
export type ChartPapers = Readonly<Record<string, string>>;

/** The table twin of a figure; `data-value` is the number before it was rounded for reading. */
function cellsOf(figureId: string): TableValue[][] {
  const rows = document.querySelectorAll<HTMLTableRowElement>(`[id="${figureId}"] table tr`);
  return [...rows].map((row) =>
    [...row.cells].map((cell) => {
      const value = cell.getAttribute('data-value');
      return value === null ? cell.textContent : Number(value);
    }),
  );
}

/** The chart's table with its papers, as a file has it. */
export function chartFile(figureId: string, title: string, papers: ChartPapers): TableFile {
  const [head = [], ...rows] = cellsOf(figureId);
  return {
    title,
    columns: [...head.map(String), ...Object.keys(papers)],
    rows: rows.map((row) => [...row, ...Object.values(papers)]),
    papers: Object.entries(papers),
  };
}
