import { sql } from 'drizzle-orm';
import { check, index, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { currentUserId, steadApp, steadAuth } from './roles';
import { appUser } from './users';

/** A person's tokens for programs. The secret is never stored, only its hash; no role may delete a row or change its rights. */
export const accessToken = pgTable(
  'access_token',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => appUser.id),
    name: text().notNull(),
    /** The first characters, shown in lists so that a token can be told from the others. */
    prefix: text().notNull().unique(),
    secretHash: text('secret_hash').notNull().unique(),
    scopes: text().array().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
  },
  (t) => [
    index('access_token_user').on(t.userId),
    check('access_token_expiry', sql`${t.expiresAt} <= ${t.createdAt} + interval '8760 hours'`),
    check('access_token_scopes', sql`cardinality(${t.scopes}) > 0`),
    pgPolicy('access_token_read', { for: 'select', to: steadApp, using: sql`${t.userId} = ${currentUserId}` }),
    pgPolicy('access_token_add', { for: 'insert', to: steadApp, withCheck: sql`${t.userId} = ${currentUserId}` }),
    // A revoked token stays revoked.
    pgPolicy('access_token_change', {
      for: 'update',
      to: steadApp,
      using: sql`${t.userId} = ${currentUserId} and ${t.revokedAt} is null`,
      withCheck: sql`${t.userId} = ${currentUserId}`,
    }),
    pgPolicy('access_token_find', { for: 'select', to: steadAuth, using: sql`true` }),
  ],
);
