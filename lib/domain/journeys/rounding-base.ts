/** Steps that safe havens round to, the widest first. */
const STEPS = [10, 5, 3] as const;

/**
 * The step that counts look rounded to, where their source doesn't say: the widest of 10, 5 and 3 that all are multiples of;
 * 1 where they are multiples of none, so that they weren't rounded. A few counts may look rounded more widely than they are,
 * never less. Null without a count above 0.
 */
export const roundingBaseOf = (counts: Iterable<number>): number | null => {
  const above = new Set<number>();
  for (const count of counts) if (count > 0) above.add(count);
  if (above.size === 0) return null;
  return STEPS.find((step) => [...above].every((count) => count % step === 0)) ?? 1;
};
