import type { BriefingDocument, NotLoadedRow, PositionRow } from '@/lib/contracts/briefing';
import type { Figure } from '@/lib/contracts/figure';
import { selectPosition } from '@/lib/domain/briefing/position-order';
import type { BriefingFormat } from './briefing-format';
import type { BriefingInput, PositionInput } from './briefing-input';

const intervalOf = (figure: Figure, decimals: number, format: BriefingFormat): string => {
  if (figure.measure.kind !== 'value' || figure.measure.interval === null) return '';
  const { lower, upper } = figure.measure.interval;
  return `${format.number(lower, decimals)} to ${format.number(upper, decimals)}`;
};

export const shownValue = (figure: Figure, input: Pick<PositionInput, 'indicator'>, format: BriefingFormat): string => {
  switch (figure.measure.kind) {
    case 'value':
      return format.value(figure.measure.value, input.indicator.unit, input.indicator.decimals);
    case 'suppressed':
      return 'Suppressed';
    case 'not_applicable':
      return 'Not applicable';
    case 'not_loaded':
      return 'Not loaded';
  }
};

const countsOf = (figure: Figure, format: BriefingFormat): string =>
  figure.measure.kind === 'value' && figure.numerator !== null && figure.denominator !== null
    ? `${format.number(figure.numerator, 0)} of ${format.number(figure.denominator, 0)}`
    : '';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Without an interval a figure is only placed above or below, and the row says so. */
const readingOf = ({ comparator, comparison }: PositionInput): Pick<PositionRow, 'comparison' | 'tone'> => {
  if (comparator === null || comparison.side === null) return { comparison: 'Not compared', tone: 'not_compared' };
  if (comparison.comparison !== 'not_compared') {
    return { comparison: capital(comparison.word), tone: comparison.comparison };
  }
  if (comparison.side === 0) return { comparison: 'Equal', tone: 'similar' };
  return comparison.side > 0
    ? { comparison: 'Above, no interval', tone: 'higher' }
    : { comparison: 'Below, no interval', tone: 'lower' };
};

const toRow = (entry: PositionInput, format: BriefingFormat): PositionRow => ({
  indicatorId: entry.indicator.id,
  indicator: entry.indicator.name,
  breakdown: entry.breakdownLabel,
  value: shownValue(entry.figure, entry, format),
  interval: intervalOf(entry.figure, entry.indicator.decimals, format),
  counts: countsOf(entry.figure, format),
  comparator: entry.comparator?.areaName ?? '',
  comparatorValue: entry.comparator === null ? '' : shownValue(entry.comparator, entry, format),
  ...readingOf(entry),
  period: entry.figure.period.label,
  source: entry.figure.source.name,
  provenance: entry.figure.provenance,
  stale: entry.figure.stale,
});

const withBreakdown = (entry: PositionInput): string =>
  entry.breakdownLabel === '' ? entry.indicator.name : `${entry.indicator.name}, ${entry.breakdownLabel}`;

const isLoaded = (entry: PositionInput): boolean => entry.figure.measure.kind !== 'not_loaded';

/** The rows that are printed, before they are turned into text. */
export const chosenPosition = (input: BriefingInput): readonly PositionInput[] =>
  selectPosition(
    input.position
      .filter(isLoaded)
      .map((entry) => ({ entry, group: entry.indicator.group, stale: entry.figure.stale })),
  ).map((row) => row.entry);

const toNotLoaded = (entry: PositionInput): NotLoadedRow => ({
  indicator: withBreakdown(entry),
  hint: entry.indicator.loadHint,
});

export const positionSection = (input: BriefingInput): BriefingDocument['position'] => {
  const rows = chosenPosition(input).map((entry) => toRow(entry, input.format));
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
