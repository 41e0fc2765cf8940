import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { publishedPolicies } from './roles';

/** Published reference records; `body` is checked against its domain schema on load and on reading. */
export const recommendation = pgTable(
  'recommendation',
  { id: text().primaryKey(), sort: integer().notNull(), body: jsonb().notNull() },
  () => publishedPolicies('recommendation'),
);

export const evidenceTheme = pgTable(
  'evidence_theme',
  { id: text().primaryKey(), sort: integer().notNull(), body: jsonb().notNull() },
  () => publishedPolicies('evidence_theme'),
);

export const evidenceSource = pgTable(
  'evidence_source',
  { id: text().primaryKey(), sort: integer().notNull(), body: jsonb().notNull() },
  () => publishedPolicies('evidence_source'),
);

/** A lever with its parameters; the row `shared` holds the parameters that all levers share. */
export const lever = pgTable(
  'lever',
  { id: text().primaryKey(), sort: integer().notNull(), body: jsonb().notNull() },
  () => publishedPolicies('lever'),
);
