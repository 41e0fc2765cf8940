import type { BriefingDocument, NotLoadedRow, PositionRow } from '@/lib/contracts/briefing';
import type { Figure } from '@/lib/contracts/figure';
import { MAX_POSITION_ROWS, selectPosition } from '@/lib/domain/briefing/position-order';
import type { Unit } from '@/lib/domain/indicators/indicator';
import { formatMeasure, formatNumber, formatOutOf } from '@/lib/format/number';
import type { BriefingInput, PositionInput } from './briefing-input';

const intervalOf = (figure: Figure, decimals: number): string => {
  if (figure.measure.kind !== 'value' || figure.measure.interval === null) return '';
  const { lower, upper } = figure.measure.interval;
  return `${formatNumber(lower, decimals)} to ${formatNumber(upper, decimals)}`;
};

/** Counts only beside a value: next to a suppressed figure they would give it away. */
/** Only of a share, where the first number is part of the second. */
const countsOf = (figure: Figure, unit: Unit): string =>
  unit === 'percent' && figure.measure.kind === 'value'
    ? (formatOutOf(figure.numerator, figure.denominator) ?? '')
    : '';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const NOT_COMPARED = { comparison: 'Not compared', tone: 'not_compared' } as const;

/** Without an interval a figure is only placed above or below, and the row says so. */
const readingOf = ({ figure, comparator, comparison }: PositionInput): Pick<PositionRow, 'comparison' | 'tone'> => {
  const bothLoaded = figure.measure.kind === 'value' && comparator?.measure.kind === 'value';
  if (!bothLoaded || comparison.side === null) return NOT_COMPARED;
  if (comparison.comparison !== 'not_compared') {
    return { comparison: capital(comparison.word), tone: comparison.comparison };
  }
  if (comparison.side === 0) return { comparison: 'Equal', tone: 'similar' };
  return comparison.side > 0
    ? { comparison: 'Above, no interval', tone: 'higher' }
    : { comparison: 'Below, no interval', tone: 'lower' };
};

const toRow = (entry: PositionInput): PositionRow => ({
  indicatorId: entry.indicator.id,
  indicator: entry.indicator.name,
  breakdown: entry.breakdownLabel,
  value: formatMeasure(entry.figure.measure, entry.indicator.unit, entry.indicator.decimals),
  interval: intervalOf(entry.figure, entry.indicator.decimals),
  counts: countsOf(entry.figure, entry.indicator.unit),
  comparator: entry.comparator?.areaName ?? '',
  comparatorValue:
    entry.comparator === null
      ? ''
      : formatMeasure(entry.comparator.measure, entry.indicator.unit, entry.indicator.decimals),
  ...readingOf(entry),
  period: entry.figure.period.label,
  source: entry.figure.source.name,
  provenance: entry.figure.provenance,
  stale: entry.figure.stale,
});

const withBreakdown = (entry: PositionInput): string =>
  entry.breakdownLabel === '' ? entry.indicator.name : `${entry.indicator.name}, ${entry.breakdownLabel}`;

const isLoaded = (entry: PositionInput): boolean => entry.figure.measure.kind !== 'not_loaded';

/** A modelled option needs a page of its own. */
const ROWS_BESIDE_OPTION = 7;

/** The rows that are printed, before they are turned into text. */
export const chosenPosition = (input: BriefingInput): readonly PositionInput[] =>
  selectPosition(
    input.position.filter(isLoaded).map((entry) => ({
      entry,
      indicatorId: entry.indicator.id,
      group: entry.indicator.group,
      stale: entry.figure.stale,
    })),
    input.option ? ROWS_BESIDE_OPTION : MAX_POSITION_ROWS,
  ).map((row) => row.entry);

const toNotLoaded = (entry: PositionInput): NotLoadedRow => ({
  indicator: withBreakdown(entry),
  hint: entry.indicator.loadHint,
});

export const positionSection = (input: BriefingInput): BriefingDocument['position'] => {
  const rows = chosenPosition(input).map(toRow);
  const old = rows.some((row) => row.stale)
    ? ' Grey rows are over three years old and are shown for context only.'
    : '';
  return {
    caption: `Where ${input.area.name} stands`,
    note: `Brackets hold the 95% interval, where there are counts to compute one from.${old}`,
    rows,
    notLoaded: input.position.filter((entry) => !isLoaded(entry)).map(toNotLoaded),
  };
};
