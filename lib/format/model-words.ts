import type { JourneyModelName, LeftOut } from '@/lib/domain/journey-models/journey-model';
import type { ReachTerm } from '@/lib/domain/journey-models/reach-design';

/** What a model is about, how it is fitted, and what a slope of it is. */
export const MODEL_WORDS: Readonly<
  Record<JourneyModelName, { readonly title: string; readonly about: string; readonly slope: string }>
> = {
  entrants: {
    title: 'Entrants',
    about:
      'Entrants by home authority and school, for the people who live there (aged 16 to 17 where that is loaded): Poisson pseudo-maximum likelihood, each school with slopes of its own.',
    slope: 'Log of entrants',
  },
  female_share: {
    title: 'Share of women',
    about:
      'Share of women among each school’s entrants by home authority: binomial, each school with slopes of its own.',
    slope: 'Log odds of a woman',
  },
  non_white_share: {
    title: 'Non-white share',
    about:
      'Share of non-white entrants among each school’s entrants by home authority: binomial, each school with slopes of its own.',
    slope: 'Log odds of a non-white entrant',
  },
  foundation: {
    title: 'School to foundation',
    about:
      'Where graduates start foundation training, for the places there: a choice among areas by distance from the school, region and relation with the capital, with sex and ethnic group.',
    slope: 'Log odds',
  },
  return_home: {
    title: 'Return home',
    about:
      'Odds of a specialty post in the home region, of those who were elsewhere for foundation training, by sex, ethnic group and deprivation fifth of the home.',
    slope: 'Log odds',
  },
};

export const roundedTitle = (roundedTo: number): string => `Fitted to counts that are rounded to ${roundedTo}`;

export const ROUNDED_FIT =
  'Each count is taken as any number of people that publishes so, none of them as the number itself. Intervals hold what rounding hides, so they are wider than those of the people themselves.';

export const ONE_CHARACTERISTIC =
  'Rounded tables cross no two characteristics: terms are of graduates by sex, and the one of ethnic group is of graduates by ethnic group. A cohort’s terms allow for both at once and differ from these.';

export const REACH_TERM_WORDS: Readonly<Record<ReachTerm, { readonly title: string; readonly unit: string }>> = {
  deprivation: {
    title: 'Deprivation of the authority',
    unit: 'for each standard deviation more deprived',
  },
  non_white_share: {
    title: 'Non-white share of the authority',
    unit: 'for each standard deviation more',
  },
  log_distance: {
    title: 'Distance from the school',
    unit: 'for each unit of ln(1 + km): about 2.7 times as far',
  },
};

const TERM_WORDS: ReadonlyMap<string, string> = new Map([
  ['same_region', 'Same region as the school'],
  ['log_distance', 'Distance from the school, ln(1 + km)'],
  ['log_distance:female', 'Distance from the school, women more than men'],
  ['log_distance:non_white', 'Distance from the school, non-white more than white graduates'],
  ['within_capital', 'Staying in the capital region, of its own schools'],
  ['into_capital', 'Going into the capital region, of other schools'],
  ['female', 'Women against men'],
  ['non_white', 'Non-white against white people'],
  ['per_fifth_more_deprived', 'Each fifth towards the most deprived'],
]);

export const termWords = (term: string): string => TERM_WORDS.get(term) ?? term;

export const LEFT_OUT_WORDS: Readonly<Record<LeftOut['what'], string>> = {
  authority: 'Authority',
  school: 'School',
  foundation_area: 'Foundation area',
  home_region: 'Home region',
  group: 'Group',
  term: 'Term',
};
