import type { Interval, Measure } from '@/lib/domain/measure/measure';
import { gapText } from '@/lib/format/measure-words';
import { formatNumber, formatShare } from '@/lib/format/number';
import { listInWords } from '@/lib/format/words';
import type { IntervalRow } from './figures/interval-rows';
import { charactersFor } from './figures/svg-text';

/** In letters of middling width. Two pages hold any school: what is longer ends in an ellipsis, and the web page has it in full. */
export const NAME_LETTERS = 56;
export const SENTENCE_LETTERS = 280;

export const shortened = (text: string, letters: number = NAME_LETTERS): string => {
  const characters = charactersFor(text, letters);
  return text.length <= characters ? text : `${text.slice(0, characters - 1).trimEnd()}…`;
};

const MOST_NAMED = 4;

/** `A, B, C, D and 3 more`. */
export const namesInWords = (names: readonly string[]): string => {
  const first = names.slice(0, MOST_NAMED).map((name) => shortened(name));
  const more = names.length - first.length;
  return more > 0 ? `${first.join(', ')} and ${more} more` : listInWords(first);
};

const range = (interval: Interval | null, textOf: (value: number) => string): string =>
  interval === null ? '' : ` (${textOf(interval.lower)} to ${textOf(interval.upper)})`;

/** `23.7% (22.9 to 24.5)` from a share of 0 to 1, or why there is none. */
export const shareText = (share: Measure): string =>
  share.kind === 'value'
    ? `${formatShare(share.value)}${range(share.interval, (value) => formatNumber(100 * value, 1))}`
    : gapText(share);

/** `0.44 (0.42 to 0.47)`, or why there is none. */
export const ratioText = (ratio: Measure, decimals = 2): string =>
  ratio.kind === 'value'
    ? `${formatNumber(ratio.value, decimals)}${range(ratio.interval, (value) => formatNumber(value, decimals))}`
    : gapText(ratio);

const rowOf = (name: string, text: string, measure: Measure, scale: number): IntervalRow => {
  if (measure.kind !== 'value') return { name, text, value: null, lower: null, upper: null };
  const { value, interval } = measure;
  return {
    name,
    text,
    value: scale * value,
    lower: interval && scale * interval.lower,
    upper: interval && scale * interval.upper,
  };
};

/** A share of 0 to 1 drawn in %. */
export const shareRow = (name: string, share: Measure): IntervalRow =>
  rowOf(shortened(name), shareText(share), share, 100);

export const ratioRow = (name: string, ratio: Measure): IntervalRow =>
  rowOf(shortened(name), ratioText(ratio), ratio, 1);

/** Every row in words. */
export const rowsInWords = (rows: readonly IntervalRow[]): string =>
  rows.map(({ name, text }) => `${name} ${text}`).join('; ');
