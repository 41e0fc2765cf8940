import { fileInMemory } from '@/lib/import/import-file';
import { type ImportBatch, type ImportReading, type ReadOptions, readImport } from '@/lib/import/read-import';

export interface ReadFixture {
  readonly reading: ImportReading;
  readonly batches: readonly ImportBatch[];
  /** Records of all batches, whatever their dataset. */
  readonly records: readonly object[];
}

/** Reads text or bytes as a file of this name. */
export const readFixture = async (
  content: string | Uint8Array,
  options: Omit<ReadOptions, 'onRecords'> = {},
): Promise<ReadFixture> => {
  const batches: ImportBatch[] = [];
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const reading = await readImport(fileInMemory('fixture', bytes), {
    ...options,
    onRecords: async (batch) => {
      batches.push(batch);
    },
  });
  return { reading, batches, records: batches.flatMap<object>(({ records }) => [...records]) };
};

/** Lines as a CSV file. */
export const csv = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;
