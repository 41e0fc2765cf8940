import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { classesOrNone } from './class-names';
import { DownloadLinks, type FileLinks } from './download-links';
import { ScrollRegion } from './scroll-region';

export type SortDirection = 'asc' | 'desc';
export type TableSort = { key: string; dir: SortDirection };

export type TableColumn<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  sortable?: boolean;
  className?: string;
};

/**
 * Every table is to be had as files: its own, or those of a link beside it that hold all of it (`beside`). What only
 * explains the product isn't data (`help`).
 */
export type TableDownload = { what: string; files: FileLinks } | 'beside' | 'help';

type DataTableProps<Row> = {
  /** Says what the table shows; visible. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Sorting is a link, so that it works without script and can be shared. Rows come sorted already. */
  sort?: TableSort | undefined;
  sortHref?: (sort: TableSort) => string;
  empty?: ReactNode;
  download: TableDownload;
};

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, empty, download } = props;
  const table = (
    <ScrollRegion label={caption} className="rounded-lg border border-line bg-surface">
      <table className="cells cells-roomy w-full border-separate border-spacing-0 text-sm">
        <caption className={captionHidden ? 'sr-only' : 'px-4 pt-3 pb-2 text-left text-base font-semibold'}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, at) => (
                <BodyCell key={column.key} column={column} row={row} first={at === 0} />
              ))}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length} className="border-b-0 py-6 text-muted">
                {empty ?? 'Nothing to show.'}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </ScrollRegion>
  );
  if (typeof download === 'string' || rows.length === 0) return table;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {table}
      <DownloadLinks {...download} />
    </div>
  );
}

type HeaderCellProps<Row> = Pick<DataTableProps<Row>, 'sort' | 'sortHref'> & {
  column: TableColumn<Row>;
};

function HeaderCell<Row>({ column, sort, sortHref }: HeaderCellProps<Row>) {
  const sorted = sort?.key === column.key ? sort.dir : undefined;
  const next: SortDirection = sorted === 'asc' ? 'desc' : 'asc';
  const sortable = column.sortable === true && sortHref !== undefined;
  return (
    <th
      scope="col"
      aria-sort={sorted === undefined ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
      className={classesOrNone(column.numeric && 'text-right', column.className)}
    >
      {sortable ? (
        <AppLink href={sortHref({ key: column.key, dir: next })} keepScroll className="hover:underline">
          {column.header}
          <span aria-hidden="true" className="ml-1 inline-block w-3 text-accent">
            {sorted === undefined ? '↕' : sorted === 'asc' ? '↑' : '↓'}
          </span>
          <span className="sr-only">{next === 'asc' ? ', sort ascending' : ', sort descending'}</span>
        </AppLink>
      ) : (
        column.header
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row, first }: { column: TableColumn<Row>; row: Row; first: boolean }) {
  const className = classesOrNone(column.numeric && 'text-right whitespace-nowrap', column.className);
  return first ? (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={className}>{column.cell(row)}</td>
  );
}
