import {
  type BacktestVerdict,
  COVERED,
  MARKED_HORIZON,
  MOST_ERROR,
  type PassMark,
} from '@/lib/domain/backtest/pass-marks';
import type { ScoredLevel } from '@/lib/domain/backtest/score-forecasts';
import type { ScoredProjection } from '@/lib/domain/backtest/score-projections';
import type { ErrorSummary } from '@/lib/domain/backtest/summarise-scores';
import { journeyLabel } from './journey-words';
import { formatNumber, formatPercent, formatShare } from './number';

export const LEVEL_WORDS: Readonly<Record<ScoredLevel, string>> = {
  country: 'The country',
  region: 'Regions',
  specialty: 'Specialty groups, all regions',
  programme: 'Specialty groups of single regions',
};

/** `3 years ahead`; `all years ahead` where they are together. */
export const horizonWords = (horizon: number | null): string => {
  if (horizon === null) return 'all years ahead';
  return horizon === 1 ? '1 year ahead' : `${horizon} years ahead`;
};

export const groupName = (group: string): string => journeyLabel(group);

export const VERDICT_WORDS: Readonly<Record<BacktestVerdict, { readonly title: string; readonly words: string }>> = {
  demonstration_only: {
    title: 'Demonstration only',
    words:
      'An invented country: its fill was drawn at the same chances every year until the rules change, so that last year’s fill is close to the best guess there is. What is measured here shows that the method works, and nothing about England.',
  },
  met: {
    title: 'All proposed marks are met',
    words: 'On the years that are loaded, and within one set of recruitment rules.',
  },
  not_met: {
    title: 'Not all proposed marks are met',
    words: 'Read results of scenarios with these errors in mind: for comparing options, not as forecasts.',
  },
  too_short: {
    title: 'Too few years for a verdict',
    words: 'Some of the proposed marks need more years under one set of recruitment rules than are loaded.',
  },
};

/** Error of the model as a multiple of persistence’s, from the skill. */
export const ratioWords = (skill: number): string => `${formatNumber(1 - skill, 1)} times`;

export const MARK_WORDS: Readonly<
  Record<PassMark['id'], { readonly label: string; readonly mark: string; readonly write: (value: number) => string }>
> = {
  country_error: {
    label: `Error for the country, ${horizonWords(MARKED_HORIZON)}`,
    mark: `${MOST_ERROR.country}% or less`,
    write: (value) => formatPercent(value),
  },
  region_error: {
    label: `Error for a region, ${horizonWords(MARKED_HORIZON)}`,
    mark: `${MOST_ERROR.region}% or less`,
    write: (value) => formatPercent(value),
  },
  coverage: {
    label: 'Regions’ years within the 90% interval',
    mark: `${formatShare(COVERED.least, 0)} to ${formatShare(COVERED.most, 0)}`,
    write: (value) => formatShare(value),
  },
  persistence: {
    label: 'Error beside that of the last known fill, regions',
    mark: 'less than 1 times',
    write: ratioWords,
  },
};

const MET_WORDS = { yes: 'met', no: 'not met', open: 'can’t be tested yet' } as const;

/** `mark proposed: 5% or less; met`. */
export const markNote = ({ id, isMet }: PassMark): string => {
  const met = isMet === null ? MET_WORDS.open : isMet ? MET_WORDS.yes : MET_WORDS.no;
  return `proposed mark: ${MARK_WORDS[id].mark}; ${met}`;
};

export const markValue = ({ id, value }: PassMark): string => (value === null ? '–' : MARK_WORDS[id].write(value));

const find = (errors: readonly ErrorSummary[], horizon: number | null): ErrorSummary | undefined =>
  errors.find((one) => one.level === 'region' && one.horizon === horizon && !one.isAcross);

const nearer = ({ absoluteError, persistenceAbsoluteError }: ErrorSummary): string => {
  if (absoluteError === persistenceAbsoluteError) return 'as near as';
  return absoluteError < persistenceAbsoluteError ? 'nearer than' : 'further off than';
};

const errorWords = (error: number | null): string => (error === null ? 'not known' : formatPercent(error));

/** What was found, in a sentence. */
export const backtestSentence = (errors: readonly ErrorSummary[]): string => {
  const all = find(errors, null);
  if (!all) {
    return 'Every later year that is loaded lies beyond the change of recruitment rules, so that nothing can be said within one set of rules.';
  }
  const marked = find(errors, MARKED_HORIZON);
  const ahead = marked
    ? ` ${horizonWords(MARKED_HORIZON)} it is ${errorWords(marked.percentageError)} off, last known fill ${errorWords(marked.persistencePercentageError)}.`
    : '';
  return `For a region’s filled posts the model is ${nearer(all)} the last known fill: ${errorWords(all.percentageError)} off on average against ${errorWords(all.persistencePercentageError)}.${ahead} ${formatShare(all.within80, 0)} of what happened lies within the 80% intervals.`;
};

/** `rounds of 2022 to 2026`. */
export const yearsWords = (years: readonly number[]): string => {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `rounds of ${first}` : `rounds of ${first} to ${last}`;
};

type Projection = Pick<ScoredProjection, 'isAcross' | 'isWithin80'>;

const withinWords = (scores: readonly Projection[]): string =>
  `${scores.filter(({ isWithin80 }) => isWithin80).length} of ${scores.length}`;

/** Those across a change of rules are counted apart. */
export const projectionsSentence = (projections: readonly Projection[]): string => {
  const own = projections.filter(({ isAcross }) => !isAcross);
  const across = projections.filter(({ isAcross }) => isAcross);
  return [
    ...(own.length > 0
      ? [`${withinWords(own)} projected years lie within the run’s 80% interval without the offer.`]
      : []),
    ...(across.length > 0
      ? [`Across the change of recruitment rules it is ${withinWords(across)}: they count for nothing.`]
      : []),
  ].join(' ');
};
