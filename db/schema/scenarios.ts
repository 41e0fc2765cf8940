import { type SQL, sql } from 'drizzle-orm';
import { index, integer, jsonb, type PgColumn, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { area } from './areas';
import { currentUserId, steadApp, steadPublisher } from './roles';
import { appUser } from './users';

/** A training manager's grant on this area, read under that user's own row-level security. */
const managesArea = (areaCode: PgColumn): SQL =>
  sql`${areaCode} in (select scope from role_grant where user_id = ${currentUserId} and role = 'deanery')`;

/** What was made in the fictional country goes with it: nothing else of these tables may the publisher see or take away. */
const removable = (name: string, areaCode: PgColumn) =>
  pgPolicy(`${name}_demonstration`, {
    for: 'all',
    to: steadPublisher,
    using: sql`${areaCode} in (select code from area where root = 'demonstration')`,
    withCheck: sql`false`,
  });

/** A scenario of a training region; every run of it is a row of its own and never changes. */
export const scenario = pgTable(
  'scenario',
  {
    id: uuid().primaryKey().defaultRandom(),
    areaCode: text('area_code')
      .notNull()
      .references(() => area.code),
    name: text().notNull(),
    inputs: jsonb().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => appUser.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    archivedAt: timestamp('archived_at', { withTimezone: true }),
  },
  (t) => [
    index('scenario_area').on(t.areaCode),
    removable('scenario', t.areaCode),
    pgPolicy('scenario_scope', {
      for: 'all',
      to: steadApp,
      using: managesArea(t.areaCode),
      withCheck: managesArea(t.areaCode),
    }),
  ],
);

/** Immutable: a run's receipt, from which its result can be made again. `id` is the receipt's hash. */
export const scenarioRun = pgTable(
  'scenario_run',
  {
    id: text().primaryKey(),
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => scenario.id),
    areaCode: text('area_code')
      .notNull()
      .references(() => area.code),
    receipt: jsonb().notNull(),
    /** The levers used, as they were: a later pack must not change a replay. */
    catalogue: jsonb().notNull(),
    engineVersion: text('engine_version').notNull(),
    seed: integer().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => appUser.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('scenario_run_scenario').on(t.scenarioId),
    removable('scenario_run', t.areaCode),
    pgPolicy('scenario_run_read', { for: 'select', to: steadApp, using: managesArea(t.areaCode) }),
    pgPolicy('scenario_run_add', { for: 'insert', to: steadApp, withCheck: managesArea(t.areaCode) }),
  ],
);

/** Immutable: what the run gave. Apart from the receipt, because it comes when the worker is done. */
export const scenarioResult = pgTable(
  'scenario_result',
  {
    runId: text('run_id')
      .primaryKey()
      .references(() => scenarioRun.id),
    areaCode: text('area_code')
      .notNull()
      .references(() => area.code),
    result: jsonb().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    removable('scenario_result', t.areaCode),
    pgPolicy('scenario_result_read', { for: 'select', to: steadApp, using: managesArea(t.areaCode) }),
    pgPolicy('scenario_result_add', { for: 'insert', to: steadApp, withCheck: managesArea(t.areaCode) }),
  ],
);

export const note = pgTable(
  'note',
  {
    id: uuid().primaryKey().defaultRandom(),
    areaCode: text('area_code')
      .notNull()
      .references(() => area.code),
    body: text().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => appUser.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (t) => [
    index('note_area').on(t.areaCode),
    removable('note', t.areaCode),
    pgPolicy('note_scope', {
      for: 'all',
      to: steadApp,
      using: managesArea(t.areaCode),
      withCheck: managesArea(t.areaCode),
    }),
  ],
);

/** A frozen briefing document; the HTML twin and the PDF are both made from `document`. */
export const briefing = pgTable(
  'briefing',
  {
    id: uuid().primaryKey().defaultRandom(),
    areaCode: text('area_code')
      .notNull()
      .references(() => area.code),
    title: text().notNull(),
    document: jsonb().notNull(),
    runId: text('run_id').references(() => scenarioRun.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => appUser.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('briefing_author').on(t.createdBy),
    removable('briefing', t.areaCode),
    pgPolicy('briefing_own', {
      for: 'all',
      to: steadApp,
      using: sql`${t.createdBy} = ${currentUserId}`,
      withCheck: sql`${t.createdBy} = ${currentUserId}`,
    }),
    pgPolicy('briefing_region', { for: 'select', to: steadApp, using: managesArea(t.areaCode) }),
  ],
);
