import { isYearAcrossTwo, yearsOf } from '@/lib/domain/journeys/rounded-rows';
import { type Column, failCell } from '@/lib/import/column';
import { codeColumn } from '@/lib/import/text-column';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const MOST_YEARS = 30;

/** What is wrong with years of the right shape, and how to mend it; null where they can be. */
const faultOf = (period: string): readonly [rule: string, message: string] | null => {
  if (period.includes('/') && !isYearAcrossTwo(period)) {
    const message =
      'After a slash stands the year that follows, such as 2024/25. Write several years with a dash, such as 2020-2024.';
    return ['not_next_year', message];
  }
  const years = yearsOf(period);
  if (!years) {
    const message = 'The years end before they start. Write the first, then the last, in full, such as 2020-2024.';
    return ['ends_before_start', message];
  }
  const [from, to] = years;
  if (from < FIRST_YEAR || to > LAST_YEAR) return ['out_of_range', `Give years from ${FIRST_YEAR} to ${LAST_YEAR}.`];
  if (to - from < MOST_YEARS) return null;
  return ['too_many_years', `These are more than ${MOST_YEARS} years. Give the years of the table, such as 2020-2024.`];
};

/** "2025", "2024/25", "2020-2024" or "2024-25": the years a table is of, as the source wrote them. */
export const periodColumn = (): Column<string> => {
  const column = codeColumn('period', {
    pattern: /^\d{4}(?:[/-](?:\d{2}|\d{4}))?$/,
    what: 'a year or years, such as 2025, 2024/25 or 2020-2024',
    about: 'Year or years of the table.',
    example: '2020-2024',
  });
  return {
    ...column,
    read: (raw, cell) => {
      const period = column.read(raw, cell);
      const fault = cell.isGood ? faultOf(period) : null;
      if (fault) failCell(cell, ...fault);
      return period;
    },
  };
};
