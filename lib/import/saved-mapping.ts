import { type ColumnMapping, suggestMapping } from './column-mapping';
import { findTableDataset } from './dataset-list';
import { normaliseHeader } from './header-match';

/** What the columns of a source's files of one kind stand for, with the headers that it was said of. */
export interface SourceMapping extends ColumnMapping {
  readonly source: string;
  readonly headers: readonly string[];
}

/** Names of a source compare without case and surplus spaces. */
export const normaliseSource = (source: string): string => normaliseHeader(source);

const headerSet = (headers: readonly string[]): ReadonlySet<string> =>
  new Set(headers.map(normaliseHeader).filter((header) => header !== ''));

/** The same headers, in any order. */
const hasHeaders = (headers: readonly string[], { headers: saved }: SourceMapping): boolean => {
  const [given, known] = [headerSet(headers), headerSet(saved)];
  return given.size === known.size && [...given].every((header) => known.has(header));
};

const sharedHeaders = (headers: readonly string[], { headers: saved }: SourceMapping): number => {
  const known = headerSet(saved);
  return [...headerSet(headers)].filter((header) => known.has(header)).length;
};

const pairsOf = ({ columns }: ColumnMapping): string =>
  JSON.stringify(
    Object.entries(columns)
      .map(([theirs, ours]) => [normaliseHeader(theirs), ours])
      .sort(([one = ''], [other = '']) => one.localeCompare(other, 'en')),
  );

/** Whether two mappings make the same of a file. */
export const isSameMapping = (one: ColumnMapping, other: ColumnMapping): boolean =>
  one.dataset === other.dataset && pairsOf(one) === pairsOf(other);

/**
 * The saved mapping that a file is read with: of the named source, or of any where none is named, for these very headers. None
 * where two fit that don't say the same: then somebody has to say which source it is.
 */
export const findMapping = <Saved extends SourceMapping>(
  headers: readonly string[],
  source: string | null,
  saved: readonly Saved[],
): Saved | null => {
  const fitting = saved.filter(
    (one) => hasHeaders(headers, one) && (source === null || normaliseSource(one.source) === normaliseSource(source)),
  );
  const [first] = fitting;
  return first && fitting.every((one) => isSameMapping(one, first)) ? first : null;
};

/** A source's files change little: below this share of common headers a mapping says nothing of another file. */
const ENOUGH_SHARED = 0.5;

/** What the form begins with: the mapping of the source for the headers that it had before. */
export interface MappingOffer extends ColumnMapping {
  readonly source: string;
  /** Headers that the source didn't have when its mapping was saved, and those that are gone. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** The old mapping of a source whose headers changed: of the named source, or of the one whose headers are the most alike. */
export const offerMapping = (
  headers: readonly string[],
  source: string | null,
  saved: readonly SourceMapping[],
): MappingOffer | null => {
  const own = source === null ? [] : saved.filter((one) => normaliseSource(one.source) === normaliseSource(source));
  const alike = saved.filter((one) => sharedHeaders(headers, one) >= ENOUGH_SHARED * headerSet(one.headers).size);
  const [nearest] = (own.length > 0 ? own : source === null ? alike : []).toSorted(
    (one, other) => sharedHeaders(headers, other) - sharedHeaders(headers, one),
  );
  if (!nearest) return null;
  const [given, known] = [headerSet(headers), headerSet(nearest.headers)];
  const ours = new Map(Object.entries(nearest.columns).map(([theirs, name]) => [normaliseHeader(theirs), name]));
  const kept = headers.flatMap((header) => {
    const name = ours.get(normaliseHeader(header));
    return name === undefined ? [] : ([[header, name]] as const);
  });
  return {
    dataset: nearest.dataset,
    source: nearest.source,
    columns: Object.fromEntries(kept),
    added: headers.filter((header) => header.trim() !== '' && !known.has(normaliseHeader(header))),
    gone: nearest.headers.filter((header) => header.trim() !== '' && !given.has(normaliseHeader(header))),
  };
};

/** Columns that no header is mapped to, though the file needs them. */
export const missingColumns = ({ dataset, columns }: ColumnMapping): string[] => {
  const mapped = new Set(Object.values(columns));
  return (findTableDataset(dataset)?.columns ?? [])
    .filter(({ isRequired, header }) => isRequired && !mapped.has(header))
    .map(({ header }) => header);
};

/** A mapping out of the header chosen for each column of a dataset, '' for none; and headers that were chosen twice. */
export const mappingOf = (dataset: ColumnMapping['dataset'], chosen: readonly string[]) => {
  const ours = findTableDataset(dataset)?.columns ?? [];
  const pairs = ours.flatMap(({ header }, at) => {
    const theirs = chosen[at] ?? '';
    return theirs === '' ? [] : [{ theirs, header }];
  });
  const twice = pairs.flatMap(({ theirs, header }, index) =>
    pairs.findIndex((pair) => pair.theirs === theirs) < index
      ? [{ column: header, message: `“${theirs}” is chosen twice. Choose another column for ${header}, or none.` }]
      : [],
  );
  const columns = Object.fromEntries(pairs.map(({ theirs, header }) => [theirs, header]));
  return { mapping: { dataset, columns }, twice };
};

/** What is wrong with a mapping before any row is read, and with which of our columns. */
export const mappingFaults = (mapping: ColumnMapping): { column: string; message: string }[] => {
  const known = (findTableDataset(mapping.dataset)?.columns ?? []).map(({ header }) => header);
  const names = Object.values(mapping.columns);
  const unknown = [...new Set(names.filter((name) => !known.includes(name)))];
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  return [
    ...unknown.map((column) => ({
      column,
      message: `${mapping.dataset} has no column ${column}. It has ${known.join(', ')}.`,
    })),
    ...twice.map((column) => ({ column, message: `Two columns stand for ${column}. Leave one of them out.` })),
    ...missingColumns(mapping).map((column) => ({
      column,
      message: `No column stands for ${column}, which is needed.`,
    })),
  ];
};

/** The old mapping of the source, with what else the headers suggest for columns that it leaves open. */
export const filledOffer = (headers: readonly string[], offer: ColumnMapping): ColumnMapping => {
  const taken = new Set(Object.values(offer.columns));
  const more = Object.entries(suggestMapping(headers, offer.dataset).columns).filter(
    ([header, name]) => !taken.has(name) && offer.columns[header] === undefined,
  );
  return { dataset: offer.dataset, columns: { ...Object.fromEntries(more), ...offer.columns } };
};
