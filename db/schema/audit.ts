import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { currentUserId, steadApp, steadAuth, steadPublisher } from './roles';

/** Append-only: no role may change or delete a row. */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Null for the operator at the machine's shell, the set-up, or an unknown account. */
    actorId: uuid('actor_id'),
    actorKind: text('actor_kind').notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    detail: jsonb().notNull().default({}),
  },
  (t) => [
    index('audit_event_at').on(t.at),
    pgPolicy('audit_event_read', { for: 'select', to: steadApp, using: sql`(select stead_has_role('admin'))` }),
    pgPolicy('audit_event_add', { for: 'insert', to: steadApp, withCheck: sql`${t.actorId} = ${currentUserId}` }),
    pgPolicy('audit_event_sign_in', { for: 'insert', to: steadAuth, withCheck: sql`true` }),
    pgPolicy('audit_event_set_up', { for: 'insert', to: steadPublisher, withCheck: sql`true` }),
  ],
);
