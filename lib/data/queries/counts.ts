import { and, asc, desc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { countTable, release, source } from '@/db/schema';
import type { Root } from '@/lib/domain/geography/area';
import { isSourceOf } from './root-of-source';

const about = {
  shapeId: countTable.shapeId,
  periodLabel: countTable.periodLabel,
  periodStart: countTable.periodStart,
  periodEnd: countTable.periodEnd,
  releaseId: countTable.releaseId,
  sourceName: source.name,
};

/** Tables of published releases that the role may read, newest period first. */
export const selectCountTables = (db: Executor, root: Root) =>
  db
    .select(about)
    .from(countTable)
    .innerJoin(release, eq(release.id, countTable.releaseId))
    .innerJoin(source, eq(source.id, release.sourceId))
    .where(and(eq(release.status, 'published'), isSourceOf(root)))
    .orderBy(asc(countTable.shapeId), desc(countTable.periodEnd), desc(countTable.publishedAt));

type CountTableKey = { shapeId: string; periodEnd: string };

/** One table of a published release: the newest where several hold the period. */
export const selectCountTable = (db: Executor, root: Root, { shapeId, periodEnd }: CountTableKey) =>
  db
    .select({
      ...about,
      body: countTable.body,
      source: {
        id: source.id,
        name: source.name,
        publisher: source.publisher,
        url: source.url,
        licence: source.licence,
        ruleSet: source.ruleSet,
      },
    })
    .from(countTable)
    .innerJoin(release, eq(release.id, countTable.releaseId))
    .innerJoin(source, eq(source.id, release.sourceId))
    .where(
      and(
        eq(release.status, 'published'),
        isSourceOf(root),
        eq(countTable.shapeId, shapeId),
        eq(countTable.periodEnd, periodEnd),
      ),
    )
    .orderBy(desc(countTable.publishedAt), desc(countTable.id))
    .limit(1);

/** Everything ever published about these people, withdrawn or not: readers have seen it. */
export const selectPublishedAbout = (db: Executor, root: Root, dataset: string, periodEnd: string) =>
  db
    .select({
      dataset: countTable.dataset,
      period: countTable.periodEnd,
      release: countTable.releaseId,
      rowDimension: countTable.rowDimension,
      columnDimension: countTable.columnDimension,
      table: countTable.body,
    })
    .from(countTable)
    .innerJoin(release, eq(release.id, countTable.releaseId))
    .innerJoin(source, eq(source.id, release.sourceId))
    .where(and(isSourceOf(root), eq(countTable.dataset, dataset), eq(countTable.periodEnd, periodEnd)))
    .orderBy(asc(countTable.id));

export const selectRuleSet = (db: Executor, releaseId: string) =>
  db
    .select({ ruleSet: source.ruleSet, sourceId: source.id })
    .from(release)
    .innerJoin(source, eq(source.id, release.sourceId))
    .where(eq(release.id, releaseId));
