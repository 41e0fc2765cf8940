import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { appUser, roleGrant } from '@/db/schema';

export const selectAccountByEmail = (db: Executor, email: string) =>
  db
    .select({ id: appUser.id, passwordHash: appUser.passwordHash, sessionVersion: appUser.sessionVersion })
    .from(appUser)
    .where(and(eq(appUser.email, email), eq(appUser.active, true)));

export const selectAccountIdByEmail = (db: Executor, email: string) =>
  db.select({ id: appUser.id }).from(appUser).where(eq(appUser.email, email));

/** One row per grant; an account without grants gives one row with nulls. */
export const selectUserWithGrants = (db: Executor, userId: string) =>
  db
    .select({
      id: appUser.id,
      name: appUser.name,
      email: appUser.email,
      active: appUser.active,
      sessionVersion: appUser.sessionVersion,
      role: roleGrant.role,
      scope: roleGrant.scope,
    })
    .from(appUser)
    .leftJoin(roleGrant, eq(roleGrant.userId, appUser.id))
    .where(eq(appUser.id, userId))
    .orderBy(roleGrant.role, roleGrant.scope);
