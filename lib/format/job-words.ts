import { STAGE_LABELS } from '@/lib/domain/journeys/axis-label';
import { CAREER_POSTS } from '@/lib/domain/journeys/journey-record';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import type { Characteristic } from '@/lib/domain/reach/job-representation';
import type { JobView } from '@/lib/domain/reach/job-views';
import type { JobRows } from '@/lib/domain/reach/jobs-table';
import { journeyLabel } from './journey-words';
import { upperFirst } from './words';

const isStage = (label: string): boolean => label !== 'unknown';
/** Names in the middle of a sentence. */
const lower = (job: string): string => (job === 'gp' ? 'GP posts' : journeyLabel(job).toLowerCase());
const plural: Readonly<Record<string, string>> = { consultant: 'consultant posts', other: 'other posts' };
const stageNames: Readonly<Record<string, string>> = {
  school: 'medical school',
  foundation: 'foundation training',
  specialty: 'specialty training',
  career: 'career posts',
  left: 'the group that has left',
};

/** The jobs of each view, with the named base that each is compared with. */
export const JOB_ROWS: Readonly<Record<JobView, JobRows & { readonly title: string }>> = {
  specialty_group: {
    title: 'Specialty groups, of all who reached specialty training',
    jobs: SPECIALTY_GROUPS,
    nameOf: lower,
    stage: 'specialty training',
    base: 'everybody who reached specialty training and whose specialty group is known',
  },
  specialty_group_at_career: {
    title: 'Specialty groups, of those in career posts',
    jobs: SPECIALTY_GROUPS,
    nameOf: lower,
    stage: 'career posts',
    base: 'everybody in a career post whose specialty group is known',
  },
  career_type: {
    title: 'Career posts',
    jobs: CAREER_POSTS,
    nameOf: (job) => plural[job] ?? lower(job),
    stage: 'career posts',
    base: 'everybody in a career post of a known kind',
  },
  stage: {
    title: 'Stages: how far people have come',
    jobs: STAGE_LABELS.filter(isStage),
    nameOf: (job) => stageNames[job] ?? lower(job),
    stage: 'where they are now',
    base: 'everybody who entered medical school and whose stage is known',
  },
};

const fifth = (group: string, words: string) => ({
  group,
  words: `People from the ${words} fifth`,
  short: `${upperFirst(words)} fifth`,
});

interface JobCharacteristic extends Characteristic {
  readonly groups: readonly (Characteristic['groups'][number] & { readonly short: string })[];
  /** Column of the tables. */
  readonly axis: string;
}

/** What people are told apart by. */
export const JOB_CHARACTERISTICS: readonly JobCharacteristic[] = [
  {
    id: 'sex',
    axis: 'sex',
    groups: [
      { group: 'F', words: 'Women', short: 'Women' },
      { group: 'M', words: 'Men', short: 'Men' },
    ],
  },
  {
    id: 'ethnic_group',
    axis: 'ethnicity',
    groups: [
      { group: 'non_white', words: 'Non-white people', short: 'Non-white' },
      { group: 'white', words: 'White people', short: 'White' },
    ],
  },
  {
    id: 'deprivation_quintile',
    axis: 'quintile',
    groups: [
      fifth('1', 'most deprived'),
      fifth('2', 'second most deprived'),
      fifth('3', 'middle'),
      fifth('4', 'second least deprived'),
      fifth('5', 'least deprived'),
    ],
  },
];
