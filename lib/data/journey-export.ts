import 'server-only';
import type { JourneyFilterQuery, JourneyTableQuery } from '@/lib/contracts/journeys';
import { type FileFormat, tableOf } from '@/lib/contracts/table-file';
import { countryOf } from '@/lib/domain/geography/area';
import { STATUS_MARKS } from '@/lib/domain/indicators/absence-mark';
import { CHARACTERISTICS } from '@/lib/domain/journeys/journey-shapes';
import { getJourneyTable } from './journeys';
import { type ExportedFile, exportTable } from './table-export';

const COLUMNS = [
  ...['row_code', 'row_name', 'column_code', 'column_name', 'period', 'narrowed_to', 'status', 'status_mark', 'count'],
  ...['root', 'disclosure_rule', 'rounding_base', 'source', 'publisher', 'licence', 'release'],
];

/** `sex=F`, or nothing: what a table is narrowed to. */
const narrowedTo = (filter: JourneyFilterQuery): string =>
  CHARACTERISTICS.flatMap((by) => (filter[by] === undefined ? [] : [`${by}=${filter[by]}`])).join(' ');

/** A table of journeys as a file, one line per cell, with its papers. */
export async function exportJourneyTable(
  shapeId: string,
  query: JourneyTableQuery,
  format: FileFormat,
): Promise<ExportedFile> {
  const view = await getJourneyTable(shapeId, query);
  const papers = {
    period: view.filter.period ?? 'all years',
    narrowed_to: narrowedTo(view.filter),
    root: countryOf(view.country).code,
    disclosure_rule: view.source.ruleSet,
    rounding_base: view.source.roundingBase,
    source: view.source.title,
    publisher: view.source.publisher,
    licence: view.source.licence,
    release: view.source.releaseId,
  };
  const lines = view.rows.flatMap((row) =>
    view.columns.map((column, at) => {
      const cell = row.cells[at] ?? { kind: 'suppressed' as const };
      return {
        row_code: row.code,
        row_name: row.name,
        column_code: column.code,
        column_name: column.name,
        ...papers,
        status: cell.kind,
        status_mark: STATUS_MARKS[cell.kind],
        count: cell.kind === 'value' ? cell.count : null,
      };
    }),
  );
  const table = tableOf(view.title, COLUMNS, lines);
  return exportTable({ table, format, name: `stead-journeys-${shapeId}`, action: 'journeys.export', subject: shapeId });
}
