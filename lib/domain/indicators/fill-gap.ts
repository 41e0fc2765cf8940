import { compareWithValue } from './compare';
import { type FigureInput, figureValue, latestRecent, samePeriod } from './figure-input';
import { countText, fixedText, percentText } from './number-text';

export const FILL_RATE = 'specialty-fill-rate';

/** Recruitment levels at which higher training starts: where UK posts stay unfilled. */
export const HIGHER_LEVELS = ['ST3', 'ST4'] as const;

/** One level's recent fill beside a comparator's for the same round. Values in percent, 0 to 100. */
export interface FillGap<F extends FigureInput> {
  readonly level: string;
  readonly figure: F;
  readonly comparator: F;
  readonly fillPct: number;
  readonly comparatorPct: number;
  readonly posts: number;
  readonly filled: number;
}

const NAMES: Record<string, string> = { 'United Kingdom': 'the UK' };

/** An area inside a sentence: `the UK`. */
export const areaInWords = (name: string): string => NAMES[name] ?? name;

const fillGap = <F extends FigureInput>(
  figures: readonly F[],
  comparators: readonly F[],
  level: string,
): FillGap<F>[] => {
  const figure = latestRecent(figures, { indicatorId: FILL_RATE, breakdown: level });
  const comparator = figure && samePeriod(comparators, figure);
  const fillPct = figureValue(figure);
  const comparatorPct = figureValue(comparator);
  if (!figure || !comparator || fillPct === null || comparatorPct === null) return [];
  if (figure.numerator === null || figure.denominator === null) return [];
  return [{ level, figure, comparator, fillPct, comparatorPct, posts: figure.denominator, filled: figure.numerator }];
};

/**
 * Higher-training levels (ST3, ST4) with recent posts, accepts and a comparator for the same round, widest shortfall
 * first. Nothing is filled in: a level without all three is absent.
 */
export const higherTrainingGaps = <F extends FigureInput>(
  figures: readonly F[],
  comparators: readonly F[],
): FillGap<F>[] =>
  HIGHER_LEVELS.flatMap((level) => fillGap(figures, comparators, level)).toSorted(
    (a, b) => a.fillPct - a.comparatorPct - (b.fillPct - b.comparatorPct),
  );

const READINGS = {
  better: 'higher',
  worse: 'lower',
  similar: 'similar',
  higher: 'higher',
  lower: 'lower',
  not_compared: '',
};

/** ` (95% interval 77.8 to 90.2: similar)`; nothing where there is no interval. */
const readingText = ({ figure, comparatorPct }: FillGap<FigureInput>): string => {
  if (figure.measure.kind !== 'value' || !figure.measure.interval) return '';
  const { lower, upper } = figure.measure.interval;
  const { comparison } = compareWithValue(figure.measure, comparatorPct, 'high_good');
  return ` (95% interval ${fixedText(lower, 1)} to ${fixedText(upper, 1)}: ${READINGS[comparison]})`;
};

/** `At ST3, 108 of 127 posts (85.0%) were filled in 2024, against 90.1% in the UK (95% interval 77.8 to 90.2: similar).` */
export const fillSentence = (gap: FillGap<FigureInput>): string =>
  `At ${gap.level}, ${countText(gap.filled)} of ${countText(gap.posts)} posts (${percentText(gap.fillPct)}) were filled ` +
  `in ${gap.figure.period.label}, against ${percentText(gap.comparatorPct)} in ${areaInWords(gap.comparator.areaName)}${readingText(gap)}.`;
