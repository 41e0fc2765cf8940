import { z } from 'zod';
import { type FullTable, withMargins } from '@/lib/domain/disclosure/count-table';

export const TableWithTotals = z.array(z.array(z.number()));

/**
 * A table whose last row and column are totals, as the domain has it: its own totals, worked out from the inner cells.
 * @throws where a row is of another length.
 */
export const fullTableOf = (withTotals: z.infer<typeof TableWithTotals>): FullTable => {
  const inner = withTotals.slice(0, -1).map((row) => row.slice(0, -1));
  const codes = inner.map((_, r) => `row ${r}`);
  const outcome = withMargins({
    rows: codes.map((code) => ({ code, parent: null })),
    columns: (inner[0] ?? []).map((_, c) => `column ${c}`),
    counts: Object.fromEntries(inner.map((row, r) => [`row ${r}`, row])),
  });
  if (outcome.kind === 'refused') throw new Error(`Not a table: ${outcome.reason}`);
  return outcome.table;
};
