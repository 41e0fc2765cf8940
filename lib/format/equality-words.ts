import type { EqualityPartId, TrainingStage } from '@/lib/domain/reach/equality-parts';
import type { Reading } from '@/lib/domain/reach/representation';
import { listInWords } from './words';

/** Who is counted at each stage, and against whom. */
export const REGION_STAGES: Readonly<Record<TrainingStage, { stage: string; base: string }>> = {
  specialty: {
    stage: 'specialty training',
    base: 'everybody who reached specialty training and whose region of it is known',
  },
  foundation: {
    stage: 'foundation training',
    base: 'everybody who reached foundation training and whose region of it is known',
  },
};

export const EQUALITY_TITLE = 'Who the affected are';

export const EQUALITY_LEAD =
  'Who trains where the offer applies, by sex, ethnic group and the deprivation fifth of the home that they came from: each group’s share against its share of a named base.';

/** Said wherever the panel is shown: what it isn’t. */
export const NOT_SAID: readonly string[] = [
  'These are shares of the people who train there in what is loaded, not effects: the model has no effects that differ by sex, ethnic group or origin, and predicts no change in any of these shares.',
  'Why a group is a larger or smaller share isn’t known: choice, selection and opportunity can’t be told apart in these data.',
  'A region’s specialty groups aren’t told apart by sex, ethnic group or origin: such counts would be too small to give out.',
  'Origin is the deprivation fifth of the area of the home before medical school. It is of the area, not of the person.',
];

export const PART_TITLES: Readonly<Record<EqualityPartId, string>> = {
  specialty_region: 'In specialty training, by region',
  foundation_region: 'In foundation training, by region',
  specialty_group: 'In specialty training, by specialty group, whole country',
};

/** `Not loaded` and what would load it. */
export const NO_COHORT = {
  title: 'No cohort loaded',
  words:
    'Who the affected are isn’t known for this country. It needs people followed from medical school into training: a cohort (cohort.csv) from a safe haven such as UKMED would load them. Nobody publishes such tables.',
} as const;

export const NOT_FOR_READER = {
  title: 'Not shown to this reader',
  words:
    'Tables of people by sex, ethnic group and origin aren’t for this account, or not for what this token was made for.',
} as const;

export const FEW_SCHOOLS =
  'The cohort that is loaded holds people of fewer than three medical schools, so that these would be those schools’ own figures.';

/** How a group stands against the base. */
export const READING_WORDS: Readonly<Record<Reading, string>> = {
  under: '▼ under-represented',
  over: '▲ over-represented',
  not_told_apart: 'not told apart',
};

interface ReadGroup {
  readonly words: string;
  readonly reading: Reading | null;
}

const namesOf = (groups: readonly ReadGroup[], reading: Reading): string[] =>
  groups.flatMap((group) => (group.reading === reading ? [group.words.toLowerCase()] : []));

/** What was found of one place or specialty group, against the base; nothing of how it came about. */
export function placeSentence(name: string, groups: readonly ReadGroup[]): string {
  const [under, over] = [namesOf(groups, 'under'), namesOf(groups, 'over')];
  if (groups.every(({ reading }) => reading === null)) return `${name}: nothing can be told of any group`;
  const parts = [
    ...(over.length > 0 ? [`over-represented are ${listInWords(over)}`] : []),
    ...(under.length > 0 ? [`under-represented are ${listInWords(under)}`] : []),
  ];
  return `${name}: ${parts.length > 0 ? parts.join('; ') : 'no group is told apart from its share of the base'}`;
}
