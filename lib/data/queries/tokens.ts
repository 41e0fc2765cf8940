import { and, desc, eq, isNull, lt, or } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { accessToken, appUser } from '@/db/schema';

/** The viewer's own tokens, newest first: row-level security leaves no others. */
export const selectTokens = (db: Executor) =>
  db
    .select({
      id: accessToken.id,
      name: accessToken.name,
      prefix: accessToken.prefix,
      scopes: accessToken.scopes,
      createdAt: accessToken.createdAt,
      expiresAt: accessToken.expiresAt,
      revokedAt: accessToken.revokedAt,
      lastUsedAt: accessToken.lastUsedAt,
    })
    .from(accessToken)
    .orderBy(desc(accessToken.createdAt), desc(accessToken.id));

/** The token of this hash with its account, whatever their state; only for finding who asks. */
export const selectTokenByHash = (db: Executor, secretHash: string) =>
  db
    .select({
      id: accessToken.id,
      userId: accessToken.userId,
      scopes: accessToken.scopes,
      expiresAt: accessToken.expiresAt,
      revokedAt: accessToken.revokedAt,
      lastUsedAt: accessToken.lastUsedAt,
      active: appUser.active,
      sessionVersion: appUser.sessionVersion,
    })
    .from(accessToken)
    .innerJoin(appUser, eq(appUser.id, accessToken.userId))
    .where(eq(accessToken.secretHash, secretHash));

/** Notes the use unless one after `since` is noted already; a row where it was. */
export const updateTokenUse = (db: Executor, id: string, at: Date, since: Date) =>
  db
    .update(accessToken)
    .set({ lastUsedAt: at })
    .where(and(eq(accessToken.id, id), or(isNull(accessToken.lastUsedAt), lt(accessToken.lastUsedAt, since))))
    .returning({ id: accessToken.id });
