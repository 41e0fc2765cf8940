import { type AbsenceMark, absenceMark, MARK_WORDS } from '@/lib/domain/indicators/absence-mark';
import type { Unit } from '@/lib/domain/indicators/indicator';
import { type Measure, NOT_LOADED } from '@/lib/domain/measure/measure';
import { formatInterval, formatMeasure, formatNumber } from '@/lib/format/number';
import { type Comparison, comparisonWord } from './theme';

export type RugColumn = { code: string; name: string; href?: string };

export type RugFigure = {
  measure: Measure;
  comparison: Comparison;
  periodLabel: string;
  stale: boolean;
  /** Whose figure it is, where it stands in for the column's own. */
  owner?: string | undefined;
};

export type RugEntry = {
  id: string;
  /** Rows of a group stand together under its heading. */
  group: string;
  label: string;
  href: string;
  unit: Unit;
  decimals: number;
  periodLabel: string;
  /** By area code; the comparator's own column too. */
  figures: ReadonlyMap<string, RugFigure>;
};

export type RugCell = {
  code: string;
  /** The number without its unit, or its mark. */
  text: string;
  mark: AbsenceMark | null;
  comparison: Comparison;
  stale: boolean;
  owner: string;
  /** Value with unit, interval, period and comparison: shown on hover, read out always. */
  detail: string;
  /** What the reader of the screen hears after the number. */
  reading: string;
};

export type RugRow = Omit<RugEntry, 'figures'> & { cells: RugCell[] };
export type RugGroup = { group: string; rows: RugRow[] };

const NOT_COMPARED: Comparison = { direction: 'not_compared', judgement: 'none' };

function toCell(column: RugColumn, entry: RugEntry): RugCell {
  const figure = entry.figures.get(column.code);
  const measure = figure?.measure ?? NOT_LOADED;
  const { unit, decimals } = entry;
  const mark = absenceMark(measure, unit, decimals);
  const comparison = figure?.comparison ?? NOT_COMPARED;
  const word = comparison.direction === 'not_compared' ? '' : comparisonWord(comparison);
  const value = mark === null ? formatMeasure(measure, unit, decimals) : MARK_WORDS[mark];
  const interval = measure.kind === 'value' && measure.interval ? formatInterval(measure.interval, decimals) : '';
  const period = figure ? `${figure.periodLabel}${figure.stale ? ', over three years old' : ''}` : '';
  return {
    code: column.code,
    text: measure.kind === 'value' && mark === null ? formatNumber(measure.value, decimals) : (mark ?? ''),
    mark,
    comparison,
    stale: figure?.stale ?? false,
    owner: figure?.owner ?? '',
    detail: [`${entry.label}, ${figure?.owner ?? column.name}: ${value}`, interval, word, period]
      .filter(Boolean)
      .join('; '),
    reading: mark === null ? figure?.owner || word : MARK_WORDS[mark],
  };
}

/**
 * The heatmap's rows, grouped in the order in which groups first appear. A row has one cell for every column: what isn't
 * there has a mark. Colours are never counted or added up to a score.
 */
export function toRug(entries: readonly RugEntry[], columns: readonly RugColumn[]): RugGroup[] {
  const groups = [...new Set(entries.map(({ group }) => group))];
  return groups.map((group) => ({
    group,
    rows: entries
      .filter((entry) => entry.group === group)
      .map((entry) => {
        const { figures: _, ...rest } = entry;
        return { ...rest, cells: columns.map((column) => toCell(column, entry)) };
      }),
  }));
}
