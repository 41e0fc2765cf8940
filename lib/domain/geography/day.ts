const DAY_MS = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01. Throws RangeError for anything but a day of the calendar written YYYY-MM-DD. */
export const dayNumber = (isoDay: string): number => {
  const ms = ISO_DAY.test(isoDay) ? Date.parse(`${isoDay}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== isoDay) {
    throw new RangeError(`Not an ISO date: ${isoDay}`);
  }
  return ms / DAY_MS;
};

/** The day with that number, as YYYY-MM-DD. */
export const isoDayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The day `days` later (negative: earlier); @throws RangeError as `dayNumber`. */
export const dayAfter = (isoDay: string, days = 1): string => isoDayOf(dayNumber(isoDay) + days);
