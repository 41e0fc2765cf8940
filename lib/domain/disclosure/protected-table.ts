import { z } from 'zod';
import { LOW, type Measure, measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { RuleSetId } from './rule-set';

/**
 * A cell as published. Four states, each with its own mark: a count, `low` (rounds to 0: none, one or two people, never
 * told apart), `suppressed` (for its own sake or to protect another: never told apart) and `not_applicable`.
 */
export const PublishedCell = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), count: z.number() }),
  z.strictObject({ kind: z.literal('low') }),
  z.strictObject({ kind: z.literal('suppressed') }),
  z.strictObject({ kind: z.literal('not_applicable') }),
]);
export type PublishedCell = z.infer<typeof PublishedCell>;

const PublishedRow = z.strictObject({
  code: z.string(),
  /** The row that it is part of; null for the grand total, `total`. */
  parent: z.string().nullable(),
  cells: z.array(PublishedCell),
});

/**
 * A table that may leave the data layer. Everything shown (view, share, interval, chart, file) is worked out from it and
 * from nothing else, so that no two outputs together say more than this table does. Rows keep the order they were given
 * in; with two columns or more, the last column is `total`.
 */
export const ProtectedTable = z.strictObject({
  ruleSet: RuleSetId,
  columns: z.array(z.string()),
  rows: z.array(PublishedRow),
});
export type ProtectedTable = z.infer<typeof ProtectedTable>;

export const WITHHELD: PublishedCell = { kind: 'suppressed' };

/** The whole numbers that a published cell leaves possible, taken by itself. */
export interface CountRange {
  readonly lowest: number;
  readonly highest: number;
}

const HALF_STEP = 2;

/** What a reader of the rule knows about one cell: 10 stands for 8 to 12, `low` for 0 to 2, a suppressed cell for anything. */
export const rangeOf = (cell: PublishedCell, ruleSet: RuleSetId): CountRange => {
  if (cell.kind === 'suppressed') return { lowest: 0, highest: Number.POSITIVE_INFINITY };
  if (cell.kind === 'low') return { lowest: 0, highest: HALF_STEP };
  const count = cell.kind === 'value' ? cell.count : 0;
  const isExact = ruleSet === 'none' || count === 0;
  return isExact ? { lowest: count, highest: count } : { lowest: count - HALF_STEP, highest: count + HALF_STEP };
};

export const cellAt = (table: ProtectedTable, row: string, column: string): PublishedCell | null => {
  const position = table.columns.indexOf(column);
  return table.rows.find(({ code }) => code === row)?.cells[position] ?? null;
};

/** A published count as a figure. */
export const toMeasure = (cell: PublishedCell): Measure => {
  if (cell.kind === 'value') return measured(cell.count);
  if (cell.kind === 'low') return LOW;
  return cell.kind === 'suppressed' ? SUPPRESSED : { kind: 'not_applicable', reason: 'This combination cannot occur' };
};
