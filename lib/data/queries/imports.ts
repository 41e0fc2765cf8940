import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { columnMapping, importFile } from '@/db/schema';

export const selectImports = (db: Executor) =>
  db.select().from(importFile).orderBy(desc(importFile.createdAt)).limit(200);

export const selectImport = (db: Executor, id: string) => db.select().from(importFile).where(eq(importFile.id, id));

export const selectLiveImport = (db: Executor, sha256: string) =>
  db
    .select()
    .from(importFile)
    .where(
      and(eq(importFile.sha256, sha256), inArray(importFile.status, ['reading', 'ready', 'scheduled', 'published'])),
    );

/** Readings that were cut off: nobody has heard of them since. */
export const selectCutOff = (db: Executor, silentSeconds: number) =>
  db
    .select({ id: importFile.id, releaseId: importFile.releaseId })
    .from(importFile)
    .where(
      and(
        eq(importFile.status, 'reading'),
        lt(importFile.heardAt, sql`now() - make_interval(secs => ${silentSeconds})`),
      ),
    );

export const selectMapping = (db: Executor, signature: string) =>
  db
    .select({ dataset: columnMapping.dataset, columns: columnMapping.columns })
    .from(columnMapping)
    .where(eq(columnMapping.signature, signature));

export type ImportRow = Awaited<ReturnType<typeof selectImport>>[number];
