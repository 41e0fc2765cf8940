import { and, asc, desc, eq, lte, ne, or, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { area, indicator, lever, observation, release, source } from '@/db/schema';

const columns = {
  indicatorId: observation.indicatorId,
  areaCode: observation.areaCode,
  areaName: area.name,
  breakdown: observation.breakdown,
  periodLabel: observation.periodLabel,
  periodStart: observation.periodStart,
  periodEnd: observation.periodEnd,
  numerator: observation.numerator,
  denominator: observation.denominator,
  value: observation.value,
  status: observation.status,
  // Whatever made them: figures of the fictional country are marked as such.
  provenance: sql<string>`case ${area.root} when 'demonstration' then 'demonstration' else ${observation.provenance} end`,
  note: observation.note,
  releaseId: observation.releaseId,
  intervalMethod: indicator.intervalMethod,
  unit: indicator.unit,
  sourceId: source.id,
  sourceName: source.name,
  sourcePublisher: source.publisher,
  sourceUrl: source.url,
  sourceLicence: source.licence,
  sourceRuleSet: source.ruleSet,
};

/** Published, or scheduled for a day that has come. */
const isShown = (today: string) =>
  or(eq(release.status, 'published'), and(eq(release.status, 'scheduled'), lte(release.publishOn, today)));

/**
 * All observations that are shown, newest period first within an indicator, area and breakdown. Where releases give the
 * same figure, the one that was loaded last.
 */
export const selectAllFigures = (db: Executor, today: string) =>
  db
    .selectDistinctOn(
      [indicator.sort, indicator.id, observation.areaCode, observation.breakdown, observation.periodEnd],
      columns,
    )
    .from(observation)
    .innerJoin(release, eq(release.id, observation.releaseId))
    .innerJoin(source, eq(source.id, release.sourceId))
    .innerJoin(indicator, eq(indicator.id, observation.indicatorId))
    .innerJoin(area, eq(area.code, observation.areaCode))
    .where(isShown(today))
    .orderBy(
      asc(indicator.sort),
      asc(indicator.id),
      asc(observation.areaCode),
      asc(observation.breakdown),
      desc(observation.periodEnd),
      desc(release.loadedAt),
      desc(release.id),
    );

/** Figures that releases which are shown give with different values, in the order in which these were loaded. */
export const selectRepeatedFigures = (db: Executor, today: string) => {
  const told = db
    .select({
      indicatorId: observation.indicatorId,
      areaCode: observation.areaCode,
      breakdown: observation.breakdown,
      periodEnd: observation.periodEnd,
    })
    .from(observation)
    .innerJoin(release, eq(release.id, observation.releaseId))
    .innerJoin(indicator, eq(indicator.id, observation.indicatorId))
    .where(isShown(today))
    .groupBy(observation.indicatorId, observation.areaCode, observation.breakdown, observation.periodEnd)
    .having(
      sql`count(*) > 1 and (min(${observation.status}) <> max(${observation.status})
        or round(min(${observation.value})::numeric, min(${indicator.decimals})) <> round(max(${observation.value})::numeric, min(${indicator.decimals})))`,
    )
    .as('told');
  return db
    .select(columns)
    .from(observation)
    .innerJoin(
      told,
      and(
        eq(told.indicatorId, observation.indicatorId),
        eq(told.areaCode, observation.areaCode),
        eq(told.breakdown, observation.breakdown),
        eq(told.periodEnd, observation.periodEnd),
      ),
    )
    .innerJoin(release, eq(release.id, observation.releaseId))
    .innerJoin(source, eq(source.id, release.sourceId))
    .innerJoin(indicator, eq(indicator.id, observation.indicatorId))
    .innerJoin(area, eq(area.code, observation.areaCode))
    .where(isShown(today))
    .orderBy(asc(release.loadedAt), asc(release.id));
};

export type ObservationRow = Awaited<ReturnType<typeof selectAllFigures>>[number];

/** Changes with every publication and withdrawal. */
export const selectPublishedVersion = (db: Executor) =>
  db
    .select({
      packs: sql<number>`(select count(*) from published_pack)`,
      releases: sql<number>`count(*) filter (where ${release.status} = 'published')`,
      states: sql<string>`md5(string_agg(${release.id} || ${release.status}, ',' order by ${release.id}))`,
      lastLoaded: sql<string>`greatest(max(${release.loadedAt}) filter (where ${release.status} = 'published'), (select max(loaded_at) from published_pack))::text`,
      codes: sql<string | null>`(select max(changed_at)::text from area_alias)`,
    })
    .from(release);

export const selectLevers = (db: Executor) =>
  db.select({ id: lever.id, body: lever.body }).from(lever).orderBy(asc(lever.sort));

export const selectIndicators = (db: Executor) =>
  db
    .select({
      id: indicator.id,
      name: indicator.name,
      shortName: indicator.shortName,
      group: indicator.group,
      unit: indicator.unit,
      decimals: indicator.decimals,
      polarity: indicator.polarity,
      display: indicator.display,
      definition: indicator.definition,
      numerator: indicator.numerator,
      denominator: indicator.denominator,
      method: indicator.method,
      intervalMethod: indicator.intervalMethod,
      caveat: indicator.caveat,
      breakdownKind: indicator.breakdownKind,
      loadHint: indicator.loadHint,
      author: indicator.author,
      checker: indicator.checker,
      reviewedOn: indicator.reviewedOn,
      nextReviewOn: indicator.nextReviewOn,
    })
    .from(indicator)
    .orderBy(asc(indicator.sort));

export const selectReleases = (db: Executor) =>
  db
    .select({
      id: release.id,
      title: release.title,
      publishedOn: release.publishedOn,
      status: release.status,
      note: release.note,
      loadedAt: release.loadedAt,
      vintage: release.vintage,
      dataset: release.dataset,
      withdrawnFor: release.withdrawnFor,
      withdrawnReason: release.withdrawnReason,
      sourceId: source.id,
      sourceName: source.name,
      publisher: source.publisher,
      url: source.url,
      licence: source.licence,
    })
    .from(release)
    .innerJoin(source, eq(source.id, release.sourceId))
    .where(ne(release.status, 'staged'))
    .orderBy(asc(release.id));
