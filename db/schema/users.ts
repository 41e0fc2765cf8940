import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgPolicy, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { currentUserId, steadApp, steadAuth, steadPublisher } from './roles';

export const appUser = pgTable(
  'app_user',
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull().unique(),
    name: text().notNull(),
    passwordHash: text('password_hash').notNull(),
    /** Raised to end every session of this user at once. */
    sessionVersion: integer('session_version').notNull().default(1),
    active: boolean().notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('app_user_email', sql`${t.email} = lower(${t.email})`),
    pgPolicy('app_user_self', { for: 'select', to: steadApp, using: sql`${t.id} = ${currentUserId}` }),
    pgPolicy('app_user_admin', { for: 'select', to: steadApp, using: sql`(select stead_has_role('admin'))` }),
    pgPolicy('app_user_sign_in', { for: 'select', to: steadAuth, using: sql`true` }),
    pgPolicy('app_user_set_up', { for: 'all', to: steadPublisher, using: sql`true`, withCheck: sql`true` }),
  ],
);

/** A person may hold several roles, each with its own scope. */
export const roleGrant = pgTable(
  'role_grant',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => appUser.id),
    role: text().notNull(),
    /** An area code, or `*` where the role has no area scope. */
    scope: text().notNull(),
  },
  (t) => [
    unique('role_grant_key').on(t.userId, t.role, t.scope),
    index('role_grant_user').on(t.userId),
    check('role_grant_role', sql`${t.role} in ('deanery', 'school', 'commissioner', 'analyst', 'admin')`),
    pgPolicy('role_grant_self', { for: 'select', to: steadApp, using: sql`${t.userId} = ${currentUserId}` }),
    pgPolicy('role_grant_admin', { for: 'select', to: steadApp, using: sql`(select stead_has_role('admin'))` }),
    pgPolicy('role_grant_set_up', { for: 'all', to: steadPublisher, using: sql`true`, withCheck: sql`true` }),
  ],
);
