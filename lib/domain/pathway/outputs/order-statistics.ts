/** Below this many numbers sorting is as quick as choosing. */
const FEW = 24;

const sortFew = (values: Float64Array, from: number, to: number): void => {
  for (let i = from + 1; i <= to; i += 1) {
    const value = values[i] ?? 0;
    let at = i - 1;
    while (at >= from && (values[at] ?? 0) > value) {
      values[at + 1] = values[at] ?? 0;
      at -= 1;
    }
    values[at + 1] = value;
  }
};

const middleOf = (one: number, two: number, three: number): number =>
  Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));

/** Splits a stretch in two around a value: returns the last place of the lower part. */
const split = (values: Float64Array, from: number, to: number): number => {
  const pivot = middleOf(values[from] ?? 0, values[(from + to) >> 1] ?? 0, values[to] ?? 0);
  let low = from - 1;
  let high = to + 1;
  for (;;) {
    do low += 1;
    while ((values[low] ?? 0) < pivot);
    do high -= 1;
    while ((values[high] ?? 0) > pivot);
    if (low >= high) return high;
    const swapped = values[low] ?? 0;
    values[low] = values[high] ?? 0;
    values[high] = swapped;
  }
};

/**
 * Moves numbers so that those at `ranks` (ascending, from `first` to before `last` of the list) stand where sorting would put
 * them. Quicker than sorting, as parts without an asked-for rank are left as they are. None may be NaN.
 */
export const placeRanks = (
  values: Float64Array,
  ranks: readonly number[],
  from = 0,
  to = values.length - 1,
  first = 0,
  last = ranks.length,
): void => {
  if (first >= last || from >= to) return;
  if (to - from < FEW) {
    sortFew(values, from, to);
    return;
  }
  const border = split(values, from, to);
  let middle = first;
  while (middle < last && (ranks[middle] ?? 0) <= border) middle += 1;
  placeRanks(values, ranks, from, border, first, middle);
  placeRanks(values, ranks, border + 1, to, middle, last);
};
