import { compareWithValue } from '@/lib/domain/indicators/compare';
import {
  type FigureInput,
  figureValue,
  latestRecent,
  latestWithValue,
  samePeriod,
} from '@/lib/domain/indicators/figure-input';
import {
  areaInWords,
  FILL_RATE,
  type FillGap,
  HIGHER_LEVELS,
  higherTrainingGaps,
} from '@/lib/domain/indicators/fill-gap';
import { GP_SUPPLY, gpSupplyGradient } from '@/lib/domain/indicators/gradient';
import { ALL } from '@/lib/domain/indicators/indicator';
import { countText, fixedText, percentText } from '@/lib/domain/indicators/number-text';

export interface RuleInput<F extends FigureInput> {
  /** The area's own figures: never those of a wider area that it lies in. */
  readonly figures: readonly F[];
  /** Figures of the comparator areas within the same root (the UK for fill, England otherwise). */
  readonly comparators: readonly F[];
}

/** `applies` carries the figures that made it apply; the other kinds say why it doesn't. */
export type RuleResult<F extends FigureInput> =
  | { readonly kind: 'applies'; readonly sentence: string; readonly figures: readonly F[] }
  | { readonly kind: 'measured_not_met'; readonly sentence: string; readonly figures: readonly F[] }
  | { readonly kind: 'not_usable' | 'too_old'; readonly sentence: string }
  | { readonly kind: 'not_loaded' };

export type Rule = <F extends FigureInput>(input: RuleInput<F>) => RuleResult<F>;

const comparisonWords = (gap: FillGap<FigureInput>): string => {
  const { measure } = gap.figure;
  const there = areaInWords(gap.comparator.areaName);
  const { comparison, side } = compareWithValue(measure, gap.comparatorPct, 'high_good');
  if (measure.kind !== 'value' || !measure.interval) return `no interval, so it is not tested against ${there}`;
  const interval = `${measure.interval.level * 100}% interval ${fixedText(measure.interval.lower, 1)} to ${fixedText(measure.interval.upper, 1)}`;
  if (comparison === 'similar') return `similar to ${there}: the ${interval} includes its value`;
  return `${side === -1 ? 'lower' : 'higher'} than ${there}: ${interval}`;
};

const gapSentence = (gap: FillGap<FigureInput>): string =>
  `${gap.level} fill ${percentText(gap.fillPct)} (${countText(gap.filled)} of ${countText(gap.posts)} posts, ` +
  `${gap.figure.period.label}; ${countText(gap.posts - gap.filled)} unfilled) against ` +
  `${percentText(gap.comparatorPct)} in ${areaInWords(gap.comparator.areaName)}; ${comparisonWords(gap)}.`;

/**
 * Applies where higher-training posts are unfilled and fill lies below the comparator. The point value decides, so that
 * a small region is not passed over for being small; the sentence says whether chance could explain the difference.
 */
const unfilledHigherTraining: Rule = (input) => {
  const gaps = higherTrainingGaps(input.figures, input.comparators);
  const below = gaps.filter((gap) => gap.fillPct < gap.comparatorPct && gap.filled < gap.posts);
  const shown = below.length > 0 ? below : gaps;
  const figures = shown.map((gap) => gap.figure);
  if (below.length > 0) return { kind: 'applies', sentence: below.map(gapSentence).join(' '), figures };
  if (gaps.length > 0) {
    const sentence = `Measured here, and not below the comparator: ${gaps.map(gapSentence).join(' ')}`;
    return { kind: 'measured_not_met', sentence, figures };
  }
  const old = HIGHER_LEVELS.map((breakdown) =>
    latestWithValue(input.figures, { indicatorId: FILL_RATE, breakdown }),
  ).find((figure) => figure?.stale);
  return old ? tooOld(old) : { kind: 'not_loaded' };
};

const tooOld = (figure: FigureInput): { kind: 'too_old'; sentence: string } => ({
  kind: 'too_old',
  sentence: `The latest figure here is for ${figure.period.label}: over three years old, so it does not count.`,
});

/** Applies where GP training places are recently unfilled and fill lies below the comparator. */
const unfilledGpTraining: Rule = (input) => {
  const ref = { indicatorId: 'gp-training-fill-rate', breakdown: ALL };
  const figure = latestRecent(input.figures, ref);
  if (!figure) {
    const old = latestWithValue(input.figures, ref);
    return old ? tooOld(old) : { kind: 'not_loaded' };
  }
  const comparator = samePeriod(input.comparators, figure);
  const value = figureValue(figure);
  const reference = figureValue(comparator);
  if (!comparator || value === null || reference === null) return { kind: 'not_loaded' };
  const sentence = `GP training fill ${percentText(value)} (${figure.period.label}) against ${percentText(reference)} in ${areaInWords(comparator.areaName)}.`;
  if (value < 100 && value < reference) return { kind: 'applies', sentence, figures: [figure] };
  return {
    kind: 'measured_not_met',
    sentence: `Measured here, and not below the comparator: ${sentence}`,
    figures: [figure],
  };
};

/** Applies where the most deprived practices have fewer GPs per patient than the least deprived of the same area. */
const gpSupplyByDeprivation: Rule = <F extends FigureInput>(input: RuleInput<F>): RuleResult<F> => {
  const result = gpSupplyGradient(input.figures);
  if (result.kind === 'none') {
    const loaded = input.figures.filter((figure) => figure.indicatorId === GP_SUPPLY && figure.breakdown !== ALL);
    const old = loaded.find((figure) => figure.stale);
    if (old && loaded.every((figure) => figure.stale)) return tooOld(old);
    return loaded.length > 0 ? { kind: 'not_usable', sentence: result.reason } : { kind: 'not_loaded' };
  }
  const figures = [result.mostDeprived, result.leastDeprived];
  const size = percentText(Math.abs(result.relativeDifference) * 100, 0);
  if (result.absoluteDifference < 0) {
    return {
      kind: 'applies',
      sentence: `${result.sentence} That is ${size} fewer; the source gives no interval.`,
      figures,
    };
  }
  const sentence = `Measured here, and not lower in the most deprived practices: ${result.sentence}`;
  return { kind: 'measured_not_met', sentence, figures };
};

/**
 * Rules by recommendation. One is here only where an indicator measures the shortage that the action is meant to change.
 * Left out on purpose: R8 (rural is not coastal), R9 (no fair share of posts loaded), R6 and R7 (a deprived population
 * says nothing about who is admitted), R3, R12 and R13 (notice, LTFT and pre-allocation are not loaded).
 */
export const RECOMMENDATION_RULES: Readonly<Record<string, Rule>> = {
  R4: unfilledHigherTraining,
  R5: unfilledHigherTraining,
  R10: unfilledGpTraining,
  R11: gpSupplyByDeprivation,
};
