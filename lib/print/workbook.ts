import writeXlsxFile from 'write-excel-file/node';
import { type TableFile, workbookSheets } from '@/lib/contracts/table-file';

/** The table as an XLSX file with a data sheet and a metadata sheet. */
export const renderWorkbook = async (table: TableFile): Promise<Uint8Array> =>
  new Uint8Array(await writeXlsxFile(workbookSheets(table)).toBuffer());
