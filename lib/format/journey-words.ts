import type { AxisId } from '@/lib/domain/journeys/axis';
import type { JourneyRefusal } from '@/lib/domain/journeys/journey-filter';
import type { JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import { categoryLabel } from './count-words';
import { upperFirst } from './words';

/** What an axis counts people by, in the middle of a title. */
export const AXIS_WORDS: Readonly<Record<AxisId, string>> = {
  home: 'home authority',
  home_board: 'home integrated care board',
  home_region: 'home region',
  school: 'medical school',
  school_region: 'region of medical school',
  foundation_area: 'foundation area',
  foundation_region: 'region of foundation training',
  specialty_region: 'region of specialty training',
  specialty_group: 'specialty group',
  career_region: 'region of career post',
  career_type: 'career post',
  stage: 'stage reached',
  sex: 'sex',
  ethnicity: 'ethnic group',
  quintile: 'deprivation fifth of home',
  route: 'route of entry',
  capital_relation: 'relationship with the capital region',
  settlement_at_foundation: 'how they came to the region of foundation training',
  settlement_at_specialty: 'how they came to the region of specialty training',
  settlement_at_career: 'how they came to the region of their career post',
  career_ties: 'earlier ties to the region of the career post',
  home_to_foundation_band: 'distance from home to foundation training',
  school_to_foundation_band: 'distance from school to foundation training',
};

const STAGE_SHAPES: readonly (readonly [end: RegExp, words: string])[] = [
  [/_at_career_by_/, ', of those in career posts'],
];

/** `Home authority and medical school`. */
export const journeyTitle = ({ id, rows, columns }: JourneyShape): string => {
  const words = `${AXIS_WORDS[rows]} and ${AXIS_WORDS[columns]}`;
  const who = STAGE_SHAPES.find(([end]) => end.test(id))?.[1] ?? '';
  return `${upperFirst(words)}${who}`;
};

const LABELS: ReadonlyMap<string, string> = new Map([
  ['not_reached', 'Not reached yet'],
  ['left', 'Left'],
  ['within', 'Stayed within the capital region'],
  ['into', 'Moved into the capital region'],
  ['out_of', 'Moved out of the capital region'],
  ['neither', 'Never in the capital region'],
  ['stayer', 'Home and school here'],
  ['returner', 'Came back: home here, school elsewhere'],
  ['newcomer_studied', 'New: came here to study'],
  ['newcomer_arrived', 'New: neither home nor school here'],
  ['none', 'None of home, school or specialty training'],
  ['home', 'Home'],
  ['school', 'School'],
  ['training', 'Specialty training'],
  ['home+school', 'Home and school'],
  ['home+training', 'Home and specialty training'],
  ['school+training', 'School and specialty training'],
  ['home+school+training', 'Home, school and specialty training'],
  ['foundation', 'Foundation training'],
  ['specialty', 'Specialty training'],
  ['career', 'Career post'],
  ['gp', 'GP'],
  ['consultant', 'Consultant'],
  ['other', 'Other post'],
  ['standard', 'Standard entry'],
  ['graduate', 'Graduate entry'],
  ['gateway', 'Gateway course'],
  ['general_practice', 'General practice'],
  ['medicine', 'Medicine'],
  ['surgery', 'Surgery'],
  ['psychiatry', 'Psychiatry'],
  ['paediatrics', 'Paediatrics'],
  ['obstetrics_gynaecology', 'Obstetrics and gynaecology'],
  ['anaesthetics_emergency', 'Anaesthetics and emergency medicine'],
  ['diagnostics_other', 'Diagnostics and other'],
]);

const KM_BAND = /^(\d+)(?:-(\d+)|\+)$/;

/** The name of a label that is no area. */
export const journeyLabel = (label: string): string => {
  const band = KM_BAND.exec(label);
  if (band) return band[2] ? `${band[1]} to ${band[2]} km` : `Over ${band[1]} km`;
  return LABELS.get(label) ?? categoryLabel(label);
};

/** Why a table isn't given, to whoever asked for it. */
export const JOURNEY_REFUSALS: Readonly<Record<JourneyRefusal, string>> = {
  unknown_shape: 'There is no such table.',
  two_characteristics: 'A table is narrowed by one characteristic at a time: sex, ethnicity, quintile or route.',
  characteristic_not_permitted: 'This table can’t be narrowed by that: it would be finer than may be shown.',
  unknown_value: 'The characteristic has no such value.',
  unknown_period: 'There is no such period in what is loaded. A period needs its clock: entry or foundation.',
  overlapping_periods: 'The periods of the source share years, so all years can’t be added up: choose a period.',
  too_large: 'The table has more cells than can be held.',
};
