import {
  CONTENT_TYPES,
  CSV_OPTIONS,
  type FileFormat,
  type TableFile,
  workbookSheets,
} from '@/lib/contracts/table-file';

/** A table that is on the page as a file, made in the browser by the rules of every other export. Loaded when it is asked for. */
export async function tableBlob(table: TableFile, format: FileFormat): Promise<Blob> {
  if (format === 'csv') {
    const { stringify } = await import('csv-stringify/browser/esm/sync');
    const text = stringify([table.columns, ...table.rows], { ...CSV_OPTIONS, bom: true });
    return new Blob([text], { type: CONTENT_TYPES.csv });
  }
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  return writeXlsxFile(workbookSheets(table)).toBlob();
}
