import type { DatasetAbout } from '@/lib/import/dataset';
import type { ImportReport } from '@/lib/import/import-report';
import { findMissingMark, NOT_IN_FILE, type NumberCell } from '@/lib/import/missing-mark';
import { parseNumber } from '@/lib/import/number-column';
import type { SourceRow } from '@/lib/import/row-source';
import { type Quarter, quartersOf } from './vacancy-quarters';

export interface VacancyRecord {
  readonly staffGroup: 'all' | 'nursing' | 'medical';
  readonly regionName: string;
  /** A sector such as Acute; "Total" for all of them, never added to the others. */
  readonly sector: string;
  readonly quarter: string;
  readonly quarterEnd: string;
  /** Vacancies in FTE, or the vacancy rate as a percentage (0-100). */
  readonly measure: 'vacancyFte' | 'vacancyPct';
  readonly value: NumberCell;
}

export const nhsVacancy: DatasetAbout & { readonly id: 'nhs_vacancy' } = {
  id: 'nhs_vacancy',
  title: 'NHS vacancy statistics',
  publisher: 'NHS England',
  about: 'Vacancies and vacancy rates by region, sector and quarter; the sheets of all, nursing and medical staff.',
  isExchange: false,
  isRestricted: false,
};

const staffGroupOf = (sheet: string): VacancyRecord['staffGroup'] | null => {
  if (/medical/i.test(sheet)) return 'medical';
  if (/nurs/i.test(sheet)) return 'nursing';
  return /total|all staff/i.test(sheet) ? 'all' : null;
};

/** The title above a table tells counts from rates; the size of its numbers doesn't. */
const measureOf = (cells: readonly string[]): VacancyRecord['measure'] | null => {
  const title = cells.find((cell) => /vacanc/i.test(cell)) ?? '';
  if (/vacancy rate|%/i.test(title)) return 'vacancyPct';
  return /vacanc(?:y|ies) fte|fte vacanc/i.test(title) ? 'vacancyFte' : null;
};

interface Table {
  readonly measure: VacancyRecord['measure'];
  readonly quarters: readonly Quarter[];
  readonly region: number;
  readonly sector: number;
  readonly records: VacancyRecord[];
  hasPercentSign: boolean;
}

/** Rates are stored as shares under a percentage format, or written with a sign: both come out as 0-100. */
const scaled = ({ measure, records, hasPercentSign }: Table): readonly VacancyRecord[] => {
  if (measure === 'vacancyFte' || hasPercentSign) return records;
  const isShare = records.every(({ value }) => typeof value !== 'number' || Math.abs(value) <= 1);
  if (!isShare) return records;
  return records.map((one) => (typeof one.value === 'number' ? { ...one, value: one.value * 100 } : one));
};

export interface VacancySheet {
  readonly read: (row: SourceRow) => void;
  readonly end: () => readonly VacancyRecord[];
}

const headerAt = (cells: readonly string[], word: string): number =>
  cells.findIndex((cell) => cell.trim().toLowerCase() === word);

/** Reads the stacked tables of one sheet; null where the sheet's name says no staff group. */
export const openVacancySheet = (sheet: string, report: ImportReport): VacancySheet | null => {
  const staffGroup = staffGroupOf(sheet);
  if (staffGroup === null) return null;
  const done: VacancyRecord[] = [];
  let title: VacancyRecord['measure'] | null = null;
  let table: Table | null = null;
  let regionName = '';

  const close = (): void => {
    if (table) done.push(...scaled(table));
    table = null;
  };
  const open = ({ row, cells }: SourceRow, quarters: readonly Quarter[]): void => {
    close();
    if (title === null) {
      const message = `The sheet ${sheet} has a table without a title that says FTE or vacancy rate. Put the title back.`;
      report.error({ row, column: '', value: '', rule: 'no_table_title', message });
      return;
    }
    const [region, sector] = [headerAt(cells, 'region'), headerAt(cells, 'sector')];
    table = { measure: title, quarters, region, sector, records: [], hasPercentSign: false };
    title = null;
    regionName = '';
  };
  const readCell = (raw: string, row: number, { name }: Quarter, into: Table): NumberCell => {
    const text = raw.trim();
    const mark = findMissingMark(text, false);
    if (mark) return mark;
    if (text.endsWith('%')) into.hasPercentSign = true;
    const value = parseNumber(text.replace(/\s*%$/, ''));
    if (value !== null) return value;
    const message = `Sheet ${sheet}: this is not a number.`;
    report.error({ row, column: name, value: text, rule: 'bad_number', message });
    return NOT_IN_FILE;
  };
  const readRow = ({ row, cells }: SourceRow, into: Table): void => {
    // The region stands on the first row of its group only.
    regionName = (cells[into.region] ?? '').trim() || regionName;
    const sector = (cells[into.sector] ?? '').trim();
    for (const quarter of into.quarters) {
      const value = readCell(cells[quarter.column] ?? '', row, quarter, into);
      if (value === NOT_IN_FILE) continue;
      const { name, end } = quarter;
      into.records.push({
        staffGroup,
        regionName,
        sector,
        quarter: name,
        quarterEnd: end,
        measure: into.measure,
        value,
      });
    }
  };

  return {
    read: (row) => {
      const quarters = quartersOf(row.cells);
      if (quarters.length > 0) return open(row, quarters);
      const measure = measureOf(row.cells);
      const isDataRow = table !== null && (row.cells[table.sector] ?? '').trim() !== '';
      if (table && isDataRow && row.cells.length > table.sector + 1) return readRow(row, table);
      if (measure !== null) {
        close();
        title = measure;
      }
    },
    end: () => {
      close();
      return done;
    },
  };
};
