import type { TableFile } from '@/lib/contracts/table-file';
import { ORRINMARK } from '@/lib/domain/geography/area';
import { markPapers } from '@/lib/domain/indicators/absence-mark';

/** Columns whose distinct values are said once more for the whole file. */
const SUMMED_UP = ['provenance', 'source', 'publisher', 'licence', 'release', 'period', 'disclosure_rule'];
const MOST_VALUES = 40;

function valuesOf({ columns, rows }: TableFile, column: string): string[] {
  const at = columns.indexOf(column);
  if (at < 0) return [];
  return [...new Set(rows.flatMap((row) => row[at] ?? []).map(String))].filter((value) => value !== '').sort();
}

const listed = (values: readonly string[]): string =>
  values.length > MOST_VALUES
    ? `${values.slice(0, MOST_VALUES).join('; ')}; and ${values.length - MOST_VALUES} more`
    : values.join('; ');

/** How much of the table is about the fictional country. */
export function fictionalPart(table: TableFile): 'none' | 'some' | 'all' {
  const roots = valuesOf(table, 'root');
  if (roots.length > 1) return roots.includes(ORRINMARK) ? 'some' : 'none';
  return roots.includes(ORRINMARK) || valuesOf(table, 'provenance').includes('demonstration') ? 'all' : 'none';
}

const WARNINGS: Readonly<Record<ReturnType<typeof fictionalPart>, readonly [string, string][]>> = {
  none: [],
  some: [['warning', `Rows with the root ${ORRINMARK} are demonstration data: fictional areas and figures.`]],
  all: [['warning', 'Demonstration data: fictional areas and figures.']],
};

/** The table with what is known about it as a whole: when it was made, what it rests on, what its marks mean. */
export function withPapers(table: TableFile, madeOn: string): TableFile {
  const summed = SUMMED_UP.flatMap((column): [string, string][] => {
    const values = valuesOf(table, column);
    return values.length > 0 ? [[column, listed(values)]] : [];
  });
  const marks = table.columns.includes('status_mark') ? markPapers() : [];
  return {
    ...table,
    papers: [
      ['made on', madeOn],
      ['rows', String(table.rows.length)],
      ...table.papers,
      ...WARNINGS[fictionalPart(table)],
      ...summed,
      ...marks,
    ],
  };
}
