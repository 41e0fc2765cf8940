import { sql } from 'drizzle-orm';
import { check, date, doublePrecision, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { publishedPolicies } from './roles';
import { appUser } from './users';

export const area = pgTable(
  'area',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    type: text().notNull(),
    root: text().notNull(),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    note: text(),
  },
  (t) => [
    check('area_root', sql`${t.root} in ('england', 'demonstration')`),
    index('area_type').on(t.root, t.type),
    ...publishedPolicies('area'),
  ],
);

/** Share `weight` (0–1] of the child that belongs to the parent; `basis` says how that is known. */
export const areaMembership = pgTable(
  'area_membership',
  {
    childCode: text('child_code')
      .notNull()
      .references(() => area.code),
    parentCode: text('parent_code')
      .notNull()
      .references(() => area.code),
    weight: doublePrecision().notNull(),
    basis: text().notNull(),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    sourceId: text('source_id'),
  },
  (t) => [
    primaryKey({ columns: [t.childCode, t.parentCode] }),
    check('area_membership_weight', sql`${t.weight} > 0 and ${t.weight} <= 1`),
    check('area_membership_basis', sql`${t.basis} in ('official', 'best_fit', 'indicative')`),
    index('area_membership_parent').on(t.parentCode),
    ...publishedPolicies('area_membership'),
  ],
);

export const areaSuccessor = pgTable(
  'area_successor',
  {
    fromCode: text('from_code')
      .notNull()
      .references(() => area.code),
    toCode: text('to_code')
      .notNull()
      .references(() => area.code),
    onDate: date('on_date').notNull(),
    weight: doublePrecision().notNull(),
    sourceId: text('source_id'),
  },
  (t) => [primaryKey({ columns: [t.fromCode, t.toCode] }), ...publishedPolicies('area_successor')],
);

/** Codes that files give an area beside its own: one that was made since the list of areas, or an official one of a board with a provisional code. */
export const areaAlias = pgTable(
  'area_alias',
  {
    code: text().primaryKey(),
    /** The area that it stands for; kept where the code is not to be read as that. */
    areaCode: text('area_code')
      .notNull()
      .references(() => area.code),
    /** First day of the code, where known. */
    validFrom: date('valid_from'),
    /** What says so. */
    source: text().notNull(),
    /** `shipped` with the published pack, `proposed` by a file's names, `confirmed` or `rejected` by an analyst. All but the last are in use. */
    status: text().notNull(),
    /** Null for what came with the pack, was proposed on the day of a planned publication, or was said at the machine's shell. */
    changedBy: uuid('changed_by').references(() => appUser.id),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('area_alias_status', sql`${t.status} in ('shipped', 'proposed', 'confirmed', 'rejected')`),
    check('area_alias_other', sql`${t.code} <> ${t.areaCode}`),
    ...publishedPolicies('area_alias'),
  ],
);
