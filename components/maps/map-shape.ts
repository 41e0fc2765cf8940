import { CLASS_FILL, CLASS_INK, comparisonWord, seriesAt } from '@/components/charts/theme';
import { formatValue, type ValueFormat } from '@/components/charts/value-format';
import type { AbsentKind, MapRow } from './map-rows';

export const absentWords: Record<AbsentKind, string> = {
  not_loaded: 'not loaded',
  suppressed: 'suppressed',
  not_applicable: 'not applicable',
  low: 'low: rounds to 0',
};

/** What a map reads out for an area: everything that its colour says. */
export function mapLabel({ name, state, comparison, stale }: MapRow, format: ValueFormat, classCount: number): string {
  if (state.kind !== 'class') return `${name}: ${absentWords[state.kind]}`;
  const word = comparison ? `, ${comparisonWord(comparison)}` : '';
  const place = `, class ${state.index + 1} of ${classCount}`;
  return `${name}: ${formatValue(state.value, format)}${place}${word}${stale ? ', old figure' : ''}`;
}

/** Distinct without colour: the mark stands where the number would. */
const ABSENT_MARKS: Record<AbsentKind, string> = { not_loaded: 'x', suppressed: 'c', not_applicable: 'z', low: 'low' };

/** On small tiles the number alone: the legend has the unit. */
export function mapValue({ state }: MapRow, format: ValueFormat, short: boolean): string {
  if (state.kind !== 'class') return ABSENT_MARKS[state.kind];
  return formatValue(state.value, short && format.unit === 'percent' ? { ...format, unit: 'score' } : format);
}

/** Classes for shape and text; `pattern` is the id of the map's own hatching. */
export function mapPaint({ state }: MapRow, pattern: string) {
  if (state.kind === 'class') {
    return { shape: `${seriesAt(CLASS_FILL, state.shade)} stroke-control`, text: seriesAt(CLASS_INK, state.shade) };
  }
  if (state.kind === 'suppressed') {
    return {
      shape: 'stroke-control',
      text: 'fill-ink stroke-surface [stroke-width:4px] [paint-order:stroke]',
      style: { fill: `url(#${pattern})` },
    };
  }
  if (state.kind === 'not_loaded') return { shape: 'fill-surface stroke-control', text: 'fill-muted', dash: '4 3' };
  return { shape: 'fill-surface stroke-control', text: 'fill-muted' };
}
