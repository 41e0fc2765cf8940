import type { Column } from '@/lib/import/column';
import { countRules } from '@/lib/import/count-rules';
import { type NumberCell, numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import type { RowRemark, RowRule } from '@/lib/import/row-rules';

/** A count as a safe haven lets it out. */
export const countColumn = (header: string, about: string, example: string): Column<NumberCell> =>
  numberColumn(header, {
    isInteger: true,
    min: 0,
    blankIsSuppressed: true,
    about: `${about} Rounded; empty where suppressed.`,
    example,
  });

interface GroupColumns {
  readonly female: Column<NumberCell>;
  readonly male: Column<NumberCell>;
  readonly white: Column<NumberCell>;
  readonly nonWhite: Column<NumberCell>;
}

/** Sex and ethnicity of a count. */
export const groupColumns = (): GroupColumns => ({
  female: countColumn('female', 'Women.', '25'),
  male: countColumn('male', 'Men.', '20'),
  white: countColumn('white', 'White.', '30'),
  nonWhite: countColumn('non_white', 'All other ethnic groups together.', '15'),
});

export interface GroupCounts {
  readonly female: NumberCell;
  readonly male: NumberCell;
  readonly white: NumberCell;
  readonly nonWhite: NumberCell;
}

/** Each count by itself: that of all, and those of its groups. */
export const roundedCounts = <Item extends GroupCounts>(
  total: readonly [Column<NumberCell>, (item: Item) => NumberCell],
  { female, male, white, nonWhite }: GroupColumns,
): RowRule<Item>[] =>
  countRules<Item>([
    total,
    [female, (item) => item.female],
    [male, (item) => item.male],
    [white, (item) => item.white],
    [nonWhite, (item) => item.nonWhite],
  ]);

/** Counts rounded to 5 or 10 may add up to a little more than their total. */
const ROUNDING_SLACK = 20;

/** The parts of a count may be less than it, and more only by rounding. */
export const checkParts = (
  total: NumberCell,
  { female, male, white, nonWhite }: GroupCounts,
  { report, row }: RowRemark,
): void => {
  const whole = numberOrNull(total);
  if (whole === null) return;
  const sums = [
    (numberOrNull(female) ?? 0) + (numberOrNull(male) ?? 0),
    (numberOrNull(white) ?? 0) + (numberOrNull(nonWhite) ?? 0),
  ];
  if (sums.some((sum) => sum > whole + ROUNDING_SLACK)) {
    report.flag('parts_exceed_total', '', 'The groups add up to more than their total, beyond rounding.', {
      row,
      column: '',
    });
  }
};
