import type { PublishedCell } from '@/lib/domain/disclosure/protected-table';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { JourneyFilter, TableOutcome } from '@/lib/domain/journeys/journey-filter';
import { tableOf } from '@/lib/domain/journeys/table-of';
import type { ProtectedJourneys } from './protect-journeys';

export const protectedTable = (
  { store, ruleSet }: ProtectedJourneys,
  shape: string,
  filter: JourneyFilter,
): TableOutcome<{ rows: readonly string[]; columns: readonly string[]; cells: PublishedCell[] }> => {
  const outcome = tableOf(store, shape, filter);
  if (outcome.kind !== 'table') return outcome;
  const { rows, columns, counts } = outcome.table;
  const { suppressedCounts } = ruleSet;
  const cells = [...counts].map((count): PublishedCell => {
    if (suppressedCounts && count >= suppressedCounts.lowest && count <= suppressedCounts.highest)
      return { kind: 'suppressed' };
    if (count < 3 && !suppressedCounts) return { kind: 'low' };
    return { kind: 'value', count: toNearestFive(count) };
  });
  return { kind: 'table', table: { rows, columns, cells } };
};
