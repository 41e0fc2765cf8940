/**
 * Years of the lists of lower layer super output areas (LSOA). Most codes are in both, so that a join across lists loses or
 * misplaces rows without an error.
 */
export type LsoaYear = 2011 | 2021;

/** LSOAs of England in each list (ONS). */
export const LSOA_COUNT: Readonly<Record<LsoaYear, number>> = { 2011: 32_844, 2021: 33_755 };
/** Codes were given out in order: all of 2011 are up to this one, those made for 2021 come after it (ONS). */
export const LAST_CODE_OF_2011 = 'E01033768';
/** Of the codes of 2011, so many are in the list of 2021 too: a file with more of them is of 2011. */
const KEPT_FROM_2011 = 31_810;

const ENGLISH_LSOA = /^E01\d{6}$/;
const HEADER_YEARS: readonly (readonly [RegExp, LsoaYear])[] = [
  [/lsoa.*2011|lsoa_?11/i, 2011],
  [/lsoa.*2021|lsoa_?21/i, 2021],
];

/**
 * `headers_disagree`: columns of both lists. `header_contradicts_codes`: codes that the list of the header doesn't have.
 */
export type VintageDetection =
  | { readonly kind: 'detected'; readonly year: LsoaYear; readonly by: 'header' | 'codes' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly reason: 'headers_disagree' | 'header_contradicts_codes' };

interface LsoaFile {
  readonly headers: readonly string[];
  readonly codes: Iterable<string>;
  /** The list that files of this kind are always of, whatever their headers say. */
  readonly always?: LsoaYear | undefined;
}

const yearsNamed = ({ headers, always }: LsoaFile): LsoaYear[] => [
  ...new Set([
    ...(always === undefined ? [] : [always]),
    ...headers.flatMap((header) => HEADER_YEARS.flatMap(([pattern, year]) => (pattern.test(header) ? [year] : []))),
  ]),
];

/** The year that the codes by themselves prove, or null: one made for 2021, or more of 2011 than that list kept. */
const yearOfCodes = ({ codes }: LsoaFile): LsoaYear | null => {
  const english = [...new Set(codes)].filter((code) => ENGLISH_LSOA.test(code));
  if (english.some((code) => code > LAST_CODE_OF_2011)) return 2021;
  return english.length > KEPT_FROM_2011 ? 2011 : null;
};

/** Which list of LSOAs a file is of, from its headers and its codes; `unknown` where neither tells. */
export const detectLsoaVintage = (file: LsoaFile): VintageDetection => {
  const [named, ...others] = yearsNamed(file);
  const proven = yearOfCodes(file);
  if (others.length > 0) return { kind: 'refused', reason: 'headers_disagree' };
  if (named === undefined)
    return proven === null ? { kind: 'unknown' } : { kind: 'detected', year: proven, by: 'codes' };
  if (proven !== null && proven !== named) return { kind: 'refused', reason: 'header_contradicts_codes' };
  return { kind: 'detected', year: named, by: 'header' };
};

/** `vintage_differs`: the lists are of different years. `vintage_unknown`: one of them doesn't say which it is. */
export type JoinDecision =
  | { readonly kind: 'joinable'; readonly year: number }
  | {
      readonly kind: 'refused';
      readonly reason: 'vintage_differs' | 'vintage_unknown';
      readonly file: number | null;
      readonly lookup: number | null;
    };

/** Whether a file may be joined to a look-up: only where both name the same year of the same list of areas. */
export const joinDecision = (file: number | null, lookup: number | null): JoinDecision => {
  if (file === null || lookup === null) return { kind: 'refused', reason: 'vintage_unknown', file, lookup };
  if (file !== lookup) return { kind: 'refused', reason: 'vintage_differs', file, lookup };
  return { kind: 'joinable', year: file };
};
