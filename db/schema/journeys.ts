import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { release } from './figures';
import { currentUserId, publishedPolicies, steadApp, steadPublisher } from './roles';
import { appUser } from './users';

const isAnalyst = sql`(select stead_has_role('analyst'))`;

/**
 * Fits of models of journeys, by receipt: the same data, model and version are one row, fitted once. Made from true counts,
 * school by school: for those who may load such files.
 */
export const journeyFit = pgTable(
  'journey_fit',
  {
    /** Hash of the receipt. */
    id: text().primaryKey(),
    model: text().notNull(),
    root: text().notNull(),
    releaseId: text('release_id').notNull(),
    version: text().notNull(),
    /** Hash of everything that went into the fit. */
    data: text().notNull(),
    result: jsonb().notNull(),
    fittedAt: timestamp('fitted_at', { withTimezone: true }).notNull().defaultNow(),
    fittedBy: uuid('fitted_by')
      .notNull()
      .references(() => appUser.id),
    /** What was published when this receipt last came out, and when that was. */
    published: text().notNull(),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('journey_fit_of').on(t.root, t.model, t.confirmedAt),
    check('journey_fit_root', sql`${t.root} in ('england', 'demonstration')`),
    pgPolicy('journey_fit_read', { for: 'select', to: steadApp, using: isAnalyst }),
    pgPolicy('journey_fit_add', {
      for: 'insert',
      to: steadApp,
      withCheck: sql`${isAnalyst} and ${t.fittedBy} = ${currentUserId}`,
    }),
    pgPolicy('journey_fit_confirm', { for: 'update', to: steadApp, using: isAnalyst, withCheck: isAnalyst }),
    pgPolicy('journey_fit_remove', { for: 'delete', to: steadPublisher, using: sql`${t.root} = 'demonstration'` }),
    pgPolicy('journey_fit_find', { for: 'select', to: steadPublisher, using: sql`${t.root} = 'demonstration'` }),
  ],
);

/** What the cards said after each publication: as public as the cards themselves. */
export const findingRun = pgTable(
  'finding_run',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    root: text().notNull(),
    /** Ids of the cohort or the rounded tables, with spaces; `published figures` where there is neither. */
    release: text().notNull(),
    /** What was published when they were worked out. */
    data: text().notNull(),
    /** Of the tests. */
    version: text().notNull(),
    results: jsonb().notNull(),
    computedAt: timestamp('computed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('finding_run_key').on(t.root, t.data, t.version),
    check('finding_run_root', sql`${t.root} in ('england', 'demonstration')`),
    ...publishedPolicies('finding_run'),
  ],
);

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * Tables of journeys as they may be published, protected together: no true count is in them. The newest of each source: a cohort of
 * a country, or the intake of a school, which only that school may see. The publisher alone reads them, after authorising.
 */
export const protectedTables = pgTable(
  'protected_tables',
  {
    /** What they are of, such as `cohort england`. */
    source: text().primaryKey(),
    /** Hash of everything that they depend on. */
    key: text().notNull(),
    releaseId: text('release_id')
      .notNull()
      .references(() => release.id, { onDelete: 'cascade' }),
    /** Labels and published codes, compressed. */
    body: bytea().notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('protected_tables_release').on(t.releaseId),
    pgPolicy('protected_tables_publish', {
      for: 'all',
      to: steadPublisher,
      using: sql`true`,
      withCheck: sql`true`,
    }),
  ],
);
