import MiniSearch from 'minisearch';
import { GROUP_WORDS } from '@/lib/format/words';
import type { CatalogueEntry } from './catalogue';

export type CatalogueSearch = {
  /** Best match first; in catalogue order where nothing was asked. */
  found: readonly CatalogueEntry[];
  /** The closest entry where nothing was found; null where nothing comes near. */
  nearest: CatalogueEntry | null;
};

/** Words that people use for an indicator and that its definition may lack, by a pattern of its id. */
const SYNONYMS: readonly (readonly [id: RegExp, words: string])[] = [
  [/fill|vacancy/, 'vacancies unfilled gaps shortage fill rate recruitment accepts'],
  [/retention|leaver|stability/, 'retention retained attrition turnover leavers leaving staying stayers'],
  [/^imd-|deprived|decile|applicants|accepted/, 'IMD IoD deprivation deprived disadvantage poverty'],
  [/gp-|ters-|primary-care/, 'GP general practice practitioner family doctor primary care'],
  [/ters-/, 'TERS golden hello incentive under-doctored'],
  [/^gp-fte/, 'IMD deprivation fifths quintile inequality supply'],
  [/need-index/, 'need weighted allocation deprivation'],
  [/rural/, 'rurality remote countryside'],
  [/^population/, 'population people inhabitants census'],
  [/^medical-|^additional-/, 'widening participation medical school students intake'],
  [/hospital-doctor|all-doctors/, 'HCHS secondary care consultants FTE WTE workforce'],
  [/paediatric/, 'paediatrics pediatrics children'],
  [/orthopaedics/, 'T&O orthopedics surgery'],
  [/^f2-/, 'foundation F2 F3 break training'],
];

const STOP_WORDS = new Set(['a', 'an', 'and', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** A shorter word is near too many others: `cost` to `most` and `post`. */
const SHORTEST_TOLERATED = 5;
/** From here two letters may differ, so that two exchanged letters (`vacnacy`) are one slip. */
const LONG_WORD = 7;
/** Share of a word's letters that may differ for the nearest entry. */
const FAR_OFF = 0.4;

const lettersThatMayDiffer = ({ length }: string): number =>
  length < SHORTEST_TOLERATED ? 0 : length < LONG_WORD ? 1 : 2;

const synonymsOf = (id: string): string =>
  SYNONYMS.flatMap(([pattern, words]) => (pattern.test(id) ? [words] : [])).join(' ');

const lowerCase = (word: string): string | null => {
  const term = word.toLowerCase();
  return STOP_WORDS.has(term) ? null : term;
};

function indexOf(entries: readonly CatalogueEntry[]) {
  const index = new MiniSearch({
    fields: ['name', 'shortName', 'group', 'synonyms', 'definition'],
    processTerm: lowerCase,
    searchOptions: { boost: { name: 4, shortName: 4, synonyms: 2, group: 2 }, prefix: true, combineWith: 'AND' },
  });
  index.addAll(
    entries.map(({ indicator: { id, name, shortName, group, definition } }) => {
      return { id, name, shortName, group: GROUP_WORDS[group], synonyms: synonymsOf(id), definition };
    }),
  );
  return index;
}

/**
 * Catalogue entries for what somebody typed, in any case and word order. A word that the catalogue holds is taken as
 * it stands, so that `fill` doesn't bring `full`; any other may have a typing error. Every word must match.
 */
export function searchCatalogue(entries: readonly CatalogueEntry[], typed: string): CatalogueSearch {
  if (typed.trim() === '') return { found: entries, nearest: null };
  const index = indexOf(entries);
  const byId = new Map(entries.map((entry) => [entry.indicator.id, entry]));
  const isHeld = (term: string): boolean => index.search(term).length > 0;
  const fuzzy = (term: string) => (isHeld(term) ? false : lettersThatMayDiffer(term));
  const found = index.search(typed, { fuzzy }).flatMap(({ id }) => byId.get(id) ?? []);
  if (found.length > 0) return { found, nearest: null };
  const [ofSomeWords] = index.search(typed, { fuzzy, combineWith: 'OR' });
  const [farOff] = index.search(typed, { fuzzy: FAR_OFF, combineWith: 'OR' });
  return { found, nearest: byId.get((ofSomeWords ?? farOff)?.id) ?? null };
}
