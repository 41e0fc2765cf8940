import { and, desc, eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { findingRun, release } from '@/db/schema';
import type { Root } from '@/lib/domain/geography/area';

const COLUMNS = {
  release: findingRun.release,
  version: findingRun.version,
  results: findingRun.results,
  computedAt: findingRun.computedAt,
};

export type FindingKey = { root: Root; data: string; version: string };

/** What the cards said of what is published in this state; nothing where they weren't worked out yet. */
export const selectFindingRun = (db: Executor, { root, data, version }: FindingKey) =>
  db
    .select(COLUMNS)
    .from(findingRun)
    .where(and(eq(findingRun.root, root), eq(findingRun.data, data), eq(findingRun.version, version)));

const MOST_RUNS = 100;

/** Newest first; without what was worked out from a cohort, or rounded tables, that are withdrawn. */
export const selectFindingRuns = (db: Executor, root: Root) =>
  db
    .select(COLUMNS)
    .from(findingRun)
    .where(
      and(
        eq(findingRun.root, root),
        sql`not exists (select 1 from ${release} where ${release.id} = any(string_to_array(${findingRun.release}, ' ')) and ${release.status} = 'withdrawn')`,
      ),
    )
    .orderBy(desc(findingRun.computedAt), desc(findingRun.id))
    .limit(MOST_RUNS);
