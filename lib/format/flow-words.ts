import type { FlowStep } from '@/lib/domain/journeys/flow-tables';
import type { Clock } from '@/lib/domain/journeys/journey-places';
import type { Characteristic } from '@/lib/domain/journeys/journey-shapes';
import { categoryLabel } from './count-words';
import { journeyLabel } from './journey-words';
import { formatCount, formatPercent } from './number';

type StepWords = {
  /** Of a list of choices. */
  title: string;
  /** Where there is little room. */
  short: string;
  from: string;
  to: string;
  /** `Of everybody who began …, `: who is counted. */
  who: string;
  /** `went to school`: what they did in the region. */
  did: string;
  /** What the region is called that they came from, after `the region of their`. */
  origin: string;
};

/** Somebody at a stage in a place: `in foundation training in …`; and that they had been: `did foundation training`. */
export const STAGE_WORDS: ReadonlyMap<string, { at: string; had: string; stayedFor: string }> = new Map([
  ['home', { at: 'with their home in', had: 'had their home', stayedFor: 'home' }],
  ['medical school', { at: 'at medical school in', had: 'were at medical school', stayedFor: 'medical school' }],
  [
    'foundation training',
    { at: 'in foundation training in', had: 'did foundation training', stayedFor: 'foundation training' },
  ],
  [
    'specialty training',
    { at: 'in specialty training in', had: 'did specialty training', stayedFor: 'specialty training' },
  ],
  ['career post', { at: 'in a career post in', had: 'had a career post', stayedFor: 'their career post' }],
]);

export const STEP_WORDS: Readonly<Record<FlowStep, StepWords>> = {
  home_to_school: {
    title: 'Home to medical school',
    short: 'Home to school',
    from: 'home',
    to: 'medical school',
    who: 'entrants',
    did: 'went to medical school',
    origin: 'home',
  },
  school_to_foundation: {
    title: 'Medical school to foundation training',
    short: 'School to foundation',
    from: 'medical school',
    to: 'foundation training',
    who: 'graduates',
    did: 'began foundation training',
    origin: 'medical school',
  },
  home_to_foundation: {
    title: 'Home to foundation training',
    short: 'Home to foundation',
    from: 'home',
    to: 'foundation training',
    who: 'graduates',
    did: 'began foundation training',
    origin: 'home',
  },
  foundation_to_specialty: {
    title: 'Foundation to specialty training',
    short: 'Foundation to specialty',
    from: 'foundation training',
    to: 'specialty training',
    who: 'foundation doctors',
    did: 'began specialty training',
    origin: 'foundation training',
  },
  school_to_specialty: {
    title: 'Medical school to specialty training',
    short: 'School to specialty',
    from: 'medical school',
    to: 'specialty training',
    who: 'graduates',
    did: 'began specialty training',
    origin: 'medical school',
  },
  specialty_to_career: {
    title: 'Specialty training to career post',
    short: 'Specialty to career',
    from: 'specialty training',
    to: 'career post',
    who: 'specialty trainees',
    did: 'took their career post',
    origin: 'specialty training',
  },
  school_to_career: {
    title: 'Medical school to career post',
    short: 'School to career',
    from: 'medical school',
    to: 'career post',
    who: 'graduates',
    did: 'took their career post',
    origin: 'medical school',
  },
  home_to_career: {
    title: 'Home to career post',
    short: 'Home to career',
    from: 'home',
    to: 'career post',
    who: 'doctors',
    did: 'took their career post',
    origin: 'home',
  },
};

/** What each table of flows is called in a list. */
export const FLOW_TABLE_WORDS: ReadonlyMap<string, string> = new Map([
  ['home_region_by_school_region', 'Home to school, regions'],
  ['home_board_by_school', 'Home board to school'],
  ['school_region_by_foundation_region', 'School to foundation, regions'],
  ['school_by_foundation_area', 'School to foundation area'],
  ['home_region_by_foundation_region', 'Home to foundation, regions'],
  ['foundation_region_by_specialty_region', 'Foundation to specialty, regions'],
  ['school_region_by_specialty_region', 'School to specialty, regions'],
  ['specialty_region_by_career_region', 'Specialty to career, regions'],
  ['school_by_career_region', 'School to region of career'],
  ['home_region_by_career_region', 'Home to career, regions'],
]);

export const CLOCK_WORDS: Readonly<Record<Clock, string>> = {
  entry: 'entered medical school',
  foundation: 'began foundation training',
};

export const CHARACTERISTIC_WORDS: Readonly<Record<Characteristic, string>> = {
  sex: 'Sex',
  ethnicity: 'Ethnic group',
  quintile: 'Deprivation fifth of home',
  route: 'Route of entry',
};

/** `entered medical school 2016 to 2020`, or all years. */
export const periodWords = (choice: { clock: Clock; label: string } | null): string =>
  choice ? `${CLOCK_WORDS[choice.clock]} ${choice.label}` : 'all years';

/** `Women`; a fifth with its words. */
export const groupWords = ({ by, value }: { by: Characteristic; value: string }): string =>
  by === 'quintile' && value !== 'unknown' ? `Fifth ${categoryLabel(value)}` : journeyLabel(value);

export const wholePercent = (share: number): string => formatPercent(share * 100, 0);

/** ` 12 cells are withheld.`: people in them are in no sum. */
export const withheldWords = (withheld: number): string => {
  if (withheld === 0) return '';
  return withheld === 1
    ? '1 cell is withheld: its people are in no sum and no share.'
    : `${formatCount(withheld)} cells are withheld: their people are in no sum and no share.`;
};
