import { RULE_SETS, type RuleSetId } from '@/lib/domain/disclosure/rule-set';

/** How counts of a table were let out. */
export interface PublishingRule {
  /** Every count is a multiple of this, halves up; 1: not rounded. */
  readonly roundedTo: number;
  /** Counts that are withheld; null where the rule withholds none, so that a blank tells nothing. */
  readonly withheld: { readonly lowest: number; readonly highest: number } | null;
}

/** The rule of tables that stand together: the widest base, and a range of withheld counts only where all of them have it. */
export const publishingRule = (roundedTo: number, ruleSets: readonly RuleSetId[]): PublishingRule => {
  const withheld = ruleSets.map((id) => RULE_SETS[id].suppressedCounts);
  const [first = null] = withheld;
  const isSame = withheld.every((one) => one?.lowest === first?.lowest && one?.highest === first?.highest);
  return { roundedTo, withheld: isSame ? first : null };
};

/** The counts that may stand behind a number. An infinite `high` with a `low` of 0: nothing is known. */
export interface CountRange {
  readonly low: number;
  readonly high: number;
}

/** A sum of counts that were let out one by one; `parts` of them, of which `gaps` are withheld and `zeros` are 0. */
export interface LetOut {
  readonly known: number;
  readonly parts: number;
  readonly gaps: number;
  readonly zeros: number;
}

/**
 * The counts that publish as this number. A line that isn't there is as a 0: nobody, or too few to round to anything. Several lines
 * that came to be one place have the range of their sum, which is a little wide.
 */
export const rangeOf = ({ known, parts, gaps, zeros }: LetOut, { roundedTo, withheld }: PublishingRule): CountRange => {
  if (gaps > 0 && withheld === null) return { low: 0, high: Number.POSITIVE_INFINITY };
  const above = Math.ceil(roundedTo / 2) - 1;
  // Where small counts are withheld, a 0 is nobody.
  const aboveZero = withheld === null ? above : Math.min(above, withheld.lowest - 1);
  const rounded = parts - gaps - zeros;
  const emptyLines = Math.max(zeros, parts === 0 ? 1 : 0);
  const leastShown = withheld === null ? 0 : withheld.highest + 1;
  return {
    low: Math.max(rounded * leastShown, known - rounded * Math.floor(roundedTo / 2)) + gaps * (withheld?.lowest ?? 0),
    high: known + rounded * above + emptyLines * aboveZero + gaps * (withheld?.highest ?? 0),
  };
};

/** Counts of one school and period, an entry for each place. `high` is null where nothing is known: it passes between threads as JSON. */
export interface RangeRow {
  readonly low: readonly number[];
  readonly high: readonly (number | null)[];
}

export const rangeRow = (ranges: readonly CountRange[]): RangeRow => ({
  low: ranges.map(({ low }) => low),
  high: ranges.map(({ high }) => (Number.isFinite(high) ? high : null)),
});

export const rangeAt = ({ low, high }: RangeRow, place: number): CountRange => ({
  low: low[place] ?? 0,
  high: high[place] ?? Number.POSITIVE_INFINITY,
});

/** The middle of a range, and 0 where it begins there: what a fit starts from. */
export const startOf = ({ low, high }: CountRange): number => (low > 0 && Number.isFinite(high) ? (low + high) / 2 : 0);
