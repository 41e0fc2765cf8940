import type { Column } from './column';

/** The codes of places that a column of an exchange file names, those that are in no list by right left out. */
export interface NamedPlaces {
  readonly header: string;
  readonly codes: readonly string[];
}

/** There are fewer areas than this: a column that names more is told row by row, from what is stored of it. */
const MOST_CODES = 10_000;

/** The distinct codes of one column, collected as its cells are read: also from rows that have other faults. */
export const createNamedPlaces = ({ header, place }: Column<unknown>) => {
  const codes = new Set<string>();
  return {
    add: (code: string): void => {
      if (codes.size <= MOST_CODES) codes.add(code);
    },
    /** Null where they are too many to list. */
    list: (): NamedPlaces | null =>
      codes.size > MOST_CODES ? null : { header, codes: [...codes].filter((code) => place?.isKnown(code) !== true) },
  };
};
