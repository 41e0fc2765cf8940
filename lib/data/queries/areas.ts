import { asc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { area, areaMembership } from '@/db/schema';

export const selectAllAreas = (db: Executor) =>
  db
    .select({
      code: area.code,
      name: area.name,
      type: area.type,
      root: area.root,
      latitude: area.latitude,
      longitude: area.longitude,
      note: area.note,
    })
    .from(area)
    .orderBy(asc(area.name), asc(area.code));

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
