import { type SQL, sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
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

/** Runs that somebody was sent and that were not taken back. */
const sentToMe = (runId: PgColumn): SQL =>
  sql`${runId} in (select run_id from run_submission where recipient_id = ${currentUserId} and revoked_at is null)`;

/** What was said since somebody was sent the run, and what they said themselves: not what its managers said among themselves before. */
const saidToMe = (runId: PgColumn, saidAt: PgColumn, saidBy: PgColumn): SQL =>
  sql`exists (select from run_submission s where s.run_id = ${runId} and s.recipient_id = ${currentUserId}
    and s.revoked_at is null and (s.created_at <= ${saidAt} or ${saidBy} = ${currentUserId}))`;

/** What belongs to something is of its area: else a row of one's own area could open what is of another's. */
const sameArea = (name: string, own: [PgColumn, PgColumn], of: [PgColumn, PgColumn]) =>
  foreignKey({ name: `${name}_of_area`, columns: own, foreignColumns: of });

const isManager = sql`(select stead_has_role('deanery'))`;
const KINDS = sql.raw(`('round', 'pathway')`);

/** A scenario of a training region; every run of it is a row of its own and never changes. */
export const scenario = pgTable(
  'scenario',
  {
    id: uuid().primaryKey().defaultRandom(),
    areaCode: text('area_code')
      .notNull()
      .references(() => area.code),
    /** `round`: one recruitment round; `pathway`: from medical school to career over years. */
    kind: text().notNull().default('round'),
    name: text().notNull(),
    inputs: jsonb().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => appUser.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    /** Who saved it last, for whoever had it open meanwhile; null until it is saved again. */
    updatedByName: text('updated_by_name'),
    archivedAt: timestamp('archived_at', { withTimezone: true }),
    /** Since then neither changed nor run anew: what was decided on. */
    frozenAt: timestamp('frozen_at', { withTimezone: true }),
  },
  (t) => [
    index('scenario_area').on(t.areaCode),
    check('scenario_kind', sql`${t.kind} in ${KINDS}`),
    unique('scenario_area_key').on(t.id, t.areaCode),
    removable('scenario', t.areaCode),
    pgPolicy('scenario_scope', {
      for: 'all',
      to: steadApp,
      using: managesArea(t.areaCode),
      withCheck: managesArea(t.areaCode),
    }),
  ],
);

/**
 * Immutable: a country as a run of the pathway started from it, by the hash of what it holds, so that a run can be made again
 * whatever is published later.
 */
export const pathwayBaseline = pgTable(
  'pathway_baseline',
  {
    dataHash: text('data_hash').primaryKey(),
    root: text().notNull(),
    body: jsonb().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('pathway_baseline_root', sql`${t.root} in ('england', 'demonstration')`),
    pgPolicy('pathway_baseline_read', {
      for: 'select',
      to: steadApp,
      using: sql`${isManager} and ${t.dataHash} in (select data_hash from scenario_run)`,
    }),
    pgPolicy('pathway_baseline_add', { for: 'insert', to: steadApp, withCheck: isManager }),
    pgPolicy('pathway_baseline_demonstration', {
      for: 'all',
      to: steadPublisher,
      using: sql`${t.root} = 'demonstration'`,
      withCheck: sql`false`,
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
    kind: text().notNull().default('round'),
    receipt: jsonb().notNull(),
    /** Of the pathway: the country it started from. */
    dataHash: text('data_hash').references(() => pathwayBaseline.dataHash),
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
    check('scenario_run_kind', sql`${t.kind} in ${KINDS}`),
    check('scenario_run_data', sql`${t.kind} = 'round' or ${t.dataHash} is not null`),
    index('scenario_run_receipt').on(sql`(${t.receipt} ->> 'id')`),
    unique('scenario_run_area_key').on(t.id, t.areaCode),
    sameArea('scenario_run', [t.scenarioId, t.areaCode], [scenario.id, scenario.areaCode]),
    removable('scenario_run', t.areaCode),
    pgPolicy('scenario_run_read', { for: 'select', to: steadApp, using: managesArea(t.areaCode) }),
    pgPolicy('scenario_run_sent', { for: 'select', to: steadApp, using: sentToMe(t.id) }),
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
    sameArea('scenario_result', [t.runId, t.areaCode], [scenarioRun.id, scenarioRun.areaCode]),
    pgPolicy('scenario_result_read', { for: 'select', to: steadApp, using: managesArea(t.areaCode) }),
    pgPolicy('scenario_result_sent', { for: 'select', to: steadApp, using: sentToMe(t.runId) }),
    pgPolicy('scenario_result_add', { for: 'insert', to: steadApp, withCheck: managesArea(t.areaCode) }),
  ],
);

/** A run shown to one named person outside its region. Taken back, never deleted. */
export const runSubmission = pgTable(
  'run_submission',
  {
    id: uuid().primaryKey().defaultRandom(),
    runId: text('run_id')
      .notNull()
      .references(() => scenarioRun.id),
    areaCode: text('area_code')
      .notNull()
      .references(() => area.code),
    /** Of the scenario when it was sent: the recipient doesn't see the scenario itself. */
    title: text().notNull(),
    message: text().notNull(),
    recipientId: uuid('recipient_id')
      .notNull()
      .references(() => appUser.id),
    recipientName: text('recipient_name').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => appUser.id),
    senderName: text('sender_name').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('run_submission_live').on(t.runId, t.recipientId).where(sql`${t.revokedAt} is null`),
    sameArea('run_submission', [t.runId, t.areaCode], [scenarioRun.id, scenarioRun.areaCode]),
    index('run_submission_recipient').on(t.recipientId),
    removable('run_submission', t.areaCode),
    pgPolicy('run_submission_scope', {
      for: 'all',
      to: steadApp,
      using: managesArea(t.areaCode),
      withCheck: managesArea(t.areaCode),
    }),
    pgPolicy('run_submission_received', {
      for: 'select',
      to: steadApp,
      using: sql`${t.recipientId} = ${currentUserId} and ${t.revokedAt} is null`,
    }),
  ],
);

/** What those who may see a run say about it. */
export const runComment = pgTable(
  'run_comment',
  {
    id: uuid().primaryKey().defaultRandom(),
    runId: text('run_id')
      .notNull()
      .references(() => scenarioRun.id),
    areaCode: text('area_code')
      .notNull()
      .references(() => area.code),
    body: text().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => appUser.id),
    authorName: text('author_name').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (t) => [
    index('run_comment_run').on(t.runId),
    sameArea('run_comment', [t.runId, t.areaCode], [scenarioRun.id, scenarioRun.areaCode]),
    removable('run_comment', t.areaCode),
    pgPolicy('run_comment_read', {
      for: 'select',
      to: steadApp,
      using: sql`${managesArea(t.areaCode)} or ${saidToMe(t.runId, t.createdAt, t.createdBy)}`,
    }),
    pgPolicy('run_comment_add', {
      for: 'insert',
      to: steadApp,
      withCheck: sql`${t.createdBy} = ${currentUserId} and (${managesArea(t.areaCode)} or ${sentToMe(t.runId)})`,
    }),
    pgPolicy('run_comment_remove', {
      for: 'update',
      to: steadApp,
      using: sql`${t.createdBy} = ${currentUserId}`,
      withCheck: sql`${t.createdBy} = ${currentUserId}`,
    }),
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
