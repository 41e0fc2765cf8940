import {
  type AreaInput,
  type FigureInput,
  type FigureRef,
  figureValue,
  latestRecent,
  samePeriod,
} from './figure-input';
import { areaInWords, FILL_RATE, fillSentence, higherTrainingGaps } from './fill-gap';
import { GP_SUPPLY, gpSupplyGradient } from './gradient';
import { ALL, type Indicator } from './indicator';
import { fixedText, percentText } from './number-text';

/** `not_loaded` says what is missing; it is never a figure. */
export interface HeadlineSentence {
  readonly kind: 'figure' | 'not_loaded';
  readonly text: string;
  readonly figure: FigureRef;
}

export interface HeadlineInput {
  readonly area: AreaInput;
  readonly figures: readonly FigureInput[];
  readonly comparators: readonly FigureInput[];
  /** Catalogue indicators are left out by this. */
  readonly indicators: readonly Pick<Indicator, 'id' | 'display'>[];
}

type Sentence = (input: HeadlineInput) => HeadlineSentence | null;

const MAX_SENTENCES = 3;
const RETENTION = 'retention-in-region';
const NEED = 'need-index-core';
const DEPRIVED_SHARE = 'pop-most-deprived-fifth';

const notLoaded = (indicatorId: string, text: string): HeadlineSentence => ({
  kind: 'not_loaded',
  text,
  figure: { indicatorId, breakdown: ALL },
});

const fill: Sentence = ({ figures, comparators }) => {
  const [widest] = higherTrainingGaps(figures, comparators);
  if (widest) {
    return { kind: 'figure', text: fillSentence(widest), figure: { indicatorId: FILL_RATE, breakdown: widest.level } };
  }
  const loaded = figures.some(
    (figure) => figure.indicatorId === FILL_RATE && figureValue(figure) !== null && !figure.stale,
  );
  return loaded ? null : notLoaded(FILL_RATE, 'How many training posts were filled is not loaded.');
};

/** `index` has the whole (England) = 1. */
const needWords = (index: number, whole: string): string => {
  const difference = Math.round((index - 1) * 100);
  if (difference === 0) return `about the ${whole} average`;
  return `${Math.abs(difference)}% ${difference > 0 ? 'above' : 'below'} the ${whole} average`;
};

const need: Sentence = ({ area, figures, comparators }) => {
  const figure = latestRecent(figures, { indicatorId: NEED, breakdown: ALL });
  const value = figureValue(figure);
  // The index is defined against England, so that England itself has nothing to say.
  if (!figure || value === null || area.type === 'england') return null;
  return {
    kind: 'figure',
    text: `Need is ${needWords(value, samePeriod(comparators, figure)?.areaName ?? 'England')} (${figure.period.label}).`,
    figure: { indicatorId: NEED, breakdown: ALL },
  };
};

const gradient: Sentence = ({ figures }) => {
  const result = gpSupplyGradient(figures);
  if (result.kind === 'none') return null;
  return {
    kind: 'figure',
    text: result.sentence,
    figure: { indicatorId: GP_SUPPLY, breakdown: result.mostDeprived.breakdown },
  };
};

/** `, against 9.1% in Orrinmark`; nothing where the comparator has no figure of the same period. */
const againstText = (comparators: readonly FigureInput[], figure: FigureInput): string => {
  const comparator = samePeriod(comparators, figure);
  const value = figureValue(comparator);
  return comparator && value !== null ? `, against ${percentText(value)} in ${areaInWords(comparator.areaName)}` : '';
};

const deprivation: Sentence = ({ figures, comparators }) => {
  const figure = latestRecent(figures, { indicatorId: DEPRIVED_SHARE, breakdown: ALL });
  const value = figureValue(figure);
  if (!figure || value === null) return null;
  return {
    kind: 'figure',
    text: `${percentText(value)} of people live in the most deprived fifth of neighbourhoods (${figure.period.label})${againstText(comparators, figure)}.`,
    figure: { indicatorId: DEPRIVED_SHARE, breakdown: ALL },
  };
};

/** Stages in the order in which one is named, as breakdowns one year on. */
const STAYED = [
  ['foundation-1y', 'foundation training'],
  ['core-1y', 'core training'],
  ['gp-1y', 'GP training'],
  ['higher-1y', 'higher specialty training'],
] as const;

const retention: Sentence = ({ figures, comparators }) => {
  for (const [breakdown, stage] of STAYED) {
    const figure = latestRecent(figures, { indicatorId: RETENTION, breakdown });
    const value = figureValue(figure);
    if (!figure || value === null) continue;
    return {
      kind: 'figure',
      text: `${percentText(value)} of those who finished ${stage} here in ${figure.period.label} were in the region a year later${againstText(comparators, figure)}.`,
      figure: { indicatorId: RETENTION, breakdown },
    };
  }
  return notLoaded(RETENTION, 'How many trainees stay in the region is not loaded.');
};

const TRAINING_VACANCY = 'training-vacancy-rate';

const trainingVacancy: Sentence = ({ figures, comparators }) => {
  const figure = latestRecent(figures, { indicatorId: TRAINING_VACANCY, breakdown: ALL });
  const value = figureValue(figure);
  if (!figure || value === null) return null;
  return {
    kind: 'figure',
    text: `${percentText(value)} of funded training posts had no doctor in them on ${figure.period.label}${againstText(comparators, figure)}.`,
    figure: { indicatorId: TRAINING_VACANCY, breakdown: ALL },
  };
};

/** Vacant posts where establishment is loaded; else what recruitment filled. */
const posts: Sentence = (input) => trainingVacancy(input) ?? fill(input);

const vacancy: Sentence = ({ figures }) => {
  const figure = latestRecent(figures, { indicatorId: 'medical-vacancy-rate', breakdown: ALL });
  const value = figureValue(figure);
  if (!figure || value === null) return notLoaded('medical-vacancy-rate', 'Recent medical vacancies are not loaded.');
  return {
    kind: 'figure',
    text: `${fixedText(value, 1)}% of medical posts were vacant (${figure.period.label}).`,
    figure: { indicatorId: 'medical-vacancy-rate', breakdown: ALL },
  };
};

/** In the order in which they are wanted; the first three that have something to say are shown. */
const ORDER: Record<string, readonly Sentence[]> = {
  country: [],
  training_region: [posts, need, retention],
  nhs_region: [need, gradient, vacancy],
  icb: [need, gradient, deprivation],
  local_authority: [deprivation],
  // A fifth of England lives in its most deprived fifth: nothing to say.
  england: [gradient, vacancy],
};

/**
 * Up to three sentences for an area, generated from its figures, each pointing to the figure that it rests on. Stale and
 * catalogue figures are never used; what matters and is missing is said. Differences are stated, never judged or explained.
 */
export const headlineSentences = (input: HeadlineInput): HeadlineSentence[] => {
  const catalogue = new Set(input.indicators.filter(({ display }) => display === 'catalogue').map(({ id }) => id));
  const usable = (figure: FigureInput) => !figure.stale && !catalogue.has(figure.indicatorId);
  const filtered = {
    ...input,
    figures: input.figures.filter(usable),
    comparators: input.comparators.filter(usable),
  };
  return (ORDER[input.area.type] ?? [])
    .map((sentence) => sentence(filtered))
    .filter((sentence) => sentence !== null)
    .slice(0, MAX_SENTENCES);
};
