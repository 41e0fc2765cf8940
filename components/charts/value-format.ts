import type { Unit } from '@/lib/domain/indicators/indicator';
import { formatGbp, formatGbpShort, formatNumber, formatPercent } from '@/lib/format/number';
import { type Axis, tickDecimals } from './axis';

/** How a number of a chart is written; plain data, so that it can be passed to a client component. */
export type ValueFormat = { unit: Unit | 'pounds' | 'posts'; decimals: number };

/** The number with the sign that belongs to it: % and £; other units stand in the chart's unit line. */
export function formatValue(value: number, { unit, decimals }: ValueFormat): string {
  if (unit === 'percent') return formatPercent(value, decimals);
  if (unit === 'pounds') return decimals === 0 ? formatGbp(value) : formatGbpShort(value);
  return unit === 'year' ? value.toFixed(0) : formatNumber(value, decimals);
}

/** For the ticks of an axis. Pounds keep their own: with decimals they are written in thousands and millions. */
export const tickFormat = (axis: Axis, format: ValueFormat): ValueFormat =>
  format.unit === 'pounds' ? format : { ...format, decimals: tickDecimals(axis) };

/** With an explicit plus: for changes. None where the change rounds to nought. */
export function formatChange(value: number, format: ValueFormat): string {
  const text = formatValue(value, format);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** `77.8 to 90.2`, in the unit of the value it stands beside. */
export const formatRange = (lower: number, upper: number, format: ValueFormat): string =>
  format.unit === 'pounds'
    ? `${formatValue(lower, format)} to ${formatValue(upper, format)}`
    : `${formatNumber(lower, format.decimals)} to ${formatNumber(upper, format.decimals)}`;

const unitTexts: Record<ValueFormat['unit'], string> = {
  percent: '%',
  per_100k: 'per 100,000 people',
  per_10k: 'per 10,000 people',
  index: 'Country = 1',
  score: 'score',
  count: 'number',
  patients_per_fte: 'patients per full-time equivalent',
  people: 'people',
  per_trainee_year: 'per trainee-year',
  per_post: 'per post',
  km: 'km',
  months: 'months',
  weeks: 'weeks',
  year: 'year',
  pounds: '£',
  posts: 'posts',
};

/** The unit in words, as it stands under a chart's title. */
export const unitText = (unit: ValueFormat['unit']): string => unitTexts[unit];
