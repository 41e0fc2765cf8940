import { z } from 'zod';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { AreaType } from '@/lib/domain/geography/area';

export const ImportStatus = z.enum([
  'reading',
  'needs_mapping',
  'refused',
  'ready',
  'scheduled',
  'published',
  'cancelled',
  'interrupted',
]);
export type ImportStatus = z.infer<typeof ImportStatus>;

const YEAR = /^\d{4}$/;
const FINANCIAL_YEAR = /^(\d{4})\/(\d{2})$/;

const isPeriod = (text: string): boolean => {
  const [, first, second] = FINANCIAL_YEAR.exec(text) ?? [];
  if (first !== undefined) return (Number(first) + 1) % 100 === Number(second);
  return YEAR.test(text) || z.iso.date().safeParse(text).success;
};

/** A year, a financial year or a day. */
export const GivenPeriod = z
  .string()
  .trim()
  .refine(isPeriod, 'Write a year (2025), a financial year (2025/26) or a day (2026-03-31).');

/** Counts that are rounded to less show single people. */
const SMALLEST_BASE = 3;
const LARGEST_BASE = 1000;
const BASE = `The rounding base is a whole number from ${SMALLEST_BASE} to ${LARGEST_BASE}, such as 5.`;

/** What every count of a rounded table is a multiple of. */
export const GivenRoundingBase = z.number(BASE).int(BASE).min(SMALLEST_BASE, BASE).max(LARGEST_BASE, BASE);

const SOURCE = 'Name the source in 1 to 80 characters, such as HR system of a deanery.';

/** Who sends files of the same columns, in the analyst's words. */
export const GivenSource = z.string().trim().min(1, SOURCE).max(80, SOURCE);

/** What a person says of a file that doesn't say it itself. */
export const GivenAbout = z.strictObject({
  period: GivenPeriod.optional(),
  areaCode: z.string().trim().min(1).max(80).optional(),
  roundingBase: GivenRoundingBase.optional(),
  /** Who sends it: what a saved mapping of columns is kept by. */
  source: GivenSource.optional(),
});
export type GivenAbout = z.infer<typeof GivenAbout>;

export const ImportFault = z.strictObject({
  row: z.number().nullable(),
  column: z.string(),
  value: z.string(),
  rule: z.string(),
  message: z.string(),
});
export type ImportFault = z.infer<typeof ImportFault>;

export const ImportNote = z.strictObject({
  rule: z.string(),
  detail: z.string(),
  count: z.number(),
  at: z.array(z.strictObject({ row: z.number(), column: z.string() })),
  message: z.string(),
});
export type ImportNote = z.infer<typeof ImportNote>;

/** The list of a type of area that the codes of a file are of, where there is more than one such list. */
export const MatchedVintage = z.strictObject({
  type: AreaType,
  /** First and last day of the list; null where none is known, or the codes never existed together. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  /** How many areas of the list are not in the file. */
  missing: z.number().int(),
  /** Areas of several lists. */
  isMixed: z.boolean(),
});
export type MatchedVintage = z.infer<typeof MatchedVintage>;

/** Figures of a release that would no longer be shown. */
export const LostFigures = z.strictObject({ releaseId: z.string(), title: z.string(), figures: z.number() });

/** A release that stays published beside a new one: what both have, and what only it has. */
const ReleaseBeside = z.strictObject({
  releaseId: z.string(),
  title: z.string(),
  missing: z.number(),
  shared: z.number(),
});

/** What publishing would do to the figures that are shown now. */
export const ImportChanges = z.strictObject({
  figures: z.number(),
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  /** Shown now, from a release that this one would supersede, and not in this file. */
  gone: z.number(),
  lostFrom: z.array(LostFigures).default([]),
  beside: z.array(ReleaseBeside).default([]),
  areasMatched: z.number(),
  areasUnknown: z.array(z.string()),
  areaVintages: z.array(MatchedVintage).default([]),
  supersedes: z.array(z.string()),
});
export type ImportChanges = z.infer<typeof ImportChanges>;

/** What the columns of a file were taken to stand for. */
export const UsedMapping = z.strictObject({
  dataset: z.string(),
  /** Whose columns they are; null where nobody said. */
  source: z.string().nullable(),
  /** Their header → ours. */
  columns: z.record(z.string(), z.string()),
  /** Saved before, and found by the headers; else said with this file. */
  isSaved: z.boolean(),
});
export type UsedMapping = z.infer<typeof UsedMapping>;

/** The ledger lists this many, the newest. */
export const LISTED_IMPORTS = 200;

/** An entry of the ledger. */
export const ImportEntry = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  dataset: z.string().nullable(),
  status: ImportStatus,
  rows: z.number(),
  errorTotal: z.number(),
  errors: z.array(ImportFault),
  flags: z.array(ImportNote),
  reject: z.string().nullable(),
  vintage: z.string().nullable(),
  given: GivenAbout,
  /** Headers of a file whose columns can be mapped. */
  headers: z.array(z.string()),
  mapping: UsedMapping.nullable(),
  changes: ImportChanges.nullable(),
  ruleSet: RuleSetId,
  releaseId: z.string().nullable(),
  publishOn: z.string().nullable(),
  createdAt: z.string(),
  /** Who sent it; null for the operator at the machine's shell. */
  createdBy: z.string().nullable(),
});
export type ImportEntry = z.infer<typeof ImportEntry>;

/** What one attempt came to: `duplicate` names the entry that has the file already. */
export const ImportOutcome = z.strictObject({ duplicate: z.boolean(), entry: ImportEntry });
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** How far an import is: rows read so far, and what share of the file, where that is known. */
export type ImportProgress = {
  readonly phase: 'reading' | 'checking' | 'publishing';
  readonly rows: number;
  readonly share: number | null;
};

export const WithdrawalKind = z.enum(['ordinary', 'disclosure']);
export type WithdrawalKind = z.infer<typeof WithdrawalKind>;
