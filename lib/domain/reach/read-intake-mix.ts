/** Shares that were typed in may be off by this much in all: 33.3 three times is a mix. */
const TOLERANCE_PCT = 0.5;

export interface AskedMix {
  /** % of each group, made to add up to 100 where they do within the tolerance; null where a box holds no number. Empty: nothing was asked. */
  readonly askedPct: readonly (number | null)[];
  /** What is wrong with it, in words; null where nothing is. */
  readonly problem: string | null;
}

/** Digits with a point or a comma; nothing that only looks like a number to a machine, such as `1e2`. */
const PERCENT = /^\d{1,3}(?:[.,]\d{1,4})?$/;

const numberOf = (text: string): number | null =>
  PERCENT.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

/** A mix as somebody typed it: one % for each group, in the order of the groups. */
export const readIntakeMix = (labels: readonly string[], shares: readonly string[]): AskedMix => {
  if (shares.length === 0 || shares.every((share) => share.trim() === '')) return { askedPct: [], problem: null };
  const askedPct = labels.map((_, i) => numberOf(shares[i] ?? ''));
  const unread = labels.filter((_, i) => askedPct[i] === null);
  if (unread.length > 0)
    return { askedPct, problem: `Give a share in % for each group. No number can be read for: ${unread.join(', ')}.` };
  const total = askedPct.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  if (Math.abs(total - 100) > TOLERANCE_PCT) {
    const off = total - 100;
    return {
      askedPct,
      problem: `The shares add up to ${oneDecimal(total)}%: ${oneDecimal(Math.abs(off))} ${off > 0 ? 'too many' : 'are missing'}. They have to add up to 100%.`,
    };
  }
  return { askedPct: askedPct.map((share) => ((share ?? 0) * 100) / total), problem: null };
};
