import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { FileRefused } from './refusal';

/** A file to read, more than once if need be. `name` is without folders. */
export interface ImportFile {
  readonly name: string;
  readonly size: number;
  readonly chunks: () => AsyncIterable<Uint8Array>;
  readonly bytes: () => Promise<Uint8Array>;
}

const CHUNK_BYTES = 1 << 18;

export const fileInMemory = (name: string, bytes: Uint8Array): ImportFile => ({
  name,
  size: bytes.length,
  async *chunks() {
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES) yield bytes.subarray(start, start + CHUNK_BYTES);
  },
  bytes: async () => bytes,
});

async function* readChunks(file: string, size: number, changedAt: number): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    // Checksum and rows come from two readings: a file that is written to in between must not pass.
    const now = await handle.stat();
    if (now.size !== size || now.mtimeMs !== changedAt) {
      throw new FileRefused(
        'file_changed',
        'The file changed while it was read. Close it in other programs, then try again.',
      );
    }
    for (;;) {
      // A buffer of its own each time: the parser keeps the one before.
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** @throws where there is no such file. */
export const fileOnDisk = async (file: string): Promise<ImportFile> => {
  const { size, mtimeMs } = await stat(file);
  return {
    name: path.basename(file),
    size,
    chunks: () => readChunks(file, size, mtimeMs),
    bytes: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of readChunks(file, size, mtimeMs)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
};
