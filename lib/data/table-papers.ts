import type { TableFile } from '@/lib/contracts/table-file';
import { ORRINMARK } from '@/lib/domain/geography/area';
import { ABSENCE_MARKS, MARK_WORDS } from '@/lib/domain/indicators/absence-mark';

/** Columns whose distinct values are said once more for the whole file. */
const SUMMED_UP = ['provenance', 'source', 'publisher', 'licence', 'release', 'period', 'disclosure_rule'];
const MOST_VALUES = 40;

const DEMONSTRATION = 'Demonstration data: fictional areas and figures.';

function valuesOf({ columns, rows }: TableFile, column: string): string[] {
  const at = columns.indexOf(column);
  if (at < 0) return [];
  return [...new Set(rows.flatMap((row) => row[at] ?? []).map(String))].filter((value) => value !== '').sort();
}

const listed = (values: readonly string[]): string =>
  values.length > MOST_VALUES
    ? `${values.slice(0, MOST_VALUES).join('; ')}; and ${values.length - MOST_VALUES} more`
    : values.join('; ');

/** The table is about the fictional country. */
export const isFictional = (table: TableFile): boolean =>
  valuesOf(table, 'provenance').includes('demonstration') || valuesOf(table, 'root').includes(ORRINMARK);

/** The table with what is known about it as a whole: when it was made, what it rests on, what its marks mean. */
export function withPapers(table: TableFile, madeOn: string): TableFile {
  const summed = SUMMED_UP.flatMap((column): [string, string][] => {
    const values = valuesOf(table, column);
    return values.length > 0 ? [[column, listed(values)]] : [];
  });
  const marks: [string, string][] = table.columns.includes('status_mark')
    ? ABSENCE_MARKS.map((mark) => [`status mark ${mark}`, MARK_WORDS[mark]])
    : [];
  const warning: [string, string][] = isFictional(table) ? [['warning', DEMONSTRATION]] : [];
  return {
    ...table,
    papers: [
      ['made on', madeOn],
      ['rows', String(table.rows.length)],
      ...table.papers,
      ...warning,
      ...summed,
      ...marks,
    ],
  };
}
