import type { Column, Geography } from './column';

/** How the headers of a file fit a dataset. */
export interface HeaderMatch {
  /** Index of each column that the file has. */
  readonly positions: ReadonlyMap<Column<unknown>, number>;
  readonly missing: readonly Column<unknown>[];
  /** Headers of the file that no column answers to. */
  readonly unknown: readonly string[];
  readonly geography: Readonly<Partial<Record<Geography, number>>>;
  /** Share of the required columns that are there, 0 to 1. */
  readonly requiredShare: number;
}

/** Some publications cut their headers at 80 characters, and a space at the end is no part of one. */
const CUT_AT = 79;

export const normaliseHeader = (header: string): string => header.trim().replace(/\s+/g, ' ').toLowerCase();

/** Headers as written, and as compared. */
export interface Headers {
  readonly shown: readonly string[];
  readonly normalised: readonly string[];
  /** First index of each, and of those that may have been cut also by their beginning. */
  readonly places: ReadonlyMap<string, number>;
}

const CUT_LENGTHS = [CUT_AT, CUT_AT + 1];

export const headersOf = (cells: readonly string[]): Headers => {
  const normalised = cells.map(normaliseHeader);
  const places = new Map<string, number>();
  normalised.forEach((header, index) => {
    if (header === '') return;
    if (!places.has(header)) places.set(header, index);
    const start = header.slice(0, CUT_AT);
    if (CUT_LENGTHS.includes(header.length) && !places.has(start)) places.set(start, index);
  });
  return { shown: cells, normalised, places };
};

interface Names {
  readonly texts: readonly string[];
  readonly patterns: readonly RegExp[];
}

const namesCache = new WeakMap<Column<unknown>, Names>();

const namesOf = (column: Column<unknown>): Names => {
  const cached = namesCache.get(column);
  if (cached) return cached;
  const texts = [column.header, ...column.also.filter((one) => typeof one === 'string')].map(normaliseHeader);
  const names = { texts, patterns: column.also.filter((one) => one instanceof RegExp) };
  namesCache.set(column, names);
  return names;
};

const findHeader = (column: Column<unknown>, headers: Headers, taken: ReadonlySet<number>): number => {
  const { texts, patterns } = namesOf(column);
  for (const text of texts) {
    const index = headers.places.get(text) ?? headers.places.get(text.slice(0, CUT_AT));
    if (index !== undefined && !taken.has(index)) return index;
  }
  if (patterns.length === 0) return -1;
  return headers.normalised.findIndex(
    (header, index) => header !== '' && !taken.has(index) && patterns.some((one) => one.test(header)),
  );
};

const yearIn = (column: Column<unknown>, header: string): number | null => {
  for (const pattern of namesOf(column).patterns) {
    const year = Number(pattern.exec(header)?.[1] ?? Number.NaN);
    if (Number.isInteger(year)) return year < 100 ? 2000 + year : year;
  }
  return null;
};

/** The years of codes, as far as the headers at these places name them. */
export const geographyIn = (positions: HeaderMatch['positions'], { normalised }: Headers): HeaderMatch['geography'] => {
  const geography: Partial<Record<Geography, number>> = {};
  for (const [column, index] of positions) {
    const year = column.geography === null ? null : yearIn(column, normalised[index] ?? '');
    if (column.geography !== null && year !== null) geography[column.geography] = year;
  }
  return geography;
};

/** Headers that stand more than once. */
export const duplicateHeaders = (shown: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return shown.filter((header) => {
    const normalised = normaliseHeader(header);
    const isDuplicate = normalised !== '' && seen.has(normalised);
    seen.add(normalised);
    return isDuplicate;
  });
};

/** Fits headers to columns, by name and in any order; case and spaces don't count. */
export const matchHeaders = (
  columns: readonly Column<unknown>[],
  all: Headers,
  ignored: RegExp | null,
): HeaderMatch => {
  const { shown, normalised: headers } = all;
  const positions = new Map<Column<unknown>, number>();
  const taken = new Set<number>();
  for (const column of columns) {
    const index = findHeader(column, all, taken);
    if (index < 0) continue;
    positions.set(column, index);
    taken.add(index);
  }
  const required = columns.filter(({ isRequired }) => isRequired);
  const missing = required.filter((column) => !positions.has(column));
  return {
    positions,
    missing,
    unknown: shown.filter((_, index) => {
      const normalised = headers[index] ?? '';
      return !taken.has(index) && normalised !== '' && !ignored?.test(normalised);
    }),
    geography: geographyIn(positions, all),
    requiredShare: required.length === 0 ? 0 : 1 - missing.length / required.length,
  };
};
