import type { TableLayout } from './table-layout';

export interface Requirement {
  /** What can be derived about a protected cell spans at least this. */
  readonly width: number;
  /** `sensitive`: only cells that the rule set withholds; `hidden`: their partners too. */
  readonly protects: 'sensitive' | 'hidden';
  /** Whether what a shown total leaves for its hidden parts may be a small count. */
  readonly allowsSmallRemainder: boolean;
}

/** A table under protection, and what has to hold for it. */
export interface ProtectionTask {
  readonly layout: TableLayout;
  readonly values: readonly number[];
  /** Cells that may be hidden. */
  readonly eligible: readonly boolean[];
  /** Cells that the rule set withholds in themselves. */
  readonly sensitive: readonly boolean[];
  /** Cells that stay hidden for another reason: an earlier release hid them. */
  readonly alwaysHidden: readonly boolean[];
  readonly requirement: Requirement;
  /** Cells that an insider knows, one list for each insider; the outsider, who knows none, is always there. */
  readonly insiders: readonly (readonly number[])[];
  /** One attempt, without swaps: it may hide a few cells more. */
  readonly isQuick?: boolean;
}

/** What is wrong with a pattern of hidden cells: a cell that can be narrowed down, or a sum that gives a small remainder. */
export type Weakness =
  | { readonly kind: 'narrow'; readonly cell: number; readonly ownCells: ReadonlySet<number> }
  | { readonly kind: 'small_remainder'; readonly cells: readonly number[] };
