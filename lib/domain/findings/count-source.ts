import type { Counts, RoundedCounts, RoundedTableName } from '@/lib/domain/journeys/counts';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import type { RoundedStore } from '@/lib/domain/journeys/rounded-store';
import { tableOf } from '@/lib/domain/journeys/table-of';
import { type CountRules, type ReachCell, ROUNDED_TO_5 } from '@/lib/domain/reach/published-count';
import { sumCell } from '@/lib/domain/reach/sum-cell';
import { MOST_UNSURE } from '@/lib/domain/reach/within-total';
import { boundedCell, type TableFor } from './withheld-bounds';

/** Which data in words, and how its counts were rounded. */
export interface CountAbout {
  readonly data: string;
  readonly rules: CountRules;
}

type IsWanted = (row: string, column: string) => boolean;

/** A table whose counts may be shown. */
export interface CountedTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly about: CountAbout;
  /** People of all the cells that are wanted, together. */
  readonly people: (isWanted: IsWanted) => ReachCell;
}

/** Where the counts of the cards come from; null for a table that it can't give. */
export interface CountSource {
  readonly table: (shape: string, filter: JourneyFilter) => CountedTable | null;
}

/** `read`: what may be shown of cells, by their numbers, together. */
const countedTable = (
  { rows, columns }: Pick<Counts, 'rows' | 'columns'>,
  about: CountAbout,
  read: (cells: readonly number[]) => ReachCell,
): CountedTable => ({
  rows,
  columns,
  about,
  people: (isWanted) =>
    read(
      rows.flatMap((row, r) => columns.flatMap((column, c) => (isWanted(row, column) ? [r * columns.length + c] : []))),
    ),
});

/** Keeps what was made for a shape and filter. */
const kept = (make: CountSource['table']): CountSource => {
  const made = new Map<string, CountedTable | null>();
  return {
    table: (shape, filter) => {
      const key = JSON.stringify([shape, filter]);
      const table = made.has(key) ? (made.get(key) ?? null) : make(shape, filter);
      made.set(key, table);
      return table;
    },
  };
};

/** A table as it is published, cell by cell. */
export interface PublishedCells {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly cells: readonly ReachCell[];
}

/**
 * A cohort's counts, added from its published tables: no card says more than those do. Withheld cells of a sum count as what other published tables
 * leave possible of them, where that leaves little of the sum in doubt; else it is withheld. Null where there is no such table.
 */
export const publishedCounts = (about: CountAbout, tableFor: TableFor): CountSource =>
  kept((shape, filter) => {
    const table = tableFor(shape, filter);
    if (!table) return null;
    const bounded = new Map<number, ReachCell>();
    const boundOf = (cell: number): ReachCell => {
      const known = bounded.get(cell) ?? boundedCell(tableFor, { shape, filter, rules: about.rules }, cell);
      bounded.set(cell, known);
      return known;
    };
    return countedTable(table, about, (numbers) => {
      const sum = sumCell(numbers.flatMap((cell) => table.cells[cell] ?? []));
      if (sum.kind !== 'suppressed') return sum;
      const within = sumCell(
        numbers.flatMap((cell) =>
          table.cells[cell]?.kind === 'suppressed' ? boundOf(cell) : (table.cells[cell] ?? []),
        ),
      );
      return within.kind === 'value' && (within.unsure ?? 0) <= MOST_UNSURE * within.count ? within : sum;
    });
  });

const sumOf = ({ counts, known, parts, zeros }: RoundedCounts, cells: readonly number[]): ReachCell => {
  const given = cells.filter((cell) => (parts[cell] ?? 0) > 0);
  if (given.length === 0) return { kind: 'not_applicable' };
  if (given.some((cell) => counts[cell] === null)) return { kind: 'suppressed' };
  const sum = (of: readonly number[]) => given.reduce((total, cell) => total + (of[cell] ?? 0), 0);
  return { kind: 'value', count: sum(known), parts: sum(parts), zeros: sum(zeros) };
};

/** Rounded counts: each sum says of how many, a withheld part withholds it, and cells that aren't in the file add nothing. */
export const roundedCounts = (store: RoundedStore, dataOf: (table: RoundedTableName) => string): CountSource =>
  kept((shape, filter) => {
    const outcome = tableOf(store, shape, filter);
    if (outcome.kind !== 'table') return null;
    const rules = { ...ROUNDED_TO_5, roundedTo: store.roundingBase ?? ROUNDED_TO_5.roundedTo };
    return countedTable(outcome.table, { data: dataOf(outcome.table.madeFrom), rules }, (cells) =>
      sumOf(outcome.table, cells),
    );
  });
