import { sql } from 'drizzle-orm';
import { date, integer, jsonb, pgPolicy, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { release } from './figures';
import { currentUserId, steadApp, steadPublisher } from './roles';

/**
 * Counts of people as they may be read: protected when they are published, so that no true count is in this table.
 * Kept after a release is withdrawn: what readers have seen decides what may be published next.
 */
export const countTable = pgTable(
  'count_table',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    releaseId: text('release_id')
      .notNull()
      .references(() => release.id),
    shapeId: text('shape_id').notNull(),
    dataset: text().notNull(),
    periodLabel: text('period_label').notNull(),
    periodStart: date('period_start').notNull(),
    periodEnd: date('period_end').notNull(),
    rowDimension: text('row_dimension').notNull(),
    columnDimension: text('column_dimension').notNull(),
    /** Roles that the shape is permitted to. */
    roles: text().array().notNull(),
    body: jsonb().notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('count_table_key').on(t.shapeId, t.periodEnd, t.releaseId),
    pgPolicy('count_table_read', {
      for: 'select',
      to: steadApp,
      using: sql`${currentUserId} is not null and exists (select 1 from unnest(${t.roles}) as r(role) where stead_has_role(r.role))`,
    }),
    pgPolicy('count_table_publish', { for: 'all', to: steadPublisher, using: sql`true`, withCheck: sql`true` }),
  ],
);
