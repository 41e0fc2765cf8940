import 'server-only';
import { stringify } from 'csv-stringify/sync';
import type { CountQuery } from '@/lib/contracts/count-table';
import type { PublishedCell } from '@/lib/domain/disclosure/protected-table';
import { recordAudit } from './audit';
import { getCountTable } from './count-tables';
import { asViewer, requireViewer } from './viewer';

/** Spreadsheets add up what is in a cell: a hidden count leaves it empty, its status says why. */
const countOf = (cell: PublishedCell | undefined): number | null => (cell?.kind === 'value' ? cell.count : null);

/** A table of counts as CSV, one line per cell, with its papers. */
export async function exportCountTable(shapeId: string, query: CountQuery): Promise<string> {
  const view = await getCountTable(shapeId, query);
  const viewer = await requireViewer();
  await asViewer(viewer, (tx) => recordAudit(tx, viewer, { action: 'counts.export', subject: shapeId }));
  const lines = view.rows.flatMap((row) =>
    view.columns.map((column, at) => ({
      row_code: row.code,
      row_name: row.name,
      column_code: column.code,
      column_name: column.name,
      period: view.period.label,
      status: row.cells[at]?.kind ?? 'suppressed',
      count: countOf(row.cells[at]),
      disclosure_rule: view.source.ruleSet,
      source: view.source.name,
      licence: view.source.licence,
      release: view.releaseId,
    })),
  );
  return stringify(lines, {
    header: true,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { number: String },
  });
}
