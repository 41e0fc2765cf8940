import type { IndicatorGroup } from '@/lib/domain/indicators/indicator';

export const MAX_POSITION_ROWS = 10;

const GROUP_ORDER: readonly IndicatorGroup[] = ['vacancy', 'retention', 'supply', 'need', 'schools', 'context'];

/** What the order depends on; rows may carry more. */
export type OrderedRow = { readonly indicatorId: string; readonly group: IndicatorGroup; readonly stale: boolean };

const groupRank = (row: OrderedRow): number => GROUP_ORDER.indexOf(row.group);

/** The first row of every indicator, then the second of each: one with many parts leaves room for the others. */
function inTurns<Row extends OrderedRow>(rows: readonly Row[]): Row[] {
  const turns = rows.map(
    (row, at) => rows.slice(0, at).filter(({ indicatorId }) => indicatorId === row.indicatorId).length,
  );
  return rows
    .map((row, at) => ({ row, turn: turns[at] ?? 0 }))
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ row }) => row);
}

/**
 * At most ten rows, so that a full briefing stays within four pages. Current figures go before figures over three years old when there isn't
 * room for all; the chosen rows are then shown by subject, in the order given within a subject.
 */
export const selectPosition = <Row extends OrderedRow>(
  rows: readonly Row[],
  limit = MAX_POSITION_ROWS,
): readonly Row[] => {
  const current = rows.filter((row) => !row.stale);
  const old = rows.filter((row) => row.stale);
  const chosen = new Set([...inTurns(current), ...inTurns(old)].slice(0, limit));
  return rows.filter((row) => chosen.has(row)).sort((a, b) => groupRank(a) - groupRank(b));
};
