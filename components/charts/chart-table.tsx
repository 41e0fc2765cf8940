import { classNames } from '@/components/ui/class-names';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { type ChartTableData, dataOf, textOf } from './chart-cell';

/** Of all cells, once, so that long tables stay small. */
const CELLS =
  '[&_td]:border-b [&_td]:border-line [&_td]:px-3 [&_td]:py-2 [&_th]:border-b [&_th]:px-3 [&_th]:py-2 [&_thead_th]:border-control [&_tbody_th]:border-line';

/** The chart's twin: everything drawn is here in text. The first column heads its row. */
export function ChartTable({ label, table: { columns, rows } }: { label: string; table: ChartTableData }) {
  const align = (at: number) => (columns[at]?.numeric ? 'text-right' : undefined);
  return (
    <ScrollRegion label={label}>
      <table data-twin className={`w-full text-left text-sm ${CELLS}`}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column.label} scope="col" className={classNames('align-bottom font-semibold', align(at))}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr key={textOf(head)}>
              <th scope="row" className="text-left font-normal">
                {textOf(head)}
              </th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]?.label ?? at} {...dataOf(cell)} className={cellClass(columns[at + 1])}>
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

const cellClass = (column: ChartTableData['columns'][number] | undefined): string =>
  classNames(
    column?.numeric && 'text-right',
    column?.numeric && column.fit !== 'broken' && 'whitespace-nowrap',
    column?.fit === 'roomy' && 'min-w-36 sm:min-w-48',
  );
