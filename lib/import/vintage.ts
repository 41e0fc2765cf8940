import type { Geography } from './column';

/** What a file is of: the years of its codes, as its headers name them, and the time its rows cover (ISO dates or years). */
export interface Vintage {
  readonly geography: Readonly<Partial<Record<Geography, number>>>;
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_VINTAGE: Vintage = { geography: {}, from: null, to: null };

const WORDS: readonly (readonly [Geography, string])[] = [
  ['lsoa', 'LSOA'],
  ['sicbl', 'sub-ICB'],
  ['icb', 'ICB'],
  ['cal', 'cancer alliance'],
  ['lad', 'local authority'],
  ['region', 'region'],
];

/** "LSOA 2021, ICB 2025, 2025-10-31"; null where the file says nothing. */
export const vintageWords = ({ geography, from, to }: Vintage): string | null => {
  const years = WORDS.flatMap(([key, word]) => (geography[key] === undefined ? [] : [`${word} ${geography[key]}`]));
  const time = from === null ? [] : [from === to || to === null ? from : `${from} to ${to}`];
  return [...years, ...time].join(', ') || null;
};
