const LOCALE = 'en-GB';

/** A calendar day has no time zone: read and shown as UTC, so that it never shifts. */
const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const DAY_SHORT = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A moment is shown as it was in England. */
const MOMENT = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;

const toDay = (iso: string): Date => {
  const day = ISO_DAY.exec(iso)?.[0];
  const date = new Date(`${day}T00:00:00Z`);
  if (day === undefined || Number.isNaN(date.getTime())) throw new RangeError(`Not an ISO date: ${iso}`);
  return date;
};

/** `21 November 2026` from an ISO date. */
export const formatDate = (isoDate: string): string => DAY.format(toDay(isoDate));

/** `21 Nov 2026` from an ISO date. */
export const formatDateShort = (isoDate: string): string => DAY_SHORT.format(toDay(isoDate));

/** `November 2026` from an ISO date. */
export const formatMonth = (isoDate: string): string => MONTH.format(toDay(isoDate));

/** `21 November 2026, 14:05` (England’s time) from a moment. */
export const formatDateTime = (moment: string | Date): string => {
  const parts = new Map(MOMENT.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return `${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')}`;
};

/** A period's label within a sentence: `on 30 June 2026`, `in 2025`. */
export const inPeriod = (label: string): string => `${/^\d{1,2} \p{L}+ \d{4}$/u.test(label) ? 'on' : 'in'} ${label}`;
