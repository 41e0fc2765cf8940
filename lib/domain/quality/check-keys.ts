import { type QualityFlag, type QualityRow, whereOf } from './quality-flag';

const keyOf = ({ areaCode, period, breakdown }: QualityRow): string => JSON.stringify([areaCode, period, breakdown]);

const isSame = (a: QualityRow, b: QualityRow): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator;

/** What is wrong with a row that repeats the key of an earlier one. Says nothing of the values: one may be withheld. */
const fault = (earlier: QualityRow, row: QualityRow): Pick<QualityFlag, 'severity' | 'detail'> => {
  const at = earlier.row === null ? 'an earlier row' : `row ${earlier.row}`;
  if (isSame(row, earlier)) return { severity: 'warning', detail: `Repeats ${at}.` };
  if (earlier.release && row.release && earlier.release !== row.release) {
    const detail = `The releases ${earlier.release} and ${row.release} give different values: the one loaded last is shown.`;
    return { severity: 'warning', detail };
  }
  const detail = `Same area, period and group as ${at}, with another value: which one is right can’t be told.`;
  return { severity: 'error', detail };
};

/**
 * Rows with the area, period and breakdown of an earlier one: an error where they differ, a warning where one release
 * corrects another, else only a repetition.
 */
export const checkDuplicates = (rows: readonly QualityRow[]): QualityFlag[] => {
  const first = new Map<string, QualityRow>();
  return rows.flatMap((row): QualityFlag[] => {
    const earlier = first.get(keyOf(row));
    if (!earlier) {
      first.set(keyOf(row), row);
      return [];
    }
    return [{ check: 'duplicate_key', where: whereOf(row), ...fault(earlier, row) }];
  });
};
