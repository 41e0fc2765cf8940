import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { release } from './figures';
import { currentUserId, steadApp, steadPublisher } from './roles';
import { appUser } from './users';

const byPublisher = (table: string) =>
  pgPolicy(`${table}_publish`, { for: 'all', to: steadPublisher, using: sql`true`, withCheck: sql`true` });

/** The ledger: every file that was ever offered, with what became of it. */
export const importFile = pgTable(
  'import_file',
  {
    id: uuid().primaryKey().defaultRandom(),
    fileName: text('file_name').notNull(),
    sha256: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    dataset: text(),
    status: text().notNull().default('reading'),
    /** Good rows. */
    rows: integer().notNull().default(0),
    errorTotal: integer('error_total').notNull().default(0),
    /** The first 1,000. */
    errors: jsonb().notNull().default([]),
    flags: jsonb().notNull().default([]),
    /** Why the whole file is refused. */
    reject: text(),
    vintage: jsonb(),
    headers: jsonb().notNull().default([]),
    /** The mapping that it was read with, `{dataset, source, columns, isSaved}`; null where its own columns are known. */
    mapping: jsonb(),
    /** What it would change: see `ImportChanges`. */
    changes: jsonb(),
    ruleSet: text('rule_set').notNull().default('none'),
    /** What was said with the file (period, area, rule …) as JSON: said otherwise, it is another import. */
    said: text().notNull().default('{}'),
    releaseId: text('release_id').references(() => release.id),
    publishOn: date('publish_on'),
    createdBy: uuid('created_by').references(() => appUser.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** A reading that has not been heard of for a while was cut off. */
    heardAt: timestamp('heard_at', { withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (t) => [
    check(
      'import_file_status',
      sql`${t.status} in ('reading', 'needs_mapping', 'refused', 'ready', 'scheduled', 'published', 'cancelled', 'interrupted')`,
    ),
    // The same file twice, with the same said of it, is one import, however many send it at once.
    uniqueIndex('import_file_live')
      .on(t.sha256, t.said)
      .where(sql`${t.status} in ('reading', 'ready', 'scheduled', 'published')`),
    pgPolicy('import_file_read', {
      for: 'select',
      to: steadApp,
      using: sql`(select stead_has_role('analyst') or stead_has_role('admin'))`,
    }),
    byPublisher('import_file'),
  ],
);

/** Which of a source's columns stand for ours: one mapping of a source for each kind of file that it sends. */
export const columnMapping = pgTable(
  'column_mapping',
  {
    id: uuid().primaryKey().defaultRandom(),
    dataset: text().notNull(),
    /** Who sends it, as the analyst named them. */
    source: text().notNull(),
    /** The headers that it was made for: a file with others asks again. */
    headers: jsonb().notNull(),
    columns: jsonb().notNull(),
    savedBy: uuid('saved_by').references(() => appUser.id),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('column_mapping_source').on(t.dataset, sql`lower(${t.source})`),
    pgPolicy('column_mapping_read', {
      for: 'select',
      to: steadApp,
      using: sql`(select stead_has_role('analyst'))`,
    }),
    byPublisher('column_mapping'),
  ],
);

/** Posts and doctors, FTE. Only the publisher reads rows; what is shown are the figures made from them. */
export const establishment = pgTable(
  'establishment',
  {
    releaseId: text('release_id').notNull(),
    periodEnd: date('period_end').notNull(),
    areaCode: text('area_code').notNull(),
    specialty: text().notNull(),
    level: text().notNull(),
    establishmentFte: doublePrecision('establishment_fte').notNull(),
    inPostFte: doublePrecision('in_post_fte').notNull(),
  },
  (t) => [index('establishment_release').using('brin', t.releaseId), byPublisher('establishment')],
);

/** Rows of every other dataset as they were read, restricted ones too: only the publisher reads them. */
export const sourceRow = pgTable(
  'source_row',
  {
    releaseId: text('release_id').notNull(),
    dataset: text().notNull(),
    body: jsonb().notNull(),
  },
  (t) => [index('source_row_release').on(t.releaseId), byPublisher('source_row')],
);

/** Shapes of areas, one row for a file; readers have them once the release is published. */
export const boundarySet = pgTable(
  'boundary_set',
  {
    releaseId: text('release_id')
      .primaryKey()
      .references(() => release.id),
    /** To be shown wherever the shapes are. */
    licence: text().notNull(),
    /** `[{code, name, polygons}]`, longitude and latitude, simplified. */
    areas: jsonb().notNull(),
  },
  (t) => [
    pgPolicy('boundary_set_read', {
      for: 'select',
      to: steadApp,
      using: sql`${currentUserId} is not null and exists (select 1 from ${release} where ${release.id} = ${t.releaseId} and ${release.status} in ('published', 'scheduled'))`,
    }),
    byPublisher('boundary_set'),
  ],
);
