import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { area, areaMembership } from '@/db/schema';
import type { AreaType } from '@/lib/domain/geography/area';

const columns = {
  code: area.code,
  name: area.name,
  type: area.type,
  root: area.root,
  latitude: area.latitude,
  longitude: area.longitude,
  note: area.note,
};

export const selectArea = (db: Executor, code: string) => db.select(columns).from(area).where(eq(area.code, code));

export const selectAreasOfType = (db: Executor, root: string, types: readonly AreaType[]) =>
  db
    .select(columns)
    .from(area)
    .where(and(eq(area.root, root), inArray(area.type, [...types])))
    .orderBy(asc(area.name));

export const selectAreasByCode = (db: Executor, codes: readonly string[]) =>
  db
    .select(columns)
    .from(area)
    .where(inArray(area.code, [...codes]))
    .orderBy(asc(area.name));

export const selectParents = (db: Executor, code: string) =>
  db
    .select({
      code: area.code,
      name: area.name,
      type: area.type,
      weight: areaMembership.weight,
      basis: areaMembership.basis,
    })
    .from(areaMembership)
    .innerJoin(area, eq(area.code, areaMembership.parentCode))
    .where(eq(areaMembership.childCode, code))
    .orderBy(asc(area.type), asc(area.name));
