import { and, asc, desc, eq, inArray, ne, or, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { area, indicator, observation, release, source } from '@/db/schema';

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
  provenance: observation.provenance,
  note: observation.note,
  releaseId: observation.releaseId,
  intervalMethod: indicator.intervalMethod,
  unit: indicator.unit,
  sourceId: source.id,
  sourceName: source.name,
  sourcePublisher: source.publisher,
  sourceUrl: source.url,
  sourceLicence: source.licence,
};

/** Observations of published releases, newest period first within an indicator, area and breakdown. */
const selectWhere = (db: Executor, condition: SQL | undefined) =>
  db
    .select(columns)
    .from(observation)
    .innerJoin(release, eq(release.id, observation.releaseId))
    .innerJoin(source, eq(source.id, release.sourceId))
    .innerJoin(indicator, eq(indicator.id, observation.indicatorId))
    .innerJoin(area, eq(area.code, observation.areaCode))
    .where(and(eq(release.status, 'published'), condition))
    .orderBy(asc(indicator.sort), asc(observation.areaCode), asc(observation.breakdown), desc(observation.periodEnd));

export type ObservationRow = Awaited<ReturnType<typeof selectWhere>>[number];

export const selectFiguresOfIndicator = (db: Executor, indicatorId: string) =>
  selectWhere(db, eq(observation.indicatorId, indicatorId));

/** An area, the national areas, and — without the catalogue-only indicators — the areas of its type. */
export const selectFiguresForProfile = (
  db: Executor,
  { areaCode, national, root, type }: { areaCode: string; national: readonly string[]; root: string; type: string },
) =>
  selectWhere(
    db,
    or(
      inArray(observation.areaCode, [areaCode, ...national]),
      and(eq(area.type, type), eq(area.root, root), ne(indicator.display, 'catalogue')),
    ),
  );

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
      sourceName: source.name,
      publisher: source.publisher,
      url: source.url,
      licence: source.licence,
    })
    .from(release)
    .innerJoin(source, eq(source.id, release.sourceId))
    .orderBy(asc(release.id));
