import type { ImportReport } from './import-report';
import type { SourceRow } from './row-source';

/** Lets the rows of a table through; blank lines, ragged rows and notes below the table are kept apart. */
export interface RowGate {
  readonly pass: (row: SourceRow) => void;
  readonly end: () => void;
}

export interface GateOptions {
  readonly columns: number;
  /** Rows of a workbook end with their last filled cell. */
  readonly isWorkbook: boolean;
  /** Publishers write notes below their tables. In an exchange file such a row is one that was cut. */
  readonly hasNotes: boolean;
  readonly report: ImportReport;
  readonly read: (row: SourceRow) => void;
}

/** Notes below a table; more than this are rows that lack cells. */
const MAX_NOTES = 200;
const FEWEST_COLUMNS_FOR_NOTES = 3;

const isFilled = (cell: string): boolean => cell !== '' && cell.trim() !== '';

const hasOnlyFirst = (cells: readonly string[]): boolean => !cells.some((cell, index) => index > 0 && isFilled(cell));

export const createRowGate = ({ columns, isWorkbook, hasNotes, report, read }: GateOptions): RowGate => {
  let notes: SourceRow[] = [];

  const hasShape = (cells: readonly string[]): boolean => {
    if (cells.length < columns) return isWorkbook;
    return cells.length === columns || !cells.slice(columns).some(isFilled);
  };

  const refuse = ({ row, cells }: SourceRow): void => {
    const message = `The row has ${cells.length} cells and the header ${columns}. Add or remove a cell, or put commas in quotation marks.`;
    report.error({ row, column: '', value: cells.join(',').slice(0, 200), rule: 'ragged_row', message });
  };
  const settle = (row: SourceRow): void => {
    if (hasShape(row.cells)) read(row);
    else refuse(row);
  };
  const settleNotes = (): void => {
    for (const note of notes) settle(note);
    notes = [];
  };

  return {
    pass: (row) => {
      const { cells } = row;
      if (cells.length === columns && isFilled(cells[1] ?? '') && notes.length === 0) return read(row);
      if (!cells.some(isFilled)) return;
      if (hasNotes && columns >= FEWEST_COLUMNS_FOR_NOTES && hasOnlyFirst(cells)) {
        notes.push(row);
        if (notes.length > MAX_NOTES) settleNotes();
        return;
      }
      // A full row follows: what stood above was no note below the table.
      settleNotes();
      settle(row);
    },
    end: () => {
      if (notes.length === 0) return;
      report.flag('footer_lines', String(notes.length), 'Lines below the table were read as notes and left out.');
      notes = [];
    },
  };
};
