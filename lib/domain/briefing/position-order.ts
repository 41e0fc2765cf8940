import type { IndicatorGroup } from '@/lib/domain/indicators/indicator';

export const MAX_POSITION_ROWS = 10;

const GROUP_ORDER: readonly IndicatorGroup[] = ['vacancy', 'retention', 'supply', 'need', 'schools', 'context'];

/** What the order depends on; rows may carry more. */
export type OrderedRow = { readonly group: IndicatorGroup; readonly stale: boolean };

const groupRank = (row: OrderedRow): number => GROUP_ORDER.indexOf(row.group);

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
  return [...current, ...old].slice(0, limit).sort((a, b) => groupRank(a) - groupRank(b));
};
