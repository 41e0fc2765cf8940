import { classesOrNone } from '@/components/ui/class-names';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { type ChartTableData, dataOf, textOf } from './chart-cell';

/** The chart's twin: everything drawn is here in text. The first column heads its row. */
export function ChartTable({ label, table: { columns, rows } }: { label: string; table: ChartTableData }) {
  return (
    <ScrollRegion label={label}>
      <table data-twin className="cells w-full text-sm">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.numeric ? 'text-right' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr key={textOf(head)}>
              <th scope="row">{textOf(head)}</th>
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

const cellClass = (column: ChartTableData['columns'][number] | undefined): string | undefined =>
  classesOrNone(
    column?.numeric && 'text-right',
    column?.numeric && column.fit !== 'broken' && 'whitespace-nowrap',
    column?.fit === 'roomy' && 'min-w-36 sm:min-w-48',
  );
