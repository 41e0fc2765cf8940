import type { Role, TokenScope } from '@/lib/domain/access/access';
import type { AreaType, Root } from '@/lib/domain/geography/area';
import { deprivationGroupWords } from '@/lib/domain/indicators/gradient';
import { ALL, type IndicatorGroup } from '@/lib/domain/indicators/indicator';
import type { Certainty } from '@/lib/domain/levers/lever';
import type { ReadState } from '@/lib/domain/recommendations/evidence';
import type { Gift } from '@/lib/domain/recommendations/gift';
import type { Actor, Origin, Strength } from '@/lib/domain/recommendations/recommendation';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';

// The product's words for its own codes: one place, so that screen, briefing and export agree.

export const ACTOR_WORDS: Readonly<Record<Actor, string>> = {
  deanery: 'deanery',
  tpd: 'training programme directors',
  gp_school: 'GP school',
  lead_employer: 'lead employer',
  employer: 'employers',
  medical_school: 'medical schools',
  icb: 'integrated care boards',
  national: 'national bodies',
  ukfpo: 'UK Foundation Programme Office',
  researchers: 'researchers',
};

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  high: 'quantitative, UK',
  mixed: 'mixed or observational',
  qualitative: 'interviews or statements',
};

export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  programme_finding: 'Programme finding',
  project_derivation: 'Our derivation from a programme finding',
  neighbouring_evidence: 'Neighbouring evidence',
};

export const GIFT_WORDS: Readonly<Record<Gift, string>> = {
  yours: 'Yours to act on',
  with_others: 'With local partners',
  not_in_your_gift: 'Not in your gift',
};

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  moderate: 'Moderate certainty',
  low: 'Low certainty',
  very_low: 'Very low certainty',
  none: 'No evidence',
};

export const READ_WORDS: Readonly<Record<ReadState, string>> = {
  in_full: 'read in full',
  excerpt: 'read in part',
  abstract: 'abstract only',
  secondary: 'second-hand report',
  description: 'description only',
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  deanery: 'Training manager',
  school: 'Medical school staff',
  commissioner: 'Commissioner',
  analyst: 'Analyst',
  admin: 'Administrator',
};

export const TOKEN_SCOPE_WORDS: Readonly<Record<TokenScope, string>> = {
  figures: 'areas, definitions and figures',
  counts: 'counts of people: tables, cold spots and cards of medical schools',
  scenarios: 'scenarios and runs of your regions',
  briefings: 'briefings',
};

export const ROOT_WORDS: Readonly<Record<Root, string>> = {
  england: 'England',
  demonstration: 'Orrinmark (demonstration)',
};

export const AREA_TYPE_WORDS: Readonly<Record<AreaType, string>> = {
  country: 'country',
  england: 'country',
  nhs_region: 'NHS region',
  icb: 'integrated care board',
  local_authority: 'local authority',
  training_region: 'training region',
  foundation_area: 'foundation area',
  medical_school: 'medical school',
};

/** Several of a kind. */
export const AREA_TYPES_WORDS: Readonly<Record<AreaType, string>> = {
  country: 'the whole country',
  england: 'the whole country',
  nhs_region: 'NHS regions',
  icb: 'integrated care boards',
  local_authority: 'local authorities',
  training_region: 'training regions',
  foundation_area: 'foundation areas',
  medical_school: 'medical schools',
};

export const GROUP_WORDS: Readonly<Record<IndicatorGroup, string>> = {
  vacancy: 'Vacancy',
  retention: 'Retention',
  need: 'Deprivation and need',
  supply: 'Supply',
  schools: 'Medical schools',
  context: 'Context',
};

const PLAIN_BREAKDOWNS = new Map([
  ['offered', 'places offered'],
  ['filled', 'places filled'],
]);

const STAGE_WORDS = new Map([
  ['foundation', 'foundation'],
  ['core', 'core training'],
  ['gp', 'GP training'],
  ['higher', 'higher training'],
]);

/** What a breakdown is called; empty for the whole. */
export function breakdownLabel(breakdown: string): string {
  if (breakdown === ALL) return '';
  const decile = /^decile-(\d+)$/.exec(breakdown);
  if (decile) return `deprivation tenth ${decile[1]}${decile[1] === '1' ? ' (most deprived)' : ''}`;
  const stage = /^(foundation|core|gp|higher)-(\d)y$/.exec(breakdown);
  if (stage) return `${stage[2]} ${stage[2] === '1' ? 'year' : 'years'} after ${STAGE_WORDS.get(stage[1] ?? '')}`;
  const notice = /^(\d+)-weeks ?(.*)$/.exec(breakdown);
  if (notice) return notice[2] ? `${notice[1]} weeks, ${notice[2]}` : `${notice[1]} weeks`;
  return PLAIN_BREAKDOWNS.get(breakdown) ?? deprivationGroupWords(breakdown);
}

/** Why a method gave no figure, for the reader of a screen. */
export const REFUSAL_WORDS: Readonly<Record<RefusalReason, string>> = {
  not_finite: 'A number that it needs is missing or is not a number.',
  no_denominator: 'There is nobody, or nothing, to divide by.',
  negative_events: 'A count is below 0.',
  events_exceed_total: 'The part is larger than the whole it belongs to.',
  lengths_differ: 'The columns that belong together have different lengths.',
  too_few_values: 'There are too few values.',
  out_of_range: 'A number is outside the range that the method holds for.',
  no_events: 'Nothing was counted, so there is nothing to compare.',
  no_variation: 'The values do not differ, so there is nothing to relate.',
  separated: 'One characteristic predicts the outcome completely, so its effect has no finite size.',
  collinear: 'One characteristic repeats the others.',
  not_converged: 'The calculation did not settle.',
};

/** `a, b and c`. */
export const listInWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** At the head of a sentence. */
export const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
