import { countCheck, finiteCheck, firstReason } from '@/lib/domain/statistics/input-checks';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import { hasTable } from './transport-feasibility';

export interface FittingInput {
  /** Cell values at or above 0 to start from; 0 is a structural zero and stays 0. */
  readonly seed: readonly (readonly number[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
}

/** `infeasible`: no table with these zeros has these totals. `not_settled`: one has, but the passes did not reach it. */
export type FittedTable =
  | { readonly kind: 'fitted'; readonly table: readonly (readonly number[])[]; readonly passes: number }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'not_settled' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

const MOST_PASSES = 20_000;
/** Largest relative miss of a row total at which the table has settled; columns are then exact. */
const SETTLED_BELOW = 1e-13;
/** Row and column totals may differ by this share of the whole: sums in another order. */
const TOTALS_ALIKE = 1e-9;

const checkInput = ({ seed, rowTotals, columnTotals }: FittingInput): RefusalReason | null => {
  const isSameShape = seed.length === rowTotals.length && seed.every((row) => row.length === columnTotals.length);
  const whole = sum(rowTotals);
  return firstReason(
    isSameShape ? null : 'lengths_differ',
    finiteCheck(...seed, rowTotals, columnTotals),
    countCheck(...seed, rowTotals, columnTotals),
    whole > 0 ? null : 'no_events',
    Math.abs(whole - sum(columnTotals)) <= TOTALS_ALIKE * whole ? null : 'out_of_range',
  );
};

const scaleRows = (table: number[][], targets: readonly number[]): number =>
  table.reduce((worst, row, i) => {
    const target = targets[i] ?? 0;
    const total = sum(row);
    const factor = total > 0 ? target / total : 0;
    for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) * factor;
    return target > 0 ? Math.max(worst, Math.abs(total - target) / target) : worst;
  }, 0);

const scaleColumns = (table: number[][], targets: readonly number[]): void => {
  targets.forEach((target, j) => {
    const total = table.reduce((all, row) => all + (row[j] ?? 0), 0);
    const factor = total > 0 ? target / total : 0;
    for (const row of table) row[j] = (row[j] ?? 0) * factor;
  });
};

/**
 * Iterative proportional fitting: the table nearest to the seed, in the sense of relative entropy, with the given row
 * and column totals. Whether one exists is settled first, by a flow through the cells that are not zero, so that
 * structural zeros which rule the totals out are reported and not looped over.
 * Refuses `lengths_differ`, `not_finite`, `negative_events`, `no_events`, `out_of_range` (totals that differ).
 * Source: Deming and Stephan 1940; existence: Bacharach 1965.
 */
export const fitProportionally = (input: FittingInput): FittedTable => {
  const reason = checkInput(input);
  if (reason) return { kind: 'refused', reason };
  const { seed, rowTotals, columnTotals } = input;
  const isOpen = seed.map((row) => row.map((cell) => cell > 0));
  if (!hasTable({ isOpen, rowTotals, columnTotals })) return { kind: 'infeasible' };
  const table = seed.map((row) => [...row]);
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const miss = scaleRows(table, rowTotals);
    if (pass > 1 && miss <= SETTLED_BELOW) return { kind: 'fitted', table, passes: pass };
    scaleColumns(table, columnTotals);
  }
  return { kind: 'not_settled' };
};
