import { sql } from 'drizzle-orm';
import { check, date, doublePrecision, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { publishedPolicies } from './roles';

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
