import { dayNumber } from '@/lib/domain/geography/day';
import { latestPeriodEnd } from './check-future';
import { type QualityFlag, WHOLE_DATASET } from './quality-flag';

/** What the day of a release is told by: the time that its rows are of, the year of its codes, or when it was published here. */
export type ReleaseDating = 'rows' | 'codes' | 'publication';

export interface ReleaseAge {
  /** ISO day. */
  readonly day: string;
  readonly dating: ReleaseDating;
  /** After how many months a newer one is expected; null where none is. */
  readonly everyMonths: number | null;
  /** Why that often. */
  readonly reason: string;
  readonly today: string;
}

const DAYS_PER_MONTH = 30.4375;
/** A publication comes some time after what it is of: a late one is flagged after one more interval. */
const INTERVALS_ALLOWED = 2;

const DATED: Readonly<Record<ReleaseDating, (day: string) => string>> = {
  rows: (day) => `is of ${day}`,
  codes: (day) => `has the codes of ${day.slice(0, 4)}`,
  publication: (day) => `was published here on ${day}, and doesn’t say of which day it is`,
};

/**
 * A file of which no figure is shown, such as a look-up, that has missed an update or is of a time that hasn't come.
 * @throws RangeError for no ISO date.
 */
export const checkReleaseAge = ({ day, dating, everyMonths, reason, today }: ReleaseAge): QualityFlag[] => {
  if (dating === 'rows' && day > latestPeriodEnd(today)) {
    const detail = `Its newest rows are of ${day}, over three years from now: look at the years of the file.`;
    return [{ check: 'range', severity: 'error', where: { ...WHOLE_DATASET, period: day }, detail }];
  }
  const months = (dayNumber(today) - dayNumber(day)) / DAYS_PER_MONTH;
  if (everyMonths === null || months <= INTERVALS_ALLOWED * everyMonths) return [];
  const rhythm = everyMonths === 1 ? 'every month' : `every ${everyMonths} months`;
  const detail = `A newer one is expected ${rhythm} (${reason}), and the newest release here ${DATED[dating](day)}.`;
  const where = { ...WHOLE_DATASET, period: dating === 'rows' ? day : null };
  return [{ check: 'stale_source', severity: 'notice', where, detail }];
};
