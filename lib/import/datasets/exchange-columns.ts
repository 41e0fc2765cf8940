import type { Column } from '@/lib/import/column';
import { requiredNumber } from '@/lib/import/number-column';
import { AREAS_OF_POSTS, HOMES, SCHOOLS } from '@/lib/import/place-column';
import { choiceColumn, codeColumn, optionalChoice, textColumn } from '@/lib/import/text-column';
import { AREA_CODE, HOME_LAD_CODE, SCHOOL_ID } from './code-shapes';

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

/** In small letters and with single spaces: "Paediatrics" and "paediatrics" are one. Names repeat from row to row. */
const plainName = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const plain = text.toLowerCase().replace(/\s+/g, ' ');
    if (known.size < MOST_KNOWN) known.set(text, plain);
    return plain;
  };
};

export const specialtyColumn = (): Column<string> => {
  const column = textColumn('specialty', {
    about: 'Specialty, spelt the same way in every file; capitals and extra spaces make no difference.',
    example: 'paediatrics',
  });
  const plain = plainName();
  return { ...column, read: (raw, cell) => plain(column.read(raw, cell)) };
};

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

export const levelColumn = (): Column<(typeof LEVELS)[number]> => choiceColumn('level', LEVELS, { example: 'ST3' });
export const quintileColumn = (): Column<Quintile | null> =>
  optionalChoice('imd_quintile', QUINTILES, { about: '1 (most deprived) to 5, or empty where not known.' });
export const routeColumn = (): Column<EntryRoute> => choiceColumn('entry_route', ROUTES);

/** "2025", "2024/25", "2020-2024" or "2024-25": the years a table is of, as the source wrote them. */
export const periodColumn = (): Column<string> =>
  codeColumn('period', {
    pattern: /^\d{4}(?:[/-](?:\d{2}|\d{4}))?$/,
    what: 'a year or years, such as 2025, 2024/25 or 2020-2024',
    about: 'Year or years of the table.',
    example: '2020-2024',
  });
