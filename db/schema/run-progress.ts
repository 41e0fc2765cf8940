import { type SQL, sql } from 'drizzle-orm';
import {
  check,
  customType,
  foreignKey,
  integer,
  type PgColumn,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { currentUserId, steadApp, steadPublisher, steadWorker } from './roles';
import { scenarioRun } from './scenarios';
import { appUser } from './users';

/** Numbers of 64 bits as they lie in memory: little-endian, as on every machine that Node runs on. */
const doubles = customType<{ data: Float64Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength),
  // Aligned, and where every thread can read it without a copy.
  fromDriver: (bytes) => {
    const memory = new SharedArrayBuffer(bytes.byteLength);
    new Uint8Array(memory).set(bytes);
    return new Float64Array(memory);
  },
});

const managed = (areaCode: PgColumn): SQL =>
  sql`${areaCode} in (select scope from role_grant where user_id = ${currentUserId} and role = 'deanery')`;

const policies = (table: string, areaCode: PgColumn) => [
  pgPolicy(`${table}_scope`, { for: 'all', to: steadApp, using: managed(areaCode), withCheck: managed(areaCode) }),
  pgPolicy(`${table}_demonstration`, {
    for: 'all',
    to: steadPublisher,
    using: sql`${areaCode} in (select code from area where root = 'demonstration')`,
    withCheck: sql`false`,
  }),
];

/** How far a run of the pathway is. Apart from the run, which never changes. */
export const runProgress = pgTable(
  'run_progress',
  {
    runId: text('run_id').primaryKey(),
    areaCode: text('area_code').notNull(),
    /** `interrupted`: whoever was at work on it is gone. */
    state: text().notNull(),
    /** With whose rights it is made: who asked last. */
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => appUser.id),
    /** Of whoever is at work on it. */
    heartbeatAt: timestamp('heartbeat_at', { withTimezone: true }).notNull().defaultNow(),
    interruptions: integer().notNull().default(0),
    /** Why it failed, for the reader. */
    failure: text(),
  },
  (t) => [
    check('run_progress_state', sql`${t.state} in ('queued', 'running', 'interrupted', 'done', 'failed')`),
    foreignKey({
      name: 'run_progress_of_area',
      columns: [t.runId, t.areaCode],
      foreignColumns: [scenarioRun.id, scenarioRun.areaCode],
    }),
    ...policies('run_progress', t.areaCode),
    // Sees which runs were left unfinished and marks them; nothing of what they hold.
    pgPolicy('run_progress_worker', { for: 'all', to: steadWorker, using: sql`true`, withCheck: sql`true` }),
  ],
);

/** Draws of a run that several processes make, until it is whole: then they are deleted. */
export const runPart = pgTable(
  'run_part',
  {
    runId: text('run_id').notNull(),
    areaCode: text('area_code').notNull(),
    fromDraw: integer('from_draw').notNull(),
    /** The first draw after the part. */
    toDraw: integer('to_draw').notNull(),
    baseline: doubles().notNull(),
    option: doubles().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.fromDraw] }),
    check('run_part_draws', sql`${t.fromDraw} >= 0 and ${t.toDraw} > ${t.fromDraw}`),
    foreignKey({
      name: 'run_part_of_area',
      columns: [t.runId, t.areaCode],
      foreignColumns: [scenarioRun.id, scenarioRun.areaCode],
    }),
    ...policies('run_part', t.areaCode),
  ],
);
