import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { importFile, release, source } from '@/db/schema';
import type { Root } from '@/lib/domain/geography/area';
import type { HomeSchoolRow, SchoolFoundationRow } from '@/lib/domain/journeys/rounded-rows';
import { isSourceOf } from './root-of-source';

export type RoundedRelease = { id: string; title: string; publisher: string; licence: string; ruleSet: string };

/** With the base that was given with the file; null where none was. */
type RoundedReleaseRow = RoundedRelease & { roundingBase: number | null };

/** What the rows of each kind of rounded table hold, as they were read. */
export type RoundedRows = { home_school: HomeSchoolRow; school_foundation: SchoolFoundationRow };
export type RoundedDataset = keyof RoundedRows;

/** Published releases of a kind of file, newest first: a file of other years stands beside the newest. */
export const selectReleasesOf = (tx: Executor, root: Root, dataset: string): Promise<RoundedReleaseRow[]> =>
  tx
    .select({
      id: release.id,
      title: release.title,
      publisher: source.publisher,
      licence: source.licence,
      ruleSet: source.ruleSet,
      roundingBase: sql<number | null>`(${importFile.vintage}->'given'->>'roundingBase')::int`,
    })
    .from(release)
    .innerJoin(source, eq(source.id, release.sourceId))
    .leftJoin(importFile, eq(importFile.releaseId, release.id))
    .where(and(eq(release.status, 'published'), eq(release.dataset, dataset), isSourceOf(root)))
    .orderBy(desc(release.loadedAt), desc(release.id));

/** For the publisher only. */
export async function selectRoundedRows<Dataset extends RoundedDataset>(
  tx: Executor,
  releaseId: string,
  dataset: Dataset,
): Promise<RoundedRows[Dataset][]> {
  const result = await tx.execute(
    sql`select body from source_row where release_id = ${releaseId} and dataset = ${dataset}`,
  );
  const rows = z.array(z.object({ body: z.custom<RoundedRows[Dataset]>() }));
  return z
    .object({ rows })
    .parse(result)
    .rows.map(({ body }) => body);
}
