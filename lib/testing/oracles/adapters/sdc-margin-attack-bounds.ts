import { z } from 'zod';
import { boundsOf, freedomOf } from '@/lib/domain/disclosure/attacker-bounds';
import { layoutOf } from '@/lib/domain/disclosure/table-layout';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { fullTableOf, TableWithTotals } from './sdc-table';

const Input = z.object({
  table_with_totals: TableWithTotals,
  suppressed_cells: z.array(z.tuple([z.number(), z.number()])),
});

export const sdcMarginAttackBounds: Adapter = (raw) => {
  const { table_with_totals, suppressed_cells } = Input.parse(raw);
  const table = fullTableOf(table_with_totals);
  const layout = layoutOf(table);
  const at = ([r, c]: readonly [number, number]) => r * table.columns.length + c;
  const hidden = new Set(suppressed_cells.map(at));
  const freedom = freedomOf(table.values, (cell) => hidden.has(cell));
  const attacked = suppressed_cells.map((cell) => ({
    cell,
    bounds: boundsOf(layout, freedom, at(cell), table.values[at(cell)] ?? 0),
  }));
  return {
    intervals: Object.fromEntries(
      attacked.map(({ cell, bounds }) => [cell.join(','), [bounds.lowest, bounds.highest]]),
    ),
    exactly_recoverable: attacked.filter(({ bounds }) => bounds.lowest === bounds.highest).map(({ cell }) => cell),
  };
};
