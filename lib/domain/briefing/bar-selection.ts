export const MAX_BARS = 14;

export type RankedBar = { readonly code: string; readonly value: number; readonly selected: boolean };

/**
 * Bars from highest to lowest value. Above fourteen areas: the highest and the lowest, always with
 * the briefing's own area, so that every name stays readable on paper.
 */
export const selectBars = <Row extends RankedBar>(
  rows: readonly Row[],
  limit = MAX_BARS,
): { readonly shown: readonly Row[]; readonly omitted: number } => {
  const sorted = [...rows].sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1));
  if (sorted.length <= limit) return { shown: sorted, omitted: 0 };
  const half = Math.floor((limit - 1) / 2);
  const shown = sorted.filter((row, index) => row.selected || index < half || index >= sorted.length - half);
  return { shown, omitted: sorted.length - shown.length };
};
