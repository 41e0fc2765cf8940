import { type Counted, type CountRules, type ReachCell, totalOf } from './published-count';

/** Of the people of a sum, at most this share may be in doubt for withheld cells; else the sum is withheld too. */
export const MOST_UNSURE = 0.05;

const toStep = (count: number, step: number): number => Math.round(count / step) * step;

const isWithheld = ({ kind }: ReachCell): boolean => kind === 'suppressed';

/**
 * Cells with what a published total of them leaves possible in place of those that are withheld: the middle of it, and how far off that may be.
 * As they are where it leaves too much in doubt. Worked out from published counts alone, as any reader could: it says no more than they do.
 */
export function withinTotal(cells: readonly ReachCell[], total: Counted, rules: CountRules): readonly ReachCell[] {
  const withheld = cells.filter(isWithheld).length;
  const shown = totalOf(
    cells.filter((cell) => !isWithheld(cell)),
    rules,
  );
  if (withheld === 0 || total.kind === 'gap' || shown.kind === 'gap') return cells;
  const least = Math.max(0, total.lowest - shown.highest);
  const highest = total.highest - shown.lowest;
  if (highest < least) return cells;
  // One holds all that is left; of several each may hold anything up to that, and together they hold it.
  const lowest = withheld === 1 ? least : 0;
  const count = toStep((least + highest) / 2 / withheld, rules.roundedTo);
  const unsure = Math.max(highest - count, count - lowest);
  if (withheld * unsure > MOST_UNSURE * total.count) return cells;
  return cells.map((cell) => (isWithheld(cell) ? { kind: 'value', count, parts: 0, zeros: 0, unsure } : cell));
}
