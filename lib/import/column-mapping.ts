import type { Column } from './column';
import { findTableDataset, TABLE_DATASETS, type TableDataset } from './dataset-list';
import { normaliseHeader } from './header-match';

/** How the columns of a source answer to those of a file that Stead knows: their header → ours. Saved per source. */
export interface ColumnMapping {
  readonly dataset: TableDataset['id'];
  readonly columns: Readonly<Record<string, string>>;
}

export interface MappingSuggestion extends ColumnMapping {
  /** Share of the required columns that something was found for, 0 to 1. */
  readonly requiredShare: number;
}

/** Below this two headers have little in common. */
const ENOUGH_ALIKE = 0.5;

/** Words that sources use for ours. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  period_end: ['date', 'as at', 'period', 'month end', 'quarter end', 'snapshot date'],
  area_code: ['area', 'region', 'region code', 'deanery', 'local office', 'training region'],
  level: ['grade', 'training level', 'training grade'],
  specialty: ['programme specialty', 'speciality'],
  establishment_fte: ['establishment', 'funded posts', 'funded fte', 'posts fte', 'budgeted wte', 'funded wte'],
  in_post_fte: ['in post', 'staff in post', 'actual fte', 'in post wte', 'wte in post'],
  posts: ['posts available', 'vacancies advertised', 'posts on offer', 'number of posts'],
  accepts: ['accepted', 'offers accepted', 'filled', 'posts filled'],
  applicants: ['applications', 'number of applicants'],
  year: ['recruitment year', 'academic year'],
  trainee_ref: ['trainee', 'trainee id', 'doctor reference', 'person id', 'tis id'],
  programme: ['programme name', 'rotation'],
  employer_code: ['employer', 'employing trust', 'trust code', 'lead employer'],
  site_code: ['site', 'hospital', 'site name', 'location'],
  start: ['start date', 'from', 'placement start', 'date from'],
  end: ['end date', 'to', 'placement end', 'date to'],
  wte: ['fte', 'whole time equivalent', 'less than full time'],
  notice_weeks: ['notice', 'weeks of notice', 'weeks notice'],
  home_lad: ['home authority', 'home local authority', 'domicile', 'lad code', 'home area'],
  school_id: ['school', 'medical school', 'provider', 'institution'],
  foundation_area: ['foundation school', 'foundation region'],
  graduates: ['number of graduates', 'qualifiers'],
  entrants: ['number of entrants', 'intake', 'students', 'starters'],
  cohort_year: ['cohort', 'completion year'],
  entry_year: ['year of entry', 'start year'],
  count: ['n', 'number', 'people', 'headcount'],
};

const words = (header: string): string =>
  normaliseHeader(header)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));

interface Spelling {
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}

const spell = (header: string): Spelling => {
  const text = words(header);
  return { text, pairs: pairsOf(text) };
};

/** Dice coefficient of letter pairs: 1 for the same words, 0 for nothing in common. */
const similarity = (one: Spelling, other: Spelling): number => {
  if (one.text === other.text) return one.text === '' ? 0 : 1;
  let shared = 0;
  for (const pair of one.pairs) if (other.pairs.has(pair)) shared += 1;
  return one.pairs.size + other.pairs.size === 0 ? 0 : (2 * shared) / (one.pairs.size + other.pairs.size);
};

export const headerSimilarity = (one: string, other: string): number => similarity(spell(one), spell(other));

/** Some files have 900 columns: names are spelt once. */
const spelt = new WeakMap<Column<unknown>, readonly Spelling[]>();

const namesOf = (column: Column<unknown>): readonly Spelling[] => {
  const known = spelt.get(column);
  if (known) return known;
  const texts = column.also.filter((one) => typeof one === 'string');
  const names = [column.header, ...texts, ...(SYNONYMS[column.header] ?? [])].map(spell);
  spelt.set(column, names);
  return names;
};

const likeness = (header: Spelling, column: Column<unknown>): number =>
  Math.max(...namesOf(column).map((name) => similarity(header, name)));

/** For one dataset: the likeliest pairs first, each header and each column once. */
export const suggestMapping = (headers: readonly string[], id: TableDataset['id']): MappingSuggestion => {
  const columns: readonly Column<unknown>[] = findTableDataset(id)?.columns ?? [];
  const pairs = headers
    .filter((header) => header.trim() !== '')
    .map((header) => ({ header, spelling: spell(header) }))
    .flatMap(({ header, spelling }) => columns.map((column) => ({ header, column, alike: likeness(spelling, column) })))
    .filter(({ alike }) => alike >= ENOUGH_ALIKE)
    .sort((a, b) => b.alike - a.alike);
  const ours = new Set<Column<unknown>>();
  const chosen = new Map<string, string>();
  for (const { header, column } of pairs) {
    if (ours.has(column) || chosen.has(header)) continue;
    ours.add(column);
    chosen.set(header, column.header);
  }
  const required = columns.filter(({ isRequired }) => isRequired);
  const found = required.filter((column) => ours.has(column)).length;
  const requiredShare = required.length === 0 ? 0 : found / required.length;
  return { dataset: id, columns: Object.fromEntries(chosen), requiredShare };
};

/** For every kind of table, the likeliest first; of two alike Stead's own. */
export const suggestMappings = (headers: readonly string[]): readonly MappingSuggestion[] =>
  TABLE_DATASETS.map(({ id }) => suggestMapping(headers, id)).sort((a, b) => b.requiredShare - a.requiredShare);
