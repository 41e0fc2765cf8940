import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { CONTENT_TYPES, CSV_OPTIONS, type FileFormat, type TableFile } from '@/lib/contracts/table-file';
import { runJob } from '@/lib/jobs/runner';
import { workbookTask } from '@/lib/jobs/task-contracts';
import { recordAudit } from './audit';
import { today } from './clock';
import { TooLarge } from './errors';
import { fictionalPart, withPapers } from './table-papers';
import { asViewer, requireViewer } from './viewer';

export type ExportedFile = { fileName: string; contentType: string; body: string | Uint8Array };

/** More cells would take a worker more than about ten seconds and Excel long to open. */
const MOST_WORKBOOK_CELLS = 1_500_000;

/** A spreadsheet program reads UTF-8 only where the file begins with a byte-order mark; other programs are better off without. */
export const csvOf = ({ columns, rows }: TableFile, options: { bom: boolean }): string =>
  stringify([columns, ...rows], { ...CSV_OPTIONS, bom: options.bom });

async function bodyOf(table: TableFile, format: FileFormat): Promise<string | Uint8Array> {
  if (format === 'csv') return csvOf(table, { bom: true });
  if (table.rows.length * table.columns.length > MOST_WORKBOOK_CELLS) {
    throw new TooLarge('The table is too large for a workbook: narrow it, or take CSV.');
  }
  return runJob(workbookTask, table);
}

type ExportRequest = {
  table: TableFile;
  format: FileFormat;
  /** Without extension. */
  name: string;
  action: string;
  subject: string;
};

/** Writes a table that the viewer has read as a file; each export is audited. */
export async function exportTable({ table, format, name, action, subject }: ExportRequest): Promise<ExportedFile> {
  const viewer = await requireViewer();
  const body = await bodyOf(withPapers(table, today()), format);
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, { action, subject, detail: { format, rows: table.rows.length } }),
  );
  // A table without papers says by its name alone that it is invented; one of both countries says it row by row.
  const mark = fictionalPart(table) === 'all' ? '-demonstration' : '';
  return { fileName: `${name}${mark}.${format}`, contentType: CONTENT_TYPES[format], body };
}
