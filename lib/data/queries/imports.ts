import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { appUser, columnMapping, importFile } from '@/db/schema';
import { isUnmarked } from '@/db/work-marks';
import { LISTED_IMPORTS } from '@/lib/contracts/import';

export const selectImports = (db: Executor) =>
  db.select().from(importFile).orderBy(desc(importFile.createdAt)).limit(LISTED_IMPORTS);

export const selectImport = (db: Executor, id: string) => db.select().from(importFile).where(eq(importFile.id, id));

/** Names of accounts. For the publisher: analysts have none but their own. */
export const selectNames = (db: Executor, ids: readonly string[]) =>
  db
    .select({ id: appUser.id, name: appUser.name })
    .from(appUser)
    .where(inArray(appUser.id, [...ids]));

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

export const selectMappings = (db: Executor) =>
  db.select().from(columnMapping).orderBy(columnMapping.source, columnMapping.dataset);

export type ImportRow = Awaited<ReturnType<typeof selectImport>>[number];
