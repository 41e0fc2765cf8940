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
  regionName: string;
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

interface SheetFacts {
  readonly sheet: string;
  readonly staffGroup: VacancyRecord['staffGroup'];
  readonly report: ImportReport;
}

const readCell = (
  raw: string,
  row: number,
  { name }: Quarter,
  table: Table,
  { sheet, report }: SheetFacts,
): NumberCell => {
  const text = raw.trim();
  const mark = findMissingMark(text, false);
  if (mark) return mark;
  if (text.endsWith('%')) table.hasPercentSign = true;
  const value = parseNumber(text.replace(/\s*%$/, ''));
  if (value !== null) return value;
  report.error({
    row,
    column: name,
    value: text,
    rule: 'bad_number',
    message: `Sheet ${sheet}: this is not a number.`,
  });
  return NOT_IN_FILE;
};

const readRow = ({ row, cells }: SourceRow, table: Table, facts: SheetFacts): void => {
  // The region stands on the first row of its group only.
  table.regionName = (cells[table.region] ?? '').trim() || table.regionName;
  const { measure, regionName } = table;
  const sector = (cells[table.sector] ?? '').trim();
  for (const quarter of table.quarters) {
    const value = readCell(cells[quarter.column] ?? '', row, quarter, table, facts);
    if (value === NOT_IN_FILE) continue;
    const time = { quarter: quarter.name, quarterEnd: quarter.end };
    table.records.push({ staffGroup: facts.staffGroup, regionName, sector, ...time, measure, value });
  }
};

const openTable = ({ cells }: SourceRow, quarters: readonly Quarter[], measure: Table['measure']): Table => ({
  measure,
  quarters,
  region: headerAt(cells, 'region'),
  sector: headerAt(cells, 'sector'),
  records: [],
  hasPercentSign: false,
  regionName: '',
});

/** Reads the stacked tables of one sheet; null where the sheet's name says no staff group. */
export const openVacancySheet = (sheet: string, report: ImportReport): VacancySheet | null => {
  const staffGroup = staffGroupOf(sheet);
  if (staffGroup === null) return null;
  const done: VacancyRecord[] = [];
  let title: VacancyRecord['measure'] | null = null;
  let table: Table | null = null;

  const close = (): void => {
    if (table) done.push(...scaled(table));
    table = null;
  };
  const open = (row: SourceRow, quarters: readonly Quarter[]): void => {
    close();
    if (title !== null) table = openTable(row, quarters, title);
    else {
      const message = `The sheet ${sheet} has a table without a title that says FTE or vacancy rate. Put the title back.`;
      report.error({ row: row.row, column: '', value: '', rule: 'no_table_title', message });
    }
    title = null;
  };

  return {
    read: (row) => {
      const quarters = quartersOf(row.cells);
      if (quarters.length > 0) return open(row, quarters);
      const isDataRow = table !== null && (row.cells[table.sector] ?? '').trim() !== '';
      if (table && isDataRow) return readRow(row, table, { sheet, staffGroup, report });
      const measure = measureOf(row.cells);
      if (measure === null) return;
      close();
      title = measure;
    },
    end: () => {
      close();
      return done;
    },
  };
};
