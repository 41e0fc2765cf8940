import type { Unit } from '@/lib/domain/indicators/indicator';
import type { Interval, Measure } from '@/lib/domain/measure/measure';

const LOCALE = 'en-GB';
const MINUS = '\u2212';

const formatter = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  new Intl.NumberFormat(LOCALE, { ...options, signDisplay: 'negative' });

const POUNDS = formatter({ style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });

/** By decimals: building a formatter costs far more than using it. */
const FIXED = new Map<number, Intl.NumberFormat>();

function fixed(decimals: number): Intl.NumberFormat {
  const known = FIXED.get(decimals);
  if (known) return known;
  const made = formatter({ minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  FIXED.set(decimals, made);
  return made;
}

const withMinus = (text: string): string => text.replace('-', MINUS);

/** `1,234.5` with exactly the decimals asked for. */
export const formatNumber = (value: number, decimals = 0): string => withMinus(fixed(decimals).format(value));

const DIGITS = 3;

/** Three digits that count: `0.0258`, `38.3`, `1.2`. */
export const formatDigits = (value: number): string => {
  const rounded = Number(value.toPrecision(DIGITS));
  const decimals = String(rounded).split('.')[1]?.length ?? 0;
  return formatNumber(rounded, decimals);
};

/** `85.0%` from a value of 0 to 100. */
export const formatPercent = (valuePct: number, decimals = 1): string => `${formatNumber(valuePct, decimals)}%`;

/** `85.0%` from a share of 0 to 1. */
export const formatShare = (share: number, decimals = 1): string => formatPercent(share * 100, decimals);

/** `12,869`. */
export const formatCount = (count: number): string => formatNumber(count, 0);

/** `£18,600,000`, whole pounds. */
export const formatGbp = (pounds: number): string => withMinus(POUNDS.format(pounds));

const GBP_STEPS = [
  { from: 1e9, size: 1e9, suffix: 'bn' },
  { from: 1e6, size: 1e6, suffix: 'm' },
  { from: 1e5, size: 1e3, suffix: 'k' },
] as const;

/** `£18.6m` for cards and axes; whole pounds below £100,000. */
export const formatGbpShort = (pounds: number): string => {
  const step = GBP_STEPS.find(({ from }) => Math.abs(pounds) >= from);
  if (!step) return formatGbp(pounds);
  const sign = pounds < 0 ? MINUS : '';
  return `${sign}£${formatNumber(Math.abs(pounds) / step.size, step.suffix === 'k' ? 0 : 1)}${step.suffix}`;
};

/** `+3.2`, `−1.0`, `0.0`: differences. */
export const formatSigned = (value: number, decimals = 1): string => {
  const text = formatNumber(value, decimals);
  return value > 0 && Number(value.toFixed(decimals)) !== 0 ? `+${text}` : text;
};

const UNIT_WORDS: Record<Unit, string> = {
  percent: '%',
  per_100k: ' per 100,000',
  per_10k: ' per 10,000',
  index: '',
  score: '',
  count: '',
  patients_per_fte: ' patients per FTE',
  people: ' people',
  per_trainee_year: ' per trainee-year',
  per_post: ' per post',
  km: ' km',
  months: ' months',
  weeks: ' weeks',
  year: '',
};

/** The unit after a number, with its leading space where it has one: `%`, ` per 10,000`. */
export const unitSuffix = (unit: Unit): string => UNIT_WORDS[unit];

/** A number with its unit: `85.0%`, `4.05 per 10,000`. */
export const formatInUnit = (value: number, unit: Unit, decimals: number): string =>
  unit === 'year' ? value.toFixed(0) : `${formatNumber(value, decimals)}${unitSuffix(unit)}`;

/** A figure, or the words for why there is none. Never 0 for a gap. */
export const formatMeasure = (measure: Measure, unit: Unit, decimals: number): string => {
  switch (measure.kind) {
    case 'value':
      return formatInUnit(measure.value, unit, decimals);
    case 'not_loaded':
      return 'Not loaded';
    case 'suppressed':
      return 'Suppressed';
    case 'not_applicable':
      return 'Not applicable';
    case 'low':
      return 'Low';
  }
};

/** `95% interval 77.8 to 90.2`, in the unit of its figure. */
export const formatInterval = (interval: Interval, decimals: number): string =>
  `${formatNumber(interval.level * 100, Number.isInteger(interval.level * 100) ? 0 : 1)}% interval ` +
  `${formatNumber(interval.lower, decimals)} to ${formatNumber(interval.upper, decimals)}`;

/** `108 of 127`, or null where the counts are not known. */
export const formatOutOf = (numerator: number | null, denominator: number | null): string | null =>
  numerator === null || denominator === null ? null : `${formatCount(numerator)} of ${formatCount(denominator)}`;
