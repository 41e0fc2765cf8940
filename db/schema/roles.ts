import { sql } from 'drizzle-orm';
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core';

/** The application at run time. Owns nothing; sees what the user's grants allow. */
export const steadApp = pgRole('stead_app').existing();
/** Sign-in only: finds an account and counts failures. */
export const steadAuth = pgRole('stead_auth').existing();
/** Loads published data: the pack now, imports later. */
export const steadPublisher = pgRole('stead_publisher').existing();
/** Keeps the queue of a PostgreSQL server and sees how far runs are, never what is in them. */
export const steadWorker = pgRole('stead_worker').existing();

/** The user whose grants apply; null outside `withScope`, so that nothing is visible. */
export const currentUserId = sql`(select nullif(current_setting('app.user_id', true), '')::uuid)`;

/** Published aggregates: every signed-in user reads, the publisher writes. */
export const publishedPolicies = (table: string) => [
  pgPolicy(`${table}_read`, { for: 'select', to: steadApp, using: sql`${currentUserId} is not null` }),
  pgPolicy(`${table}_publish`, { for: 'all', to: steadPublisher, using: sql`true`, withCheck: sql`true` }),
];
