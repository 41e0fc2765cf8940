import { type Vintage, vintageWords } from '@/lib/import/vintage';

/** What a person says of a file that doesn't say it itself. */
export type GivenAbout = {
  /** A year, a financial year as 2025/26, or a day. */
  readonly period?: string | undefined;
  readonly areaCode?: string | undefined;
};

export const GIVEN_PERIOD = /^\d{4}(?:\/\d{2}|-\d{2}-\d{2})?$/;

const yearsInName = /(?<!\d)(20\d{2})[_ /–-](?:20)?(\d{2})(?!\d)/;

/** "2025_2026.csv" is of 2025/26. */
export const financialYearIn = (fileName: string): string | null => {
  const [, first, second] = yearsInName.exec(fileName) ?? [];
  if (first === undefined || second === undefined) return null;
  return (Number(first) + 1) % 100 === Number(second) ? `${first}/${second}` : null;
};

/** Kept in the ledger: the vintage of the file, and what else is needed to know what it is of. */
export type LedgerVintage = Vintage & { readonly areaCode: string | null };

/** The file's own time stands; else the one given, else the financial year in the name of an allocations file. */
export const withGiven = (
  vintage: Vintage,
  { dataset, fileName, given }: { dataset: string; fileName: string; given: GivenAbout },
): LedgerVintage => {
  const areaCode = given.areaCode ?? null;
  if (vintage.from !== null) return { ...vintage, areaCode };
  const inName = dataset === 'nhse_allocations_practice' ? financialYearIn(fileName) : null;
  const period = given.period ?? inName;
  return { ...vintage, from: period, to: period, areaCode };
};

/** "LSOA 2021, ICB 2025, 2025-10-31", and the area where it was given. */
export const ledgerWords = ({ areaCode, ...vintage }: LedgerVintage): string | null =>
  [vintageWords(vintage), areaCode].filter((words) => words !== null).join(', ') || null;
