import type { Indicator } from '@/lib/domain/indicators/indicator';
import type { Lever } from '@/lib/domain/levers/lever';
import type { EvidenceSource, EvidenceTheme } from '@/lib/domain/recommendations/evidence';
import type { Recommendation } from '@/lib/domain/recommendations/recommendation';
import {
  ACTOR_WORDS,
  CERTAINTY_WORDS,
  listInWords,
  ORIGIN_WORDS,
  READ_WORDS,
  STRENGTH_WORDS,
} from '@/lib/format/words';
import type { ListColumn } from './list-column';

type Names = { themes: readonly EvidenceTheme[]; indicators: readonly Indicator[] };

/** The register of recommendations, with the names of what it points to. */
export const recommendationColumns = ({ themes, indicators }: Names): readonly ListColumn<Recommendation>[] => [
  { name: 'id', header: null, value: ({ id }) => id },
  { name: 'recommendation', header: 'Recommendation', className: 'min-w-56', text: ({ title }) => title },
  { name: 'action', header: null, value: ({ action }) => action },
  { name: 'finding', header: 'Finding', className: 'min-w-56', text: ({ finding }) => finding.text },
  { name: 'evidence_note', header: null, value: ({ evidenceNote }) => evidenceNote },
  {
    name: 'who_can_act',
    header: 'Who can act',
    text: ({ actors }) => listInWords(actors.map((actor) => ACTOR_WORDS[actor])),
  },
  {
    name: 'origin',
    header: 'Origin and evidence',
    text: ({ origin, strength }) => `${ORIGIN_WORDS[origin]}; ${STRENGTH_WORDS[strength]}`,
    value: ({ origin }) => ORIGIN_WORDS[origin],
  },
  { name: 'evidence', header: null, value: ({ strength }) => STRENGTH_WORDS[strength] },
  {
    name: 'themes',
    header: 'Themes',
    text: ({ themeIds }) => themeIds.map((id) => themes.find((one) => one.id === id)?.title ?? id).join(', ') || 'none',
  },
  {
    name: 'should_move',
    header: 'Should move',
    text: ({ movesIndicatorIds }) =>
      movesIndicatorIds.map((id) => indicators.find((one) => one.id === id)?.shortName ?? id).join(', ') ||
      'nothing loaded would show it',
  },
  { name: 'source', header: 'Sources', text: ({ sourceIds }) => sourceIds.join(', ') },
];

/** Every lever of the model with what its effect rests on. */
export const LEVER_COLUMNS: readonly ListColumn<Lever>[] = [
  { name: 'id', header: null, value: ({ id }) => id },
  { name: 'lever', header: 'Lever', className: 'min-w-56', text: ({ name }) => name },
  { name: 'definition', header: null, value: ({ definition }) => definition },
  { name: 'certainty', header: 'Certainty', text: ({ certainty }) => CERTAINTY_WORDS[certainty] },
  { name: 'off_unless_switched_on', header: null, value: ({ offByDefault }) => (offByDefault ? 'yes' : 'no') },
  { name: 'evidence', header: 'Evidence', className: 'min-w-64', text: ({ evidence }) => evidence },
  { name: 'mind', header: 'Mind', className: 'min-w-56', text: ({ note }) => note },
  { name: 'cost', header: 'Cost', className: 'min-w-48', text: ({ costBasis }) => costBasis },
  { name: 'cost_per_place_per_year_gbp', header: null, value: (lever) => lever.costPerPlacePerYearGbp },
  { name: 'source', header: 'Sources', className: 'min-w-48', text: ({ sources }) => sources.join('; ') },
];

/** Themes of the interviews; on the page they are cards. */
export const THEME_COLUMNS: readonly ListColumn<EvidenceTheme>[] = [
  { name: 'id', header: null, value: ({ id }) => id },
  { name: 'theme', header: null, value: ({ title }) => title },
  { name: 'summary', header: null, value: ({ summary }) => summary },
  { name: 'use_here', header: null, value: ({ dashboardUse }) => dashboardUse },
  { name: 'source', header: null, value: ({ sourceIds }) => sourceIds.join(', ') },
];

/** What was read, and how much of it. */
export const EVIDENCE_SOURCE_COLUMNS: readonly ListColumn<EvidenceSource>[] = [
  { name: 'source', header: null, value: ({ id }) => id },
  { name: 'citation', header: null, value: ({ citation }) => citation },
  { name: 'source_url', header: null, value: ({ url }) => url },
  { name: 'read', header: null, value: ({ read }) => READ_WORDS[read] },
  { name: 'note', header: null, value: ({ readNote }) => readNote },
];
