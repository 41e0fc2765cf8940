import type { Unit } from '@/lib/domain/indicators/indicator';
import { fixedText } from '@/lib/domain/indicators/number-text';

/** How numbers are written; the caller passes the same rules that the screens use. */
export type BriefingFormat = {
  /** A value with its unit, e.g. `85.0%`. */
  readonly value: (value: number, unit: Unit, decimals: number) => string;
  /** A bare number in the same rounding, e.g. for the ends of an interval. */
  readonly number: (value: number, decimals: number) => string;
  readonly money: (pounds: number) => string;
};

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  percent: '%',
  per_100k: ' per 100,000',
  per_10k: ' per 10,000',
  index: '',
  score: '',
  count: '',
  patients_per_fte: ' patients per FTE',
  people: ' people',
};

/** Three significant figures: the model’s costs are not known to the pound. */
const money = (pounds: number): string => {
  const size = Math.abs(pounds);
  if (size >= 999_500) return `£${fixedText(pounds / 1_000_000, 2)}m`;
  const step = size >= 100_000 ? 1_000 : 100;
  return `£${fixedText(Math.round(pounds / step) * step, 0)}`;
};

export const defaultFormat: BriefingFormat = {
  number: fixedText,
  money,
  value: (value, unit, decimals) => `${fixedText(value, decimals)}${UNIT_WORDS[unit]}`,
};

export const percentOf = (share: number): string => `${fixedText(100 * share, 0)}%`;

/** Long date and time in England, from ISO 8601. */
export const dateTimeLabel = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' }).format(
    new Date(iso),
  );

export const listOf = (names: readonly string[]): string =>
  names.length <= 1 ? (names.at(0) ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
