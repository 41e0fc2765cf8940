import { createHash } from 'node:crypto';
import type { ImportFile } from './import-file';
import { FileRefused } from './refusal';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a file is, told from its content and never from its name. */
export interface FileKind {
  readonly kind: 'csv' | 'workbook' | 'geojson';
  readonly encoding: TextEncoding;
  /** Bytes of the byte order mark. */
  readonly bomBytes: number;
  readonly nulBytes: number;
}

const HEAD_BYTES = 1 << 16;
/** Share of control characters above which bytes are no text. */
const MAX_CONTROL_SHARE = 0.01;

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

const OLD_EXCEL_OR_LOCKED =
  'This is an old Excel file (.xls), or a workbook with a password. Save it as .xlsx without a password, or as CSV.';

const refuseBinary = (head: Uint8Array): void => {
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileRefused('not_xlsx', OLD_EXCEL_OR_LOCKED);
  const isOther = startsWith(head, 0x89, 0x50, 0x4e, 0x47) || startsWith(head, 0x25, 0x50, 0x44, 0x46);
  if (isOther || startsWith(head, 0x1f, 0x8b)) {
    throw new FileRefused(
      'not_text',
      'This is a picture, a PDF or a compressed file. Stead reads CSV, .xlsx and GeoJSON.',
    );
  }
};

const refuseWrongText = (head: Uint8Array): void => {
  const text = Buffer.from(head.subarray(0, 1024)).toString('latin1').trimStart().toLowerCase();
  if (text.startsWith('version https://git-lfs')) {
    throw new FileRefused('lfs_pointer', 'This is a pointer to a large file, not the file. Download the file itself.');
  }
  if (/^(?:ï»¿)?<(?:!doctype html|html|head|body|\?xml)/.test(text)) {
    throw new FileRefused('html_not_csv', 'This is a web page, perhaps a sign-in page. Download the file itself.');
  }
};

/** The encoding that the first bytes say; text without a mark is taken for UTF-8 until all of it was read. */
export const encodingOf = (head: Uint8Array): { encoding: TextEncoding; bomBytes: number } => {
  if (startsWith(head, 0xff, 0xfe)) return { encoding: 'utf-16le', bomBytes: 2 };
  if (startsWith(head, 0xfe, 0xff)) return { encoding: 'utf-16be', bomBytes: 2 };
  return { encoding: 'utf-8', bomBytes: startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0 };
};

/** Control characters other than tab, line feed, vertical tab, form feed, carriage return; a NUL counts. */
const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20);

const refuseControlCharacters = (head: Uint8Array): void => {
  let found = 0;
  for (const byte of head) if (isControl(byte)) found += 1;
  // A stray NUL or two is a known fault of published files.
  if (found > 4 && found > head.length * MAX_CONTROL_SHARE) {
    throw new FileRefused('not_text', 'This is not a text file. Stead reads CSV (UTF-8), .xlsx and GeoJSON.');
  }
};

const firstCharacter = (head: Uint8Array, bomBytes: number): number | undefined =>
  head.subarray(bomBytes).find((byte) => byte > 0x20);

const kindOf = (head: Uint8Array, encoding: TextEncoding, bomBytes: number): FileKind['kind'] => {
  refuseBinary(head);
  if (startsWith(head, 0x50, 0x4b)) return 'workbook';
  if (encoding !== 'utf-8') return 'csv';
  refuseWrongText(head);
  refuseControlCharacters(head);
  return firstCharacter(head, bomBytes) === 0x7b ? 'geojson' : 'csv';
};

const countNuls = (chunk: Uint8Array): number => {
  let count = 0;
  for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) count += 1;
  return count;
};

const readHead = async (file: ImportFile): Promise<Uint8Array> => {
  for await (const chunk of file.chunks()) return chunk.subarray(0, HEAD_BYTES);
  throw new FileRefused('empty_file', 'The file is empty.');
};

/** Reads the whole file once. */
export const checksum = async (file: ImportFile): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of file.chunks()) hash.update(chunk);
  return hash.digest('hex');
};

const isValidUtf8 = (decoder: TextDecoder, chunk?: Uint8Array): boolean => {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    // TextDecoder tells of a wrong byte only by throwing.
    return false;
  }
};

/**
 * What a file is, by one reading of all of it: text that isn't UTF-8 throughout is read as Windows-1252.
 * @throws FileRefused where it is nothing that can be imported.
 */
export const inspectFile = async (file: ImportFile): Promise<FileKind> => {
  const head = await readHead(file);
  const { encoding, bomBytes } = encodingOf(head);
  const kind = kindOf(head, encoding, bomBytes);
  if (kind === 'workbook' || encoding !== 'utf-8') {
    return { kind, encoding, bomBytes, nulBytes: 0 };
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let nulBytes = 0;
  for await (const chunk of file.chunks()) {
    nulBytes += countNuls(chunk);
    isUtf8 = isUtf8 && isValidUtf8(decoder, chunk);
  }
  isUtf8 = isUtf8 && isValidUtf8(decoder);
  return { kind, encoding: isUtf8 ? 'utf-8' : 'windows-1252', bomBytes, nulBytes };
};
