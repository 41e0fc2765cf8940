/**
 * Years of the lists of lower layer super output areas (LSOA). England has 32,844 in the list of 2011 and 33,755 in that
 * of 2021; most codes are in both, so that a join across lists loses or misplaces rows without an error.
 */
export type LsoaYear = 2011 | 2021;

/** The first code given out for the list of 2021; every code of 2011 in England is lower (ONS). */
const FIRST_CODE_OF_2021 = 'E01033769';
const ENGLISH_LSOA = /^E01\d{6}$/;
const LSOA_COUNT: Readonly<Record<LsoaYear, number>> = { 2011: 32_844, 2021: 33_755 };
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
  readonly codes: readonly string[];
  /** All codes of the list of 2021, where a look-up of that list is loaded. */
  readonly listOf2021?: ReadonlySet<string>;
}

const yearsInHeaders = (headers: readonly string[]): LsoaYear[] => [
  ...new Set(
    headers.flatMap((header) => HEADER_YEARS.flatMap(([pattern, year]) => (pattern.test(header) ? [year] : []))),
  ),
];

/** The year that the codes by themselves prove, or null: a code of one list only, or the whole of a list. */
const yearOfCodes = ({ codes, listOf2021 }: LsoaFile): LsoaYear | null => {
  const english = [...new Set(codes.filter((code) => ENGLISH_LSOA.test(code)))];
  if (english.some((code) => code >= FIRST_CODE_OF_2021)) return 2021;
  if (listOf2021 && english.some((code) => !listOf2021.has(code))) return 2011;
  return english.length === LSOA_COUNT[2011] ? 2011 : null;
};

/** Which list of LSOAs a file is of, from its headers and its codes; `unknown` where neither tells. */
export const detectLsoaVintage = (file: LsoaFile): VintageDetection => {
  const years = yearsInHeaders(file.headers);
  const proven = yearOfCodes(file);
  if (years.length > 1) return { kind: 'refused', reason: 'headers_disagree' };
  const [named] = years;
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
