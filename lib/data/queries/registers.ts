import { asc } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { area } from '@/db/schema';

/** Every area of every vintage, with its validity. */
export const selectAreaRegister = (db: Executor) =>
  db
    .select({
      code: area.code,
      name: area.name,
      type: area.type,
      root: area.root,
      validFrom: area.validFrom,
      validTo: area.validTo,
      lat: area.latitude,
      lon: area.longitude,
    })
    .from(area)
    .orderBy(asc(area.root), asc(area.type), asc(area.code));
