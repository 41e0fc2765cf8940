import { ScrollRegion } from '@/components/ui/scroll-region';

/** A number with its text keeps the full value for downloads; null is a figure that isn't there. */
export type ChartCell = string | { value: number; text: string };
export type ChartTableData = {
  columns: readonly { label: string; numeric?: boolean }[];
  rows: readonly (readonly ChartCell[])[];
};

/** The chart's twin: everything drawn is here in text. The first column heads its row. */
export function ChartTable({ label, table: { columns, rows } }: { label: string; table: ChartTableData }) {
  const align = (at: number) => (columns[at]?.numeric ? 'text-right whitespace-nowrap' : 'text-left');
  return (
    <ScrollRegion label={label}>
      <table className="w-full text-sm">
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th
                key={column.label}
                scope="col"
                className={`border-b border-control px-3 py-2 align-bottom font-semibold ${align(at)}`}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr key={textOf(head)}>
              <th scope="row" className="border-b border-line px-3 py-2 text-left font-normal">
                {textOf(head)}
              </th>
              {cells.map((cell, at) => (
                <td
                  key={columns[at + 1]?.label ?? at}
                  data-value={typeof cell === 'string' ? undefined : cell.value}
                  className={`border-b border-line px-3 py-2 ${align(at + 1)}`}
                >
                  {textOf(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const textOf = (cell: ChartCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
