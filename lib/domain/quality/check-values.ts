import { plainNumber, type QualityFlag, type QualityRow, whereOf } from './quality-flag';

/** What a dataset's values may be; null where there is no such bound. */
export interface ValueRange {
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Whether the numerator is a part of the denominator. Fill rates are not: accepts can pass posts. */
  readonly isShare: boolean;
  /** `%`, ` per 10,000`: what stands after a number. */
  readonly unit: string;
}

/** Severity and words of what is wrong with one row's values, first fault first. */
const rangeFault = (
  { value, numerator, denominator }: QualityRow,
  { lowest, highest, isShare, unit }: ValueRange,
): Pick<QualityFlag, 'severity' | 'detail'> | null => {
  if ([value, numerator, denominator].some((number) => number !== null && !Number.isFinite(number))) {
    return { severity: 'error', detail: 'Not a finite number.' };
  }
  if (denominator !== null && denominator < 0) return { severity: 'error', detail: 'The denominator is below 0.' };
  if (isShare && numerator !== null && denominator !== null && numerator > denominator) {
    const counts = `${plainNumber(numerator)} of ${plainNumber(denominator)}`;
    return { severity: 'error', detail: `${counts}: the part is larger than its whole.` };
  }
  if (value === null) return null;
  if (lowest !== null && value < lowest) {
    const bound = `${plainNumber(lowest)}${unit}`;
    return { severity: 'error', detail: `${plainNumber(value)}${unit} is below ${bound}, the lowest possible.` };
  }
  if (highest === null || value <= highest) return null;
  const detail = `${plainNumber(value)}${unit} is above ${plainNumber(highest)}${unit}, the highest expected.`;
  return { severity: isShare ? 'error' : 'warning', detail };
};

/** Values that can't be, or are not expected: one flag a row. */
export const checkRanges = (rows: readonly QualityRow[], range: ValueRange): QualityFlag[] =>
  rows.flatMap((row) => {
    const fault = rangeFault(row, range);
    return fault ? [{ check: 'range', where: whereOf(row), ...fault }] : [];
  });

/** What counts as a jump: both must be passed, so that small numbers don't flag at every step. */
export interface JumpLimits {
  /** Change as a share of the earlier value: 0.25 is a quarter. */
  readonly relative: number;
  /** Change in the unit of the value. */
  readonly absolute: number;
}

/** No code of an area has a space in it. */
const seriesKey = ({ areaCode, breakdown }: QualityRow): string => `${areaCode} ${breakdown}`;

/** Standard errors of the difference: fewer than that, and shares of few people differ by chance alone. */
const ERRORS_ALLOWED = 3;

/** Whether two shares with their counts differ by no more than chance would make them; false where there are no counts. */
const isChance = (before: QualityRow, after: QualityRow): boolean => {
  const [a, n, b, m] = [before.numerator, before.denominator, after.numerator, after.denominator];
  if (a === null || n === null || b === null || m === null || n <= 0 || m <= 0) return false;
  const pooled = (a + b) / (n + m);
  if (pooled <= 0 || pooled >= 1) return false;
  return Math.abs(a / n - b / m) <= ERRORS_ALLOWED * Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
};

const isJump = (before: number, after: number, { relative, absolute }: JumpLimits): boolean => {
  const change = Math.abs(after - before);
  return change > absolute && change > relative * Math.abs(before);
};

const jumpWords = (before: QualityRow, after: QualityRow, from: number, to: number): string => {
  const share =
    from === 0
      ? ''
      : ` (${to > from ? '+' : '\u2212'}${plainNumber(Math.round(Math.abs((1000 * (to - from)) / from)) / 10)} %)`;
  return `From ${plainNumber(from)} in the period to ${before.period} to ${plainNumber(to)} in that to ${after.period}${share}: check whether the definition or the boundaries changed.`;
};

/**
 * Values that differ much from the previous period of the same area and breakdown, and by more than chance where their counts
 * are known. Periods without a value are passed over.
 */
export const checkJumps = (rows: readonly QualityRow[], limits: JumpLimits): QualityFlag[] => {
  const last = new Map<string, QualityRow>();
  const flags: QualityFlag[] = [];
  for (const row of rows.toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))) {
    if (row.value === null) continue;
    const series = seriesKey(row);
    const before = last.get(series);
    const isLater = before !== undefined && before.value !== null && before.period < row.period;
    if (isLater && isJump(before.value ?? 0, row.value, limits) && !isChance(before, row)) {
      const detail = jumpWords(before, row, before.value ?? 0, row.value);
      flags.push({ check: 'jump', severity: 'warning', where: whereOf(row), detail });
    }
    last.set(series, row);
  }
  return flags;
};
