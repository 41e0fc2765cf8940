import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { LEFT, NOT_REACHED, SETTLEMENTS, type Settlement, UNKNOWN } from './axis-label';
import type { Counts } from './counts';

export interface SettlementShare {
  readonly group: Settlement | typeof UNKNOWN | typeof LEFT;
  readonly people: number;
  /** 0 to 1. */
  readonly share: number;
}

export interface SettlementShares {
  /** Everybody who came to the stage or won't; those still on the way aren't in it. */
  readonly people: number;
  readonly notReached: number;
  /** Stayers, returners, the two kinds of newcomers, unknown and left: they add up to 1. */
  readonly groups: readonly SettlementShare[];
}

const GROUPS = [...SETTLEMENTS, UNKNOWN, LEFT] as const;

/**
 * Stayers, returners and newcomers of one row (a region, or a school's graduates) of a table by settlement. Unknowns are shown and
 * are part of the whole. Refuses `out_of_range` for a row that the table hasn't got, `not_finite` where one of its cells is a gap,
 * `no_denominator` where nobody has come to the stage.
 */
export const settlementShares = (table: Counts, row: string): Outcome<SettlementShares> => {
  const at = table.rows.indexOf(row);
  if (at === -1) return refused('out_of_range');
  const cell = (label: string): number | null => {
    const column = table.columns.indexOf(label);
    return column === -1 ? 0 : (table.counts[at * table.columns.length + column] ?? null);
  };
  const counts = GROUPS.map((group) => ({ group, people: cell(group) }));
  const notReached = cell(NOT_REACHED);
  if (notReached === null || counts.some((one) => one.people === null)) return refused('not_finite');
  const people = counts.reduce((total, one) => total + (one.people ?? 0), 0);
  if (people === 0) return refused('no_denominator');
  const groups = counts.map((one) => ({
    group: one.group,
    people: one.people ?? 0,
    share: (one.people ?? 0) / people,
  }));
  return computed({ people, notReached, groups });
};
