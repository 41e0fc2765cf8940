import { asc, eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { area, areaMembership, areaSuccessor, source } from '@/db/schema';

export const selectAllAreas = (db: Executor) =>
  db
    .select({
      code: area.code,
      name: area.name,
      type: area.type,
      root: area.root,
      validFrom: area.validFrom,
      validTo: area.validTo,
      latitude: area.latitude,
      longitude: area.longitude,
      note: area.note,
    })
    .from(area)
    .orderBy(asc(area.name), asc(area.code));

/** What took over which area. The source's note stands where a share had to be worked out. */
export const selectSuccessors = (db: Executor) =>
  db
    .select({
      fromCode: areaSuccessor.fromCode,
      toCode: areaSuccessor.toCode,
      onDate: areaSuccessor.onDate,
      weight: areaSuccessor.weight,
      basis: sql<string | null>`case when ${areaSuccessor.weight} < 1 then ${source.note} end`,
      sourceName: source.name,
    })
    .from(areaSuccessor)
    .leftJoin(source, eq(source.id, areaSuccessor.sourceId))
    .orderBy(asc(areaSuccessor.onDate), asc(areaSuccessor.fromCode), asc(areaSuccessor.toCode));

/** Each child with its parents' names and types. */
export const selectAllMemberships = (db: Executor) =>
  db
    .select({
      childCode: areaMembership.childCode,
      code: area.code,
      name: area.name,
      type: area.type,
      weight: areaMembership.weight,
      basis: areaMembership.basis,
    })
    .from(areaMembership)
    .innerJoin(area, eq(area.code, areaMembership.parentCode))
    .orderBy(asc(areaMembership.childCode), asc(area.type), asc(area.name));
