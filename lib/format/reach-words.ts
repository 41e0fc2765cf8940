import { categoryLabel } from './count-words';
import { formatNumber } from './number';

/** A group of entrants at the head of a row; `by`: what they are grouped by. */
export const groupLabel = (by: 'quintile' | 'sex' | 'ethnicity', group: string): string => {
  if (by !== 'quintile') return categoryLabel(group);
  return group === '1' || group === '5' ? `Fifth ${categoryLabel(group)}` : `Fifth ${group}`;
};

/** Heads of bars, short enough for a narrow screen; `SETTLEMENT_NOTE` says what they mean. */
export const SETTLEMENT_WORDS = {
  stayer: 'Stayed',
  returner: 'Came back',
  newcomer_studied: 'New: came to study',
  newcomer_arrived: 'New: from elsewhere',
  unknown: 'Not known',
  left: 'Left',
} as const;

export const SETTLEMENT_NOTE =
  'In the region of the post. Stayed: home and school were there. Came back: home was there, school elsewhere. New: home was elsewhere, and they came to study there or only after school.';

type Band = { readonly fromKm: number | null; readonly toKm: number | null };

/** A band of distances from home to school; the last one is open. */
export const bandWords = ({ fromKm, toKm }: Band): string => {
  if (fromKm === null) return 'Distance not known';
  if (toKm === null) return `Over ${fromKm} km`;
  return fromKm === 0 ? `Up to ${toKm} km` : `Over ${fromKm} to ${toKm} km`;
};

/** A group beside a named base, of which the sentence has spoken. */
export const REPRESENTATION_WORDS = {
  under: 'under-represented',
  over: 'over-represented',
  not_told_apart: 'not told apart from it',
} as const;

export const COLD_TITLE = 'Cold spots: authorities that send fewer than expected';

export const coldTitle = (cold: number, judged: number): string => {
  if (judged === 0) return 'No authority is large enough to say whether it sends fewer than expected';
  if (cold === 0) return `None of ${judged} authorities sends clearly fewer than expected`;
  return `${cold} of ${judged} authorities ${cold === 1 ? 'sends' : 'send'} fewer than expected`;
};

/** What the comparison of an authority's entrants with the expected number says. */
export const COLD_VERDICT_WORDS = {
  cold: 'Fewer than expected',
  not_cold: 'Not told apart from expected, or more',
  too_small: 'Too small to say',
  not_known: 'Not known',
} as const;

export const EXPECTED_WORDS =
  'Expected from distance and the number of people aged 16 to 17 alone: the school’s own fall-off with distance, applied to every authority. Deprivation isn’t part of what is expected, so a deprived place that sends few shows up.';

type Spread = {
  readonly overdispersion: number;
  readonly judged: number;
  readonly coldByChance: number;
  readonly spread: 'beside_deprivation' | 'all';
};

const oneDecimal = (value: number): string => formatNumber(value, 1);

/** How much of a list chance alone could make, and how far uneven reach widens every interval. */
export const CHANCE_WORDS = ({ overdispersion, judged, coldByChance, spread }: Spread): string =>
  `${judged} authorities have at least 10 expected entrants and are judged; chance alone would name at most ${oneDecimal(coldByChance)} of them. ` +
  `Counts vary ${oneDecimal(overdispersion)} times as much as chance would make them${spread === 'beside_deprivation' ? ', beside what goes with deprivation and ethnic group' : '; deprivation isn’t loaded, so all of that counts as noise'}, and every interval allows for it.`;

/** Why there is no footprint. */
export const noFootprintWords = (unknownAreas: number): string => {
  if (unknownAreas === 0) return 'No area’s count can be shown, so there is no footprint.';
  const which = unknownAreas === 1 ? 'One area’s count' : `${unknownAreas} areas’ counts`;
  return `${which} can’t be shown and may be among the largest, so there is no footprint.`;
};

/** Areas that a footprint leaves out. */
export const areasNotCounted = (unknownAreas: number): string => {
  if (unknownAreas === 0) return '';
  return unknownAreas === 1
    ? ' One area is not loaded and not counted.'
    : ` ${unknownAreas} areas are not loaded and not counted.`;
};

export const TOO_FEW_TO_DEPEND =
  'Not given with fewer than three schools loaded: of everybody who starts in an area, only these schools’ own graduates are known.';
