import type { LsoaYear } from '@/lib/domain/geography/lsoa-vintage';
import { type CellFacts, type Column, createCell } from './column';
import type { CountRules } from './count-rules';
import type { HeaderMatch } from './header-match';
import type { ImportReport } from './import-report';
import { createKeySet, type Key } from './key-set';
import { createLsoaList } from './lsoa-list';
import type { NamedPlaces } from './named-places';
import { type At, createRowCursor } from './row-cursor';
import { createRowRules, type RowRemark, type RowRule } from './row-rules';
import type { SourceRow } from './row-source';
import type { Vintage } from './vintage';

/** Looks over all records of a file as they pass, then reports what only the whole shows. */
export interface Overview<Item> {
  readonly add: (item: Item, row: number) => void;
  readonly end: (report: ImportReport) => void;
}

/** Files that somebody else publishes, Stead's own exchange files, and those of people or small groups. */
export interface DatasetAbout {
  readonly title: string;
  readonly publisher: string;
  /** What it is for and where it comes from, in a sentence. */
  readonly about: string;
  readonly isExchange: boolean;
  /** Cohort and placement files: analysts only, and never on a server that others can reach without a second factor. */
  readonly isRestricted: boolean;
}

export interface TableDefinition<Id extends string, Item extends object> extends DatasetAbout {
  readonly id: Id;
  readonly columns: Readonly<Record<string, Column<unknown>>>;
  /** Lower-case headers that are read past without a word. */
  readonly ignored?: RegExp;
  readonly toRecord: (at: At, geography: Vintage['geography']) => Item;
  readonly checks?: readonly RowRule<Item>[];
  readonly remark?: (item: Item, row: RowRemark) => void;
  /** What may not stand twice in a file; in parts where these repeat from row to row. */
  readonly keyOf?: (item: Item) => Key;
  /** What is worth knowing of a row beside those above it, whose keys are known. It stops nothing. */
  readonly remarkBeside?: (item: Item, isAbove: (key: Key) => boolean, row: RowRemark) => void;
  /** The columns of that key, where a row with faults elsewhere is to be told to stand twice too. */
  readonly keyColumns?: readonly Column<unknown>[];
  /** The day, month or year that a record is of. */
  readonly timeOf?: (item: Item) => string | null;
  readonly overview?: () => Overview<Item>;
  /** The small area of a record, where it has one; and the list that such files are always of. */
  readonly lsoa?: { readonly of: (item: Item) => string | null; readonly always?: LsoaYear };
}

export interface FileFacts extends CellFacts {
  readonly match: HeaderMatch;
  readonly headers: readonly string[];
  readonly counts: CountRules | null;
}

/** Reads the rows of one file; `take` hands over what has been read since the last time. */
export interface TableReader<Batch> {
  readonly read: (row: SourceRow) => void;
  readonly take: () => Batch;
  readonly waiting: () => number;
  readonly end: () => {
    readonly rows: number;
    readonly vintage: Vintage;
    /** Places that the rows name, by column; null where they are too many to list. */
    readonly places: readonly NamedPlaces[] | null;
  };
}

export interface Dataset<Id extends string, Item extends object> extends DatasetAbout {
  readonly id: Id;
  readonly columns: readonly Column<unknown>[];
  readonly ignored: RegExp | null;
  readonly open: (facts: FileFacts) => TableReader<{ readonly dataset: Id; readonly records: readonly Item[] }>;
}

const createTimeSpan = (): { add: (time: string | null) => void; span: () => Pick<Vintage, 'from' | 'to'> } => {
  let from: string | null = null;
  let to: string | null = null;
  return {
    add: (time) => {
      if (time === null) return;
      if (from === null || time < from) from = time;
      if (to === null || time > to) to = time;
    },
    span: () => ({ from, to }),
  };
};

const DUPLICATE =
  'The file holds this row twice. If they count different people or posts, add them up in one row; else delete one of the two. Then try again.';

/** One table of a published or exchanged file: columns, how a row becomes a record, and its rules. */
export const defineTable = <const Id extends string, Item extends object>(
  definition: TableDefinition<Id, Item>,
): Dataset<Id, Item> => ({
  ...definition,
  columns: Object.values(definition.columns),
  ignored: definition.ignored ?? null,
  open: (facts) => {
    const cell = createCell(facts);
    const { report, counts } = facts;
    const cursor = createRowCursor(cell, facts);
    const { bad } = cursor;
    const checks = createRowRules(definition.checks ?? [], { at: cell, report, counts });
    const keys = createKeySet();
    const time = createTimeSpan();
    const overview = definition.overview?.();
    const lsoas = createLsoaList(facts.headers, definition.lsoa?.always);
    let records: Item[] = [];
    let rows = 0;
    const isRepeated = (item: Item, row: number): boolean => {
      const key = definition.keyOf?.(item);
      if (key === undefined || keys.add(key)) return false;
      const value = typeof key === 'string' ? key : key.join('|');
      report.error({ row, column: '', value, rule: 'duplicate_key', message: DUPLICATE });
      return true;
    };
    return {
      read: (row) => {
        cursor.move(row);
        const item = definition.toRecord(cursor.at, facts.match.geography);
        const lsoaCode = bad.size === 0 ? definition.lsoa?.of(item) : null;
        if (lsoaCode) lsoas.add(lsoaCode);
        const isChecked = checks(item, bad);
        if (bad.size > 0 || !isChecked) {
          if (definition.keyColumns?.every((column) => !bad.has(column))) isRepeated(item, row.row);
          return;
        }
        if (isRepeated(item, row.row)) return;
        definition.remark?.(item, cell);
        definition.remarkBeside?.(item, keys.has, cell);
        if (definition.timeOf) time.add(definition.timeOf(item));
        overview?.add(item, row.row);
        records.push(item);
        rows += 1;
      },
      take: () => {
        const taken = records;
        records = [];
        return { dataset: definition.id, records: taken };
      },
      waiting: () => records.length,
      end: () => {
        overview?.end(report);
        const geography = { ...facts.match.geography, ...(definition.lsoa ? lsoas.end(report) : {}) };
        return { rows, vintage: { geography, ...time.span() }, places: cursor.places() };
      },
    };
  },
});
