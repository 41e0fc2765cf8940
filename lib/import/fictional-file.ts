import { encodingOf } from './file-kind';
import type { ImportFile } from './import-file';

/** A code of the fictional country at the start of a cell: `XD-TR-kelvarrow`. */
const FICTIONAL_CODE = /(?:^|[",;|\t\r\n])XD-/;

/** Whether a file of text names places of the fictional country, told from its first part: a file is of one country. */
export async function namesFictionalPlaces(file: ImportFile): Promise<boolean> {
  // The mark at its start is no part of the text. Bytes that aren't UTF-8 after all change no code.
  for await (const chunk of file.chunks()) {
    return FICTIONAL_CODE.test(new TextDecoder(encodingOf(chunk).encoding).decode(chunk));
  }
  return false;
}
