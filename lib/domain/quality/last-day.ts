import { z } from 'zod';
import { dayAfter } from '@/lib/domain/geography/day';
import { yearsOf } from '@/lib/domain/journeys/rounded-rows';

const Day = z.iso.date();
/** "2024/25", "2024-25" and "2024/2025": years that end on 31 March. */
const FINANCIAL_YEAR = /^\d{4}(?:[/-]\d{2}|\/\d{4})$/;
/** "2024 3", "2024 March". */
const MONTH = /^(\d{4}) (\w+)$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME_LENGTH = 3;

/** Of a month by number or by name; null where it is neither. */
function endOfMonth(year: string, month: string): string | null {
  const named = MONTHS.indexOf(month.slice(0, NAME_LENGTH).toLowerCase()) + 1;
  const number = /^\d+$/.test(month) ? Number(month) : named;
  if (number < 1 || number > MONTHS.length) return null;
  const [nextYear, next] = number === MONTHS.length ? [Number(year) + 1, 1] : [year, number + 1];
  return dayAfter(`${nextYear}-${String(next).padStart(2, '0')}-01`, -1);
}

/** The last day of the time that a row is of, as files write it: a day, a month, a year, or years. Null where it can't be told. */
export function lastDayOf(time: string): string | null {
  if (Day.safeParse(time).success) return time;
  const [, year = '', month = ''] = MONTH.exec(time) ?? [];
  if (year) return endOfMonth(year, month);
  const years = yearsOf(time);
  if (!years) return null;
  const [from, to] = years;
  return FINANCIAL_YEAR.test(time) && from === to ? `${from + 1}-03-31` : `${to}-12-31`;
}
