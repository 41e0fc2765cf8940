import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileRefused } from './refusal';

const MEBIBYTE = 1 << 20;
export const MAX_WORKBOOK_BYTES = 20 * MEBIBYTE;
const MAX_INFLATED_BYTES = 200 * MEBIBYTE;
const MAX_RATIO = 100;
/** Small entries compress well and harm nobody. */
const RATIO_FROM_BYTES = MEBIBYTE;
const MAX_ENTRIES = 200;
const DATA_DESCRIPTOR = 0x8;

export interface Archive {
  readonly names: readonly string[];
  /** @throws FileRefused where the archive has no such entry. */
  readonly open: (name: string) => Promise<Readable>;
  readonly close: () => void;
}

const damaged = (): FileRefused =>
  new FileRefused('damaged_zip', 'The workbook is damaged or was cut short. Download or save it again.');

const refusalOf = (error: unknown): FileRefused => {
  if (error instanceof FileRefused) return error;
  const message = error instanceof Error ? error.message : '';
  if (/relative path|absolute path|invalid characters in fileName|backslash/i.test(message)) {
    return new FileRefused(
      'unsafe_path',
      'The workbook holds a file that would be written outside its folder. It is refused.',
    );
  }
  return damaged();
};

const openZip = async (bytes: Uint8Array): Promise<ZipFile> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
};

const checkEntry = (entry: Entry): void => {
  if (entry.isEncrypted()) {
    throw new FileRefused('encrypted', 'The workbook has a password. Save it without one.');
  }
  const { compressedSize, uncompressedSize } = entry;
  const isDense = uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO;
  if (isDense || uncompressedSize > MAX_INFLATED_BYTES) {
    throw new FileRefused(
      'zip_bomb',
      'A part of the workbook unpacks to more than 100 times its size, or to more than 200 MB.',
    );
  }
};

/** A local header that tells another size than the directory is how a file shows two faces to two programs. */
const checkLocalHeader = async (zip: ZipFile, entry: Entry): Promise<void> => {
  const local = await zip.readLocalFileHeaderPromise(entry);
  const hasDescriptor = (local.generalPurposeBitFlag & DATA_DESCRIPTOR) !== 0;
  const zip64 = 0xffffffff;
  const agrees = (here: number, there: number): boolean =>
    here === there || here === zip64 || (hasDescriptor && here === 0);
  const isSame =
    agrees(local.uncompressedSize, entry.uncompressedSize) &&
    agrees(local.compressedSize, entry.compressedSize) &&
    local.compressionMethod === entry.compressionMethod;
  if (!isSame) throw new FileRefused('zip_sizes_differ', 'The workbook states two sizes for one part. It is refused.');
};

const refuseOverlap = (entries: readonly Entry[]): void => {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1];
    if (next && entry.relativeOffsetOfLocalHeader + entry.compressedSize > next.relativeOffsetOfLocalHeader) {
      throw new FileRefused('zip_bomb', 'Parts of the workbook overlap. It is refused.');
    }
  });
};

const listEntries = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  if (zip.entryCount > MAX_ENTRIES) {
    throw new FileRefused(
      'too_many_entries',
      `The workbook holds ${zip.entryCount} parts; at most ${MAX_ENTRIES} are read.`,
    );
  }
  const entries = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry);
    inflated += entry.uncompressedSize;
    if (inflated > MAX_INFLATED_BYTES) throw new FileRefused('zip_bomb', 'The workbook unpacks to more than 200 MB.');
    await checkLocalHeader(zip, entry);
    if (entries.has(entry.fileName)) throw new FileRefused('duplicate_entry', 'The workbook holds one part twice.');
    entries.set(entry.fileName, entry);
  }
  refuseOverlap([...entries.values()]);
  return entries;
};

/**
 * Opens a zip archive whose directory keeps within the limits; nothing is unpacked yet.
 * @throws FileRefused with the reason.
 */
export const openArchive = async (bytes: Uint8Array): Promise<Archive> => {
  if (bytes.length > MAX_WORKBOOK_BYTES) {
    throw new FileRefused('workbook_too_large', 'The workbook is larger than 20 MB. Save its sheet as CSV.');
  }
  try {
    const zip = await openZip(bytes);
    const entries = await listEntries(zip);
    return {
      names: [...entries.keys()],
      open: async (name) => {
        const entry = entries.get(name);
        if (!entry) throw damaged();
        return zip.openReadStreamPromise(entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    throw refusalOf(error);
  }
};
