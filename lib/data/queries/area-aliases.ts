import { asc, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { areaAlias } from '@/db/schema';

/** Codes that files use beside those of the list of areas, rejected ones too. */
export const selectAliases = (db: Executor) =>
  db
    .select({
      code: areaAlias.code,
      areaCode: areaAlias.areaCode,
      validFrom: areaAlias.validFrom,
      source: areaAlias.source,
      status: areaAlias.status,
    })
    .from(areaAlias)
    .orderBy(asc(areaAlias.code));

/** The same with who decided and when: not for readers. */
export const selectDecisions = (db: Executor) =>
  db
    .select({
      code: areaAlias.code,
      areaCode: areaAlias.areaCode,
      areaName: sql<string>`(select name from area where area.code = ${areaAlias.areaCode})`,
      validFrom: areaAlias.validFrom,
      source: areaAlias.source,
      status: areaAlias.status,
      changedAt: areaAlias.changedAt,
      changedBy: sql<string | null>`(select name from app_user where app_user.id = ${areaAlias.changedBy})`,
    })
    .from(areaAlias)
    .orderBy(asc(areaAlias.code));
