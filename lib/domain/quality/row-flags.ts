import type { QualityCheck, Severity } from './quality-flag';

/** What the importers find in the rows of a file that says something of its quality, as a kind of check. */
export const ROW_FLAGS = {
  published_total_differs_from_sum: { check: 'total_differs', severity: 'warning' },
  parts_exceed_total: { check: 'total_differs', severity: 'warning' },
  published_rate_differs: { check: 'total_differs', severity: 'warning' },
  overlapping_levels: { check: 'overlapping_levels', severity: 'notice' },
  fill_above_100: { check: 'range', severity: 'notice' },
  accepts_above_applicants: { check: 'range', severity: 'warning' },
  in_post_without_establishment: { check: 'range', severity: 'notice' },
  quality_unknown_code: { check: 'unknown_code', severity: 'warning' },
  negative_value: { check: 'range', severity: 'warning' },
} as const satisfies Readonly<Record<string, { check: QualityCheck; severity: Severity }>>;

export type RowFlagRule = keyof typeof ROW_FLAGS;

export const isRowFlagRule = (rule: string): rule is RowFlagRule => Object.hasOwn(ROW_FLAGS, rule);

/** Flags of quality, of rows or of figures; what else is noted of a file is worth knowing. */
export const isQualityRule = (rule: string): boolean => rule.startsWith('quality_') || isRowFlagRule(rule);
