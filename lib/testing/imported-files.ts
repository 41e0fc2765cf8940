import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Database, withPublisher } from '@/db/client';
import type { ImportEntry } from '@/lib/contracts/import';
import { publishImport, stageImport, withdrawRelease } from '@/lib/data/imports';
import { forgetPublished } from '@/lib/data/published-store';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';

const Stored = z.object({
  indicatorId: z.string(),
  areaCode: z.string(),
  breakdown: z.string(),
  label: z.string(),
  end: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  note: z.string().nullable(),
});
export type Stored = z.infer<typeof Stored>;

/** Files made in a folder of their own and imported as an analyst; `close` removes the folder. */
export function importedFiles(db: Database, analyst: Viewer) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stead-imports-'));
  const write = (fileName: string, content: string | Uint8Array): string => {
    const file = path.join(folder, fileName);
    writeFileSync(file, content);
    return file;
  };
  const stage = async (fileName: string, content: string | Uint8Array, given = {}): Promise<ImportEntry> => {
    const file = write(fileName, content);
    const { entry } = await runAs(analyst, () => stageImport({ file, fileName, isLocalOnly: true, given }));
    return entry;
  };
  return {
    write,
    stage,
    publish: async (fileName: string, content: string | Uint8Array, given = {}): Promise<ImportEntry> => {
      const { id } = await stage(fileName, content, given);
      return runAs(analyst, () => publishImport(id));
    },
    withdraw: (entry: ImportEntry) =>
      runAs(analyst, () => withdrawRelease(entry.releaseId ?? '', 'ordinary', 'Wrong file')),
    /** Figures below the release of an import, shown or not. */
    figures: async ({ releaseId }: ImportEntry, indicatorId?: string): Promise<Stored[]> => {
      const result = await withPublisher(db, (tx) =>
        tx.execute(sql`
          select indicator_id as "indicatorId", area_code as "areaCode", breakdown, period_label as label,
            period_end::text as end, value, numerator, denominator, note
          from observation where release_id = ${releaseId} and indicator_id = coalesce(${indicatorId ?? null}, indicator_id)
          order by 1, 2, 3, 5`),
      );
      return z.object({ rows: z.array(Stored) }).parse(result).rows;
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

export const csvOf = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;

/** The day has come for all that was set for one. */
export async function comeDue(db: Database): Promise<void> {
  await withPublisher(db, (tx) =>
    tx.execute(sql`update release set publish_on = '2026-01-02' where status = 'scheduled'`),
  );
  await forgetPublished();
}
