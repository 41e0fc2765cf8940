import { type QualityFlag, type QualityRow, whereOf } from './quality-flag';

const keyOf = ({ areaCode, period, breakdown }: QualityRow): string => JSON.stringify([areaCode, period, breakdown]);

const isSame = (a: QualityRow, b: QualityRow): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator;

/** Rows with the area, period and breakdown of an earlier one: an error where they differ, else only a repetition. */
export const checkDuplicates = (rows: readonly QualityRow[]): QualityFlag[] => {
  const first = new Map<string, QualityRow>();
  return rows.flatMap((row): QualityFlag[] => {
    const earlier = first.get(keyOf(row));
    if (!earlier) {
      first.set(keyOf(row), row);
      return [];
    }
    const at = earlier.row === null ? 'an earlier row' : `row ${earlier.row}`;
    const differs = !isSame(row, earlier);
    return [
      {
        check: 'duplicate_key',
        severity: differs ? 'error' : 'warning',
        where: whereOf(row),
        detail: differs
          ? `Same area, period and group as ${at}, with another value: which one is right can’t be told.`
          : `Repeats ${at}.`,
      },
    ];
  });
};
