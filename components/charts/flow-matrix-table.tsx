import { AppLink } from '@/components/ui/app-link';
import { classNames } from '@/components/ui/class-names';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { type FlowCell, type FlowMatrix, type FlowRow, type MatrixSort, SHADE_WORDS } from './flow-matrix';
import { cellText, peopleText } from './flow-matrix-words';

type FlowMatrixTableProps = {
  caption: string;
  matrix: FlowMatrix;
  sort: MatrixSort;
  sortHref: (sort: MatrixSort) => string;
  /** Everything from one origin. */
  rowHref?: (code: string) => string;
};

/** Of all cells, once: on each they would make up most of the page. */
const CELLS =
  '[&_td]:h-9 [&_td]:min-w-13 [&_td]:border-t [&_td]:border-l [&_td]:border-line [&_td]:px-1 [&_td]:text-center [&_td]:whitespace-nowrap';

const STICKY = 'left-0 z-10 bg-surface text-left sm:sticky';

const SHADES = [
  'bg-q1 text-q1-ink',
  'bg-q2 text-q2-ink',
  'bg-q3 text-q3-ink',
  'bg-q4 text-q4-ink',
  'bg-q5 text-q5-ink',
] as const;

/** Shares of each origin's people by destination: the number in every cell, the fill only repeats it. */
export function FlowMatrixTable({ caption, matrix, sort, sortHref, rowHref }: FlowMatrixTableProps) {
  const header = { sort, sortHref };
  return (
    <div className="flex flex-col gap-3">
      <ScrollRegion label={caption} className="rounded-lg border border-line bg-surface">
        <table className={`border-separate border-spacing-0 text-sm ${CELLS}`}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th
                scope="col"
                aria-sort={ariaSort(sort, 'name')}
                className={`${STICKY} min-w-32 px-3 py-2 align-bottom sm:min-w-48`}
              >
                <SortLink {...header} sortKey="name" first="asc">
                  From
                </SortLink>
                {matrix.isSquare ? (
                  <span className="block font-normal">
                    <SortLink {...header} sortKey="place" first="asc">
                      north to south
                    </SortLink>
                  </span>
                ) : null}
              </th>
              <th scope="col" className="px-2 py-2 text-right align-bottom" aria-sort={ariaSort(sort, 'people')}>
                <SortLink {...header} sortKey="people" first="desc">
                  People
                </SortLink>
              </th>
              {matrix.isSquare ? (
                <th scope="col" className="px-2 py-2 text-right align-bottom" aria-sort={ariaSort(sort, 'stayed')}>
                  <SortLink {...header} sortKey="stayed" first="desc">
                    Stayed
                  </SortLink>
                </th>
              ) : null}
              {matrix.columns.map(({ code, name }) => (
                <th
                  key={code}
                  scope="col"
                  aria-sort={ariaSort(sort, code)}
                  className="h-40 px-1 py-2 align-bottom text-xs font-semibold"
                >
                  <span className="mx-auto block max-h-38 rotate-180 text-left leading-4 [writing-mode:vertical-rl]">
                    <SortLink {...header} sortKey={code} first="desc">
                      {name}
                    </SortLink>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <MatrixRow key={row.code} row={row} isSquare={matrix.isSquare} href={rowHref?.(row.code)} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <MatrixKey matrix={matrix} />
    </div>
  );
}

const ariaSort = ({ key, dir }: MatrixSort, column: string) =>
  key === column ? (dir === 'asc' ? 'ascending' : 'descending') : undefined;

type SortLinkProps = Pick<FlowMatrixTableProps, 'sort' | 'sortHref'> & {
  sortKey: string;
  first: MatrixSort['dir'];
  children: string;
};

function SortLink({ sort, sortHref, sortKey, first, children }: SortLinkProps) {
  const isSorted = sort.key === sortKey;
  const dir = isSorted ? (sort.dir === 'asc' ? 'desc' : 'asc') : first;
  return (
    <AppLink
      href={sortHref({ key: sortKey, dir })}
      keepScroll
      className="inline-flex min-h-6 items-center hover:underline"
    >
      {children}
      {isSorted ? (
        <span aria-hidden="true" className="text-accent">
          {sort.dir === 'asc' ? ' ↑' : ' ↓'}
        </span>
      ) : null}
      <span className="sr-only">, sort</span>
    </AppLink>
  );
}

function MatrixRow({ row, isSquare, href }: { row: FlowRow; isSquare: boolean; href: string | undefined }) {
  return (
    <tr>
      <th scope="row" className={`${STICKY} border-t border-line px-3 py-1 font-normal`}>
        {href ? (
          <AppLink href={href} className="link">
            {row.name}
          </AppLink>
        ) : (
          row.name
        )}
      </th>
      <td>{peopleText(row.sum)}</td>
      {isSquare ? (
        <td className="font-semibold">{row.stayed === null ? '–' : `${Math.round(row.stayed * 100)}%`}</td>
      ) : null}
      {row.cells.map((cell) => (
        <td key={cell.code} className={cellClass(cell)}>
          {cell.isStayed ? <Stayed cell={cell} /> : <CellText cell={cell} />}
        </td>
      ))}
    </tr>
  );
}

const cellClass = ({ shade, kind, isStayed }: FlowCell): string =>
  classNames(
    shade === null ? 'text-muted' : SHADES[shade],
    kind === 'suppressed' && 'hatch-suppressed',
    isStayed && 'font-bold outline-2 -outline-offset-2 outline-ink',
  );

const CellText = ({ cell }: { cell: FlowCell }) =>
  cell.kind === 'suppressed' ? <span className="rounded bg-surface px-1">c</span> : cellText(cell);

const Stayed = ({ cell }: { cell: FlowCell }) => (
  <>
    <span aria-hidden="true">◆ </span>
    <CellText cell={cell} />
    <span className="sr-only">, stayed</span>
  </>
);

/** Colours and marks in words. */
function MatrixKey({ matrix: { isSquare, withheld, low } }: { matrix: FlowMatrix }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {SHADE_WORDS.map((words, at) => (
        <li key={words} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={`inline-block size-4 rounded-sm border border-control ${SHADES[at]}`} />
          {words}
        </li>
      ))}
      {isSquare ? <li>◆ in a frame: stayed in the region</li> : null}
      {low > 0 ? <li>low: rounds to 0</li> : null}
      {withheld > 0 ? <li>c: withheld to protect people; x: not loaded</li> : null}
    </ul>
  );
}
