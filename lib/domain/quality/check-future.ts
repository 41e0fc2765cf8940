import { dayAfter } from '@/lib/domain/geography/day';
import { type QualityFlag, type QualityRow, whereOf } from './quality-flag';

/** Allocations are published for two financial years ahead. */
const DAYS_AHEAD = 3 * 366;

/** `foundation-3y`: counted three years after its period. */
const HORIZON = /-(\d+)y$/;

/** The last day on which the period of a figure may end. */
export const latestPeriodEnd = (today: string): string => dayAfter(today, DAYS_AHEAD);

/** The first day on which a figure can be counted that looks some years ahead of its period; null for all others. */
const countedFrom = ({ period, breakdown }: QualityRow): string | null => {
  const years = HORIZON.exec(breakdown)?.[1];
  return years === undefined ? null : `${Number(period.slice(0, 4)) + Number(years)}-01-01`;
};

/** Figures of a time that hasn't come. `looksAhead`: whether a breakdown says how many years after its period it counts. */
export const checkFuture = (rows: readonly QualityRow[], today: string, looksAhead: boolean): QualityFlag[] => {
  const latest = latestPeriodEnd(today);
  return rows.flatMap((row): QualityFlag[] => {
    const from = looksAhead ? countedFrom(row) : null;
    const detail =
      row.period > latest
        ? `The period ends on ${row.period}, over three years from now: look at the dates of the file.`
        : from !== null && from > today
          ? `This can’t be counted before ${from}: look at the years of the file.`
          : null;
    return detail === null ? [] : [{ check: 'range', severity: 'error', where: whereOf(row), detail }];
  });
};
