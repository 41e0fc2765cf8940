const STALE_AFTER_YEARS = 3;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/** The last day on which a figure for a period that ended on `isoDay` still counts as recent. */
const lastRecentDay = (isoDay: string): string => {
  const [, year, month, day] = ISO_DAY.exec(isoDay) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    throw new RangeError(`Not an ISO date: ${isoDay}`);
  }
  return `${String(Number(year) + STALE_AFTER_YEARS).padStart(4, '0')}-${month}-${day}`;
};

/**
 * True where the period ended more than three years before today: greyed, never a headline, never a trigger. Three years
 * to the day is still recent. Takes ISO dates (a time after the date is ignored); throws RangeError on anything else.
 */
export const isStale = (periodEnd: string, today: string): boolean => {
  if (!ISO_DAY.test(today)) throw new RangeError(`Not an ISO date: ${today}`);
  return today.slice(0, 10) > lastRecentDay(periodEnd);
};
