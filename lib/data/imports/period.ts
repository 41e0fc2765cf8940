import type { GivenAbout, MatchedVintage } from '@/lib/contracts/import';
import type { AreaType } from '@/lib/domain/geography/area';
import { AREA_TYPE_WORDS } from '@/lib/format/words';
import type { Geography } from '@/lib/import/column';
import { type Vintage, vintageWords } from '@/lib/import/vintage';
import { areaFor } from './said';

const yearsInName = /(?<!\d)(20\d{2})[_ /–-](?:20)?(\d{2})(?!\d)/;

/** "2025_2026.csv" is of 2025/26. */
export const financialYearIn = (fileName: string): string | null => {
  const [, first, second] = yearsInName.exec(fileName) ?? [];
  if (first === undefined || second === undefined) return null;
  return (Number(first) + 1) % 100 === Number(second) ? `${first}/${second}` : null;
};

/** Kept in the ledger: the vintage of the file, and what else is needed to know what it is of. */
export type LedgerVintage = Vintage & { readonly areaCode: string | null; readonly areas: readonly MatchedVintage[] };

type GivenWith = { dataset: string; fileName: string; given: GivenAbout; areas?: readonly MatchedVintage[] };

/** The file's own time stands; else the one given, else the financial year in the name of an allocations file. */
export const withGiven = (vintage: Vintage, { dataset, fileName, given, areas = [] }: GivenWith): LedgerVintage => {
  const areaCode = areaFor(dataset, given);
  if (vintage.from !== null) return { ...vintage, areaCode, areas };
  const inName = dataset === 'nhse_allocations_practice' ? financialYearIn(fileName) : null;
  const period = given.period ?? inName;
  return { ...vintage, from: period, to: period, areaCode, areas };
};

/** Types of area whose year a header names. */
const NAMED_BY_HEADER: Readonly<Partial<Record<AreaType, Geography>>> = { icb: 'icb', local_authority: 'lad' };

const isNamed = ({ type }: MatchedVintage, { geography }: Vintage): boolean => {
  const named = NAMED_BY_HEADER[type];
  return named !== undefined && geography[named] !== undefined;
};

const listWords = ({ type, from, to, isMixed }: MatchedVintage): string => {
  const what = AREA_TYPE_WORDS[type];
  if (isMixed) return `${what} codes of several lists`;
  return [`${what} list`, from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`]
    .filter((word) => word !== '')
    .join(' ');
};

/** "LSOA 2021, ICB 2025, 2025-10-31", the lists that only the codes tell, and the area where it was given. */
export const ledgerWords = ({ areaCode, areas, ...vintage }: LedgerVintage): string | null =>
  [vintageWords(vintage), ...areas.filter((one) => !isNamed(one, vintage)).map(listWords), areaCode]
    .filter((words) => words !== null)
    .join(', ') || null;
