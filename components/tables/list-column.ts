import type { ReactNode } from 'react';
import type { TableColumn } from '@/components/ui/data-table';
import { type TableFile, type TableValue, tableOf } from '@/lib/contracts/table-file';

type Shown<Row> = {
  /** The column's name in a file, and its key on screen. */
  name: string;
  header: string;
  text: (row: Row) => string;
  /** In a file, where that is more exact than the text: a number, an ISO date, nothing in place of a dash. */
  value?: (row: Row) => TableValue;
  numeric?: boolean;
  className?: string;
};

type FileOnly<Row> = { name: string; header: null; value: (row: Row) => TableValue };

/** A column of a table, declared once for the screen and for the file. Without a header it stands in the file only. */
export type ListColumn<Row> = Shown<Row> | FileOnly<Row>;

const isShown = <Row>(column: ListColumn<Row>): column is Shown<Row> => column.header !== null;

/** The columns as the screen has them; `cells` has those that are more than text there, by name. */
export const screenColumns = <Row>(
  columns: readonly ListColumn<Row>[],
  cells: Readonly<Record<string, (row: Row) => ReactNode>> = {},
): TableColumn<Row>[] =>
  columns.filter(isShown).map(({ name, header, text, value: _, ...look }) => ({
    key: name,
    header,
    cell: cells[name] ?? text,
    ...look,
  }));

const valueIn = <Row>(column: ListColumn<Row>, row: Row): TableValue => {
  if (column.value) return column.value(row);
  return isShown(column) ? column.text(row) : null;
};

/** The same rows as a file has them. */
export const listFile = <Row>(title: string, columns: readonly ListColumn<Row>[], rows: readonly Row[]): TableFile =>
  tableOf(
    title,
    columns.map(({ name }) => name),
    rows.map((row) => Object.fromEntries(columns.map((column) => [column.name, valueIn(column, row)]))),
  );
