import type { Unit } from '@/lib/domain/indicators/indicator';

/** How a number of a chart is written; plain data, so that it can be passed to a client component. */
export type ValueFormat = { unit: Unit | 'pounds' | 'posts'; decimals: number };

const NARROW_SPACE = '\u202f';
const MINUS = '\u2212';

const plain = (value: number, decimals: number): string =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .format(value)
    .replace(/^-(?=[0.,]*$)/, '')
    .replace('-', MINUS);

/** The number with the sign that belongs to it: % and £; other units stand in the chart's unit line. */
export function formatValue(value: number, { unit, decimals }: ValueFormat): string {
  if (unit === 'percent') return `${plain(value, decimals)}${NARROW_SPACE}%`;
  if (unit === 'pounds') return value < 0 ? `${MINUS}£${plain(-value, decimals)}` : `£${plain(value, decimals)}`;
  return plain(value, decimals);
}

/** With an explicit plus: for changes. */
export const formatChange = (value: number, format: ValueFormat): string =>
  `${value > 0 ? '+' : ''}${formatValue(value, format)}`;

export const formatInterval = (lower: number, upper: number, format: ValueFormat): string =>
  `${formatValue(lower, { ...format, unit: bare(format.unit) })} to ${formatValue(upper, { ...format, unit: bare(format.unit) })}`;

const bare = (unit: ValueFormat['unit']): ValueFormat['unit'] => (unit === 'percent' ? 'score' : unit);

const unitTexts: Record<ValueFormat['unit'], string> = {
  percent: '%',
  per_100k: 'per 100,000 people',
  per_10k: 'per 10,000 people',
  index: 'England = 1',
  score: 'score',
  count: 'number',
  patients_per_fte: 'patients per full-time equivalent',
  people: 'people',
  pounds: '£',
  posts: 'posts',
};

/** The unit in words, as it stands under a chart's title. */
export const unitText = (unit: ValueFormat['unit']): string => unitTexts[unit];
