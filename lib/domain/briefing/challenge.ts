import type { IndicatorGroup } from '@/lib/domain/indicators/indicator';
import { nameList } from './name-list';

export type ChallengeData = {
  /** Names of rows in the position table whose figure is over three years old. */
  readonly staleNames: readonly string[];
  /** Names of rows without an interval. */
  readonly withoutInterval: readonly string[];
  /** Names of current rows that were worked out from published figures, not published as such. */
  readonly derivedNames: readonly string[];
  readonly loadedGroups: readonly IndicatorGroup[];
  /** Coverage of the bar chart's indicator; null where there is no chart. */
  readonly partial: { readonly name: string; readonly loaded: number; readonly total: number } | null;
  /** Posts or accepts that the author typed in for the model. */
  readonly typedAreas: readonly string[];
  /** Names of levers in the option whose certainty is very low or none. */
  readonly weakLevers: readonly string[];
};

const sentence = (lead: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`${lead}: ${nameList(names)}.`];

/** Where the evidence in this briefing is thinnest; never empty. */
export const weakestData = (data: ChallengeData): readonly string[] => {
  const partial =
    data.partial !== null && data.partial.loaded < data.partial.total
      ? [
          `${data.partial.name} is loaded for ${data.partial.loaded} of ${data.partial.total} areas, so this area’s place among all of them is not known.`,
        ]
      : [];
  const found = [
    ...partial,
    ...sentence('Over three years old, shown for context only', data.staleNames),
    ...sentence('No interval, so a small difference can’t be told from chance', data.withoutInterval),
    ...sentence('Worked out from published figures, not published as such', data.derivedNames),
    ...sentence('Posts and accepts typed in by the author, not checked against a published file', data.typedAreas),
    ...sentence('No direct evidence of an effect on filling posts in England', data.weakLevers),
  ];
  return found.length > 0 ? found : ['Every figure in the position table is current and has an interval.'];
};

export type FlipData = {
  /** Smallest utility shift that fills one more post, in the round; null where it is full. */
  readonly breakEvenDeltaUtility: number | null;
  /** The same on log-odds of fill, the cautious reading. */
  readonly breakEvenOnFillOdds: number | null;
  readonly medianDeltaUtility: number;
  readonly atCeiling: boolean;
  readonly otherRegionsModelled: boolean;
};

const shareOf = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`;

/** Break-even shift ÷ the option's median shift: below that share of the effect, not one extra post is filled. */
const effectSentence = (option: FlipData): string => {
  const { breakEvenDeltaUtility: round, breakEvenOnFillOdds: odds, medianDeltaUtility: median } = option;
  if (option.atCeiling || round === null) {
    return 'The round is at or near its ceiling: unless posts are added or applications fall, no package can fill more.';
  }
  if (median <= 0) return 'The package’s median effect is nil: in half the draws or more it fills no extra post.';
  const cautious = odds === null ? '' : `, and ${shareOf(odds, median)} of it when read as odds of fill`;
  return `One extra filled post needs ${shareOf(round, median)} of the median effect in the round${cautious}. Below that, the package pays only for posts that would have been filled anyway.`;
};

/** What would overturn the modelled option; never empty. */
export const wouldFlip = (option: FlipData | null): readonly string[] => {
  if (option === null) {
    return ['No option is modelled here. A newer release of any figure in the position table could change a message.'];
  }
  const donor = option.otherRegionsModelled
    ? 'If the posts that lose applicants matter more than the posts that gain them, a gain here is not a gain for the country.'
    : 'No other region is modelled, so what others lose is not counted by region. A loss elsewhere could outweigh the gain.';
  return [
    effectSentence(option),
    donor,
    'The round is set to 2024 conditions. At the near-full fill of 2026 there would be fewer empty posts left to fill.',
  ];
};

const GROUP_WORDS: readonly (readonly [IndicatorGroup, string])[] = [
  ['vacancy', 'vacancy and fill'],
  ['retention', 'retention in the region'],
  ['supply', 'doctors in post'],
  ['need', 'population need'],
];

/** What this briefing leaves out: subjects without a loaded figure, and limits of the method. */
export const notLookedAt = (data: ChallengeData, optionModelled: boolean): readonly string[] => {
  const missing = GROUP_WORDS.filter(([group]) => !data.loadedGroups.includes(group)).map(([, words]) => words);
  return [
    ...sentence('No current figure is loaded here on', missing),
    'Differences inside the area, between its trusts, practices and specialties.',
    'Supervision capacity, quality of training and effects on equality groups.',
    ...(optionModelled ? ['Whether doctors who come stay: the model covers one recruitment round only.'] : []),
  ];
};
