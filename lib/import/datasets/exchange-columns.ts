import type { CellContext, Column } from '@/lib/import/column';
import { requiredNumber } from '@/lib/import/number-column';
import { AREAS_OF_POSTS, HOMES, SCHOOLS } from '@/lib/import/place-column';
import { choiceColumn, codeColumn, optionalChoice, textColumn } from '@/lib/import/text-column';
import { AREA_CODE, HOME_LAD_CODE, SCHOOL_ID } from './code-shapes';
import { isNoTotal } from './total-row';

/** Columns that several exchange files share. Each call makes a column of its own. */

export const areaColumn = (): Column<string> =>
  codeColumn('area_code', {
    ...AREA_CODE,
    about: 'Training region, ICB, NHS region, foundation area or the whole country.',
    example: 'TR-yorkshire-and-the-humber',
    place: AREAS_OF_POSTS,
  });

export const homeColumn = (): Column<string> =>
  codeColumn('home_lad', {
    ...HOME_LAD_CODE,
    about: 'Local authority of the home before medical school.',
    example: 'E08000035',
    place: HOMES,
  });

export const schoolColumn = (): Column<string> =>
  codeColumn('school_id', {
    ...SCHOOL_ID,
    about: 'Medical school, by its identifier in Stead.',
    example: 'university-of-leeds',
    place: SCHOOLS,
  });

const MOST_KNOWN = 1_000;

const inPlainLetters = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

/** Specialty in small letters and with single spaces: "Paediatrics" and "paediatrics" are one. Names repeat from row to row. */
const specialtyOf = (take: (plain: string, cell: CellContext) => boolean): Column<string> => {
  const column = textColumn('specialty', {
    about: 'Specialty, spelt the same way in every file; capitals and extra spaces make no difference.',
    example: 'paediatrics',
  });
  const known = new Map<string, string>();
  return {
    ...column,
    read: (raw, cell) => {
      const text = column.read(raw, cell);
      const found = known.get(text);
      if (found !== undefined) return found;
      const plain = inPlainLetters(text);
      if (take(plain, cell) && known.size < MOST_KNOWN) known.set(text, plain);
      return plain;
    },
  };
};

export const specialtyColumn = (): Column<string> => specialtyOf(() => true);

/** The specialty of rows that are added up: none is a total of others. */
export const addedSpecialty = (): Column<string> => specialtyOf(isNoTotal);

export const yearColumn = (header: string, about: string, example = '2025'): Column<number> =>
  requiredNumber(header, { isInteger: true, min: 1990, max: 2100, about, example });

export const LEVELS = [
  'F1',
  'F2',
  'CT1',
  'CT2',
  'CT3',
  'ST1',
  'ST2',
  'ST3',
  'ST4',
  'ST5',
  'ST6',
  'ST7',
  'ST8',
  'CT1/ST1',
] as const;
const ROUTES = ['standard', 'graduate', 'gateway'] as const;
const QUINTILES = ['1', '2', '3', '4', '5'] as const;

export type Quintile = (typeof QUINTILES)[number];
export type EntryRoute = (typeof ROUTES)[number];

export type Level = (typeof LEVELS)[number];

export const levelColumn = (): Column<Level> => choiceColumn('level', LEVELS, { example: 'ST3' });

const known: ReadonlySet<string> = new Set(LEVELS);

/** The level of rows that are added up: none is a total of others. */
export const addedLevel = (): Column<Level> => {
  const column = levelColumn();
  return {
    ...column,
    read: (raw, cell) =>
      raw === null || known.has(raw) || isNoTotal(inPlainLetters(raw), cell) ? column.read(raw, cell) : LEVELS[0],
  };
};

export const quintileColumn = (): Column<Quintile | null> =>
  optionalChoice('imd_quintile', QUINTILES, { about: '1 (most deprived) to 5, or empty where not known.' });
export const routeColumn = (): Column<EntryRoute> => choiceColumn('entry_route', ROUTES);
