export const MAX_CLASSES = 5;

/** `mapClass` 1 (lowest) to 5 (highest); `lower` and `upper` are values that occur in the class. */
export type MapClass = { readonly mapClass: number; readonly lower: number; readonly upper: number };

/** Fewer than five classes are spread over the five shades, so that the extremes keep theirs. */
const shade = (index: number, classes: number): number =>
  classes === 1 ? 3 : Math.round(1 + (index * (MAX_CLASSES - 1)) / (classes - 1));

/**
 * Equal-count classes (quantiles) over the distinct values, so that equal values always share a
 * class. At most five; empty when there are no values.
 */
export const equalCountClasses = (values: readonly number[]): readonly MapClass[] => {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const classes = Math.min(MAX_CLASSES, distinct.length);
  const members = Array.from({ length: classes }, (_, index) =>
    distinct.filter((_value, rank) => Math.floor((rank * classes) / distinct.length) === index),
  );
  return members.flatMap((member, index) => {
    const lower = member.at(0);
    const upper = member.at(-1);
    return lower === undefined || upper === undefined ? [] : [{ mapClass: shade(index, classes), lower, upper }];
  });
};

export const classOf = (value: number, classes: readonly MapClass[]): number | null =>
  classes.find((entry) => value >= entry.lower && value <= entry.upper)?.mapClass ?? null;
