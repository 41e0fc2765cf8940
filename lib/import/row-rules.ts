import type { Column } from './column';
import type { CountRules } from './count-rules';
import type { ImportReport } from './import-report';

/** Where a row says what is wrong with it beyond its cells: `fail` drops the row. */
export interface RowFaults {
  readonly fail: (column: Column<unknown>, value: string | number | null, rule: string, message: string) => void;
  /** For files of rounded tables; null where nothing was said of them. */
  readonly counts: CountRules | null;
}

/**
 * A check of what cells say together. It is tried wherever the cells that it reads are good, whatever the others of the row are: one
 * mending has to be enough.
 */
export interface RowRule<Item> {
  readonly reads: readonly Column<unknown>[];
  readonly check: (item: Item, faults: RowFaults) => void;
}

/** What is worth knowing about a row that is kept: it stops nothing. */
export interface RowRemark {
  readonly report: ImportReport;
  readonly row: number;
}

interface Checked {
  /** The row that is being read. */
  readonly at: { readonly row: number };
  readonly report: ImportReport;
  readonly counts: CountRules | null;
}

/** Tries the rules whose cells are all good; true where none failed. One per file: a row makes nothing new. */
export const createRowRules = <Item>(rules: readonly RowRule<Item>[], { at, report, counts }: Checked) => {
  let isGood = true;
  const faults: RowFaults = {
    counts,
    fail: (column, value, rule, message) => {
      isGood = false;
      const shown = value === null ? '' : String(value);
      report.error({ row: at.row, column: column.header, value: shown, rule, message });
    },
  };
  return (item: Item, bad: ReadonlySet<Column<unknown>>): boolean => {
    isGood = true;
    for (const { reads, check } of rules) {
      if (bad.size === 0 || !reads.some((column) => bad.has(column))) check(item, faults);
    }
    return isGood;
  };
};
