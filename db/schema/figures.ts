import { sql } from 'drizzle-orm';
import { check, date, doublePrecision, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { publishedPolicies } from './roles';

export const source = pgTable(
  'source',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    publisher: text().notNull(),
    url: text(),
    licence: text().notNull(),
    /** The disclosure rule that the source imposes; it travels to every output. */
    ruleSet: text('rule_set').notNull().default('none'),
    note: text(),
  },
  (t) => [
    check('source_rule_set', sql`${t.ruleSet} in ('none', 'hesa_rounding_5', 'nhs_subnational_1_to_7')`),
    ...publishedPolicies('source'),
  ],
);

/** Immutable once published; a newer release supersedes it. */
export const release = pgTable(
  'release',
  {
    id: text().primaryKey(),
    sourceId: text('source_id')
      .notNull()
      .references(() => source.id),
    title: text().notNull(),
    publishedOn: date('published_on'),
    status: text().notNull().default('published'),
    supersedes: text(),
    sha256: text(),
    /** What kind of file it came in; null for the published pack. */
    dataset: text(),
    /** Scheduled releases are shown from this day on. */
    publishOn: date('publish_on'),
    /** Years of the codes and the time it covers, in words. */
    vintage: text(),
    withdrawnFor: text('withdrawn_for'),
    withdrawnReason: text('withdrawn_reason'),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    note: text(),
    loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('release_withdrawn', sql`${t.withdrawnFor} in ('ordinary', 'disclosure')`),
    check('release_status', sql`${t.status} in ('staged', 'scheduled', 'published', 'superseded', 'withdrawn')`),
    ...publishedPolicies('release'),
  ],
);

export const indicator = pgTable(
  'indicator',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    shortName: text('short_name').notNull(),
    group: text().notNull(),
    unit: text().notNull(),
    decimals: integer().notNull(),
    polarity: text().notNull(),
    display: text().notNull(),
    definition: text().notNull(),
    numerator: text().notNull(),
    denominator: text().notNull(),
    method: text().notNull(),
    intervalMethod: text('interval_method').notNull(),
    caveat: text().notNull(),
    breakdownKind: text('breakdown_kind').notNull(),
    loadHint: text('load_hint').notNull(),
    author: text().notNull().default(''),
    checker: text().notNull().default(''),
    reviewedOn: date('reviewed_on'),
    nextReviewOn: date('next_review_on'),
    sort: integer().notNull(),
  },
  (t) => [
    check('indicator_polarity', sql`${t.polarity} in ('high_good', 'low_good', 'no_judgement')`),
    check('indicator_display', sql`${t.display} in ('profile', 'catalogue')`),
    ...publishedPolicies('indicator'),
  ],
);

/**
 * Indicator, area and release are checked once a statement, by triggers (migration 0018, ADR 023): foreign keys check every row, which
 * takes longer than making the sums of a large file.
 */
export const observation = pgTable(
  'observation',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    indicatorId: text('indicator_id').notNull(),
    areaCode: text('area_code').notNull(),
    releaseId: text('release_id').notNull(),
    periodLabel: text('period_label').notNull(),
    periodStart: date('period_start').notNull(),
    periodEnd: date('period_end').notNull(),
    breakdown: text().notNull().default('all'),
    numerator: doublePrecision(),
    denominator: doublePrecision(),
    value: doublePrecision(),
    status: text().notNull(),
    provenance: text().notNull(),
    note: text(),
  },
  (t) => [
    unique('observation_key').on(t.indicatorId, t.areaCode, t.periodEnd, t.breakdown, t.releaseId),
    index('observation_area').on(t.areaCode, t.indicatorId),
    check('observation_period', sql`${t.periodStart} <= ${t.periodEnd}`),
    check('observation_status', sql`${t.status} in ('value', 'suppressed', 'not_applicable', 'low')`),
    check('observation_value', sql`(${t.status} = 'value') = (${t.value} is not null)`),
    check('observation_provenance', sql`${t.provenance} in ('published', 'derived', 'modelled', 'demonstration')`),
    ...publishedPolicies('observation'),
  ],
);

/** Which published packs have been loaded, by hash. */
export const publishedPack = pgTable(
  'published_pack',
  {
    sha256: text().primaryKey(),
    loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  () => publishedPolicies('published_pack'),
);
