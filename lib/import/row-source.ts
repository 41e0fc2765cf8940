/** A row of a table as text. `row` is its number in the file, 1 for the first. */
export interface SourceRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows of a CSV file or of one sheet, a batch at a time. */
export type RowBatches = AsyncGenerator<readonly SourceRow[], void, undefined>;
