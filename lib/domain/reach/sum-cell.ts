import type { ReachCell } from './published-count';

/**
 * Several cells as one. Those that round to 0 add nobody to the number, which so stays one that rounding could have given; they
 * are carried as zeros, so that its limits allow for the people whom they may stand for.
 */
export function sumCell(cells: readonly ReachCell[]): ReachCell {
  const gap = cells.find(({ kind }) => kind === 'not_loaded') ?? cells.find(({ kind }) => kind === 'suppressed');
  if (gap) return gap;
  const counts = cells.flatMap((cell) => (cell.kind === 'value' ? [cell] : []));
  const low = cells.filter(({ kind }) => kind === 'low').length;
  if (counts.length === 0) return { kind: low > 0 ? 'low' : 'not_applicable' };
  const sumOf = (read: (cell: (typeof counts)[number]) => number) => counts.reduce((sum, cell) => sum + read(cell), 0);
  return {
    kind: 'value',
    count: sumOf(({ count }) => count),
    parts: sumOf(({ count, parts }) => parts ?? (count > 0 ? 1 : 0)) + low,
    zeros: sumOf(({ zeros = 0 }) => zeros) + low,
    ...(counts.some(({ unsure }) => unsure) ? { unsure: sumOf(({ unsure = 0 }) => unsure) } : {}),
  };
}
