import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { columnMapping, importFile } from '@/db/schema';
import { isUnmarked } from '@/db/work-marks';

export const selectImports = (db: Executor) =>
  db.select().from(importFile).orderBy(desc(importFile.createdAt)).limit(200);

export const selectImport = (db: Executor, id: string) => db.select().from(importFile).where(eq(importFile.id, id));

export const selectLiveImport = (db: Executor, { sha256, said }: { sha256: string; said: string }) =>
  db
    .select()
    .from(importFile)
    .where(
      and(
        eq(importFile.sha256, sha256),
        eq(importFile.said, said),
        inArray(importFile.status, ['reading', 'ready', 'scheduled', 'published']),
      ),
    );

/** Readings whose process is gone; those of this process are given. */
export const selectCutOff = (db: Executor, own: readonly string[]) =>
  db
    .select({ id: importFile.id, releaseId: importFile.releaseId })
    .from(importFile)
    .where(
      and(
        eq(importFile.status, 'reading'),
        notInArray(importFile.id, [...own]),
        isUnmarked(sql`${importFile.id}::text`),
      ),
    );

export const selectMapping = (db: Executor, signature: string) =>
  db
    .select({ dataset: columnMapping.dataset, columns: columnMapping.columns })
    .from(columnMapping)
    .where(eq(columnMapping.signature, signature));

export type ImportRow = Awaited<ReturnType<typeof selectImport>>[number];
