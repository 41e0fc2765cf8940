import 'server-only';
import type { CountQuery } from '@/lib/contracts/count-table';
import { type FileFormat, tableOf } from '@/lib/contracts/table-file';
import type { PublishedCell } from '@/lib/domain/disclosure/protected-table';
import { countryOf } from '@/lib/domain/geography/area';
import { STATUS_MARKS } from '@/lib/domain/indicators/absence-mark';
import { getCountTable } from './count-tables';
import { type ExportedFile, exportTable } from './table-export';

/** Spreadsheets add up what is in a cell: a hidden count leaves it empty, its status says why. */
const countOf = (cell: PublishedCell | undefined): number | null => (cell?.kind === 'value' ? cell.count : null);

const COLUMNS = [
  ...['row_code', 'row_name', 'column_code', 'column_name', 'period', 'period_start', 'period_end', 'status'],
  ...['status_mark', 'count', 'root', 'disclosure_rule', 'source', 'publisher', 'licence', 'source_url', 'release'],
];

/** A table of counts as a file, one line per cell, with its papers. */
export async function exportCountTable(shapeId: string, query: CountQuery, format: FileFormat): Promise<ExportedFile> {
  const view = await getCountTable(shapeId, query);
  const lines = view.rows.flatMap((row) =>
    view.columns.map((column, at) => {
      const status = row.cells[at]?.kind ?? 'suppressed';
      return {
        row_code: row.code,
        row_name: row.name,
        column_code: column.code,
        column_name: column.name,
        period: view.period.label,
        period_start: view.period.start,
        period_end: view.period.end,
        status,
        status_mark: STATUS_MARKS[status],
        count: countOf(row.cells[at]),
        root: countryOf(view.country).code,
        disclosure_rule: view.source.ruleSet,
        source: view.source.name,
        publisher: view.source.publisher,
        licence: view.source.licence,
        source_url: view.source.url,
        release: view.releaseId,
      };
    }),
  );
  const table = tableOf(view.title, COLUMNS, lines);
  return exportTable({ table, format, name: `stead-${shapeId}`, action: 'counts.export', subject: shapeId });
}
