import { classNames } from '@/components/ui/class-names';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { shortAreaName } from '@/lib/domain/geography/area-label';
import { ComparisonMark } from './comparison-mark';
import type { RugCell, RugColumn, RugGroup } from './rug';
import type { Comparison } from './theme';

type RugTableProps = {
  caption: string;
  /** The comparator first. */
  columns: readonly RugColumn[];
  groups: readonly RugGroup[];
  /** The area that the columns are sorted by, and the reader's peers. */
  highlighted: ReadonlySet<string>;
};

/** Of all cells, once: on each they would make up most of the page. */
const CELLS =
  '[&_td]:h-11 [&_td]:min-w-15 [&_td]:border-t [&_td]:border-l [&_td]:border-line [&_td]:px-1 [&_td]:text-center [&_td]:whitespace-nowrap print:[&_td]:min-w-9 print:[&_td]:px-0.5 print:[&_td]:text-[0.5rem]';

const sticky = 'left-0 z-10 sm:sticky';

/** All indicators by all areas: the number in every cell, the fill only repeats the comparison. */
export function RugTable({ caption, columns, groups, highlighted }: RugTableProps) {
  return (
    <ScrollRegion label={caption} className="rounded-lg border border-line bg-surface">
      <table className={`border-separate border-spacing-0 text-xs ${CELLS}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className={`${sticky} w-60 min-w-36 bg-surface print:min-w-28 px-3 py-2 text-left align-bottom text-sm sm:min-w-60 print:min-w-28`}
            >
              Indicator
            </th>
            {columns.map((column) => (
              <ColumnHeader key={column.code} column={column} strong={highlighted.has(column.code)} />
            ))}
          </tr>
        </thead>
        {groups.map(({ group, rows }) => (
          <tbody key={group}>
            <tr>
              <th
                scope="rowgroup"
                className={`${sticky} border-t border-control bg-sunken px-3 py-1 text-left text-sm font-semibold`}
              >
                {group}
              </th>
              <td colSpan={columns.length} className="h-auto! border-l-0! border-control! bg-sunken" />
            </tr>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className={`${sticky} border-t border-line bg-surface px-3 py-1 text-left font-normal`}>
                  <a href={row.href} className="link">
                    {row.label}
                  </a>
                  <span className="block text-muted">{row.periodLabel}</span>
                </th>
                {row.cells.map((cell) => (
                  <Cell key={cell.code} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

function ColumnHeader({ column, strong }: { column: RugColumn; strong: boolean }) {
  const name = shortAreaName(column.name);
  const text = strong ? `◆ ${name}` : name;
  return (
    <th scope="col" className="h-40 min-w-15 px-1 print:min-w-9 print:px-0.5 py-2 align-bottom font-semibold">
      <span className="mx-auto block max-h-36 rotate-180 text-left leading-4 [writing-mode:vertical-rl]">
        {column.href ? (
          <a href={column.href} className="link">
            {text}
          </a>
        ) : (
          text
        )}
      </span>
    </th>
  );
}

/** Fill and ink of a cell: both named in full, so that they are found at build. */
function cellTone({ comparison: { direction, judgement }, mark, stale }: RugCell): string {
  if (mark !== null && mark !== 'low') return 'bg-surface text-muted';
  if (direction === 'not_compared') return stale ? 'bg-surface text-muted' : 'bg-surface text-ink';
  if (judgement === 'better') return 'bg-better text-surface';
  if (judgement === 'worse') return 'bg-worse text-surface';
  if (direction === 'similar') return 'bg-similar text-surface';
  return direction === 'higher' ? 'bg-higher text-surface' : 'bg-lower text-[#0b0c0c]';
}

const glyphs = { higher: '▲', lower: '▼', similar: '●', not_compared: '' } as const;

/** As few elements as a cell can do with: there are thousands. */
function Cell({ cell }: { cell: RugCell }) {
  const foot = cell.owner || (cell.mark === null ? glyphs[cell.comparison.direction] : '');
  return (
    <td
      title={cell.mark === 'x' ? undefined : cell.detail}
      className={classNames(cellTone(cell), cell.mark === 'c' && 'hatch-suppressed')}
    >
      {cell.mark === 'c' ? <span className="rounded bg-surface px-1">{cell.text}</span> : cell.text}
      {cell.reading === '' ? null : <span className="sr-only">{`, ${cell.reading}`}</span>}
      {foot === '' ? null : (
        <span aria-hidden="true" className="block text-[0.625rem]/3">
          {foot}
        </span>
      )}
    </td>
  );
}

const KEY: readonly { comparison: Comparison; words: string }[] = [
  { comparison: { direction: 'higher', judgement: 'better' }, words: 'better' },
  { comparison: { direction: 'lower', judgement: 'worse' }, words: 'worse' },
  { comparison: { direction: 'similar', judgement: 'similar' }, words: 'similar' },
  { comparison: { direction: 'higher', judgement: 'none' }, words: 'higher, not judged' },
  { comparison: { direction: 'lower', judgement: 'none' }, words: 'lower, not judged' },
  { comparison: { direction: 'not_compared', judgement: 'none' }, words: 'no interval: not compared' },
];

/** The colours in words. Up and down are told by the triangle. */
export function ComparisonKey() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {KEY.map(({ comparison, words }) => (
        <li key={words} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" width="14" height="14" className="shrink-0">
            <ComparisonMark comparison={comparison} x={50} y={7} radius={5} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
