import { z } from 'zod';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { Root } from '@/lib/domain/geography/area';
import { CLOCKS } from '@/lib/domain/journeys/journey-places';
import { AnswerFormat } from './table-file';

/** Everybody of all years where nothing is given; one characteristic at a time, besides a period. */
export const JourneyFilterQuery = z.strictObject({
  clock: z.enum(CLOCKS).optional(),
  period: z.string().max(40).optional(),
  sex: z.string().max(20).optional(),
  ethnicity: z.string().max(20).optional(),
  quintile: z.string().max(20).optional(),
  route: z.string().max(20).optional(),
});
export type JourneyFilterQuery = z.infer<typeof JourneyFilterQuery>;

/** A table of journeys in an address. */
export const JourneyTableQuery = JourneyFilterQuery.extend({
  country: Root.default('england'),
  /** One row or one column of it: everything from one origin, or to one destination. */
  from: z.string().max(60).optional(),
  to: z.string().max(60).optional(),
});
export type JourneyTableQuery = Omit<z.infer<typeof JourneyTableQuery>, 'country'> & { country?: Root };

export const JourneyTableApiQuery = JourneyTableQuery.extend({ format: AnswerFormat });

/**
 * A cell as published. `parts`: how many rounded counts it was added from, where a publisher has rounded them, and `zeros` how
 * many of those were 0.
 */
export const JourneyCell = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('value'),
    count: z.number(),
    parts: z.number().optional(),
    zeros: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal('low') }),
  z.strictObject({ kind: z.literal('suppressed') }),
  z.strictObject({ kind: z.literal('not_applicable') }),
  z.strictObject({ kind: z.literal('not_loaded') }),
]);
export type JourneyCell = z.infer<typeof JourneyCell>;

/** What a table was made from. `cohort`: people, protected here; `intake`: a school's own entrants; `rounded`: counts that a safe haven let out. */
export const JourneySource = z.strictObject({
  kind: z.enum(['cohort', 'intake', 'rounded']),
  releaseId: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  ruleSet: RuleSetId,
  /** What a publisher has rounded to; null where counts were protected here or it isn't said. */
  roundingBase: z.number().nullable(),
});
export type JourneySource = z.infer<typeof JourneySource>;

const Named = z.strictObject({ code: z.string(), name: z.string() });
const PeriodChoice = z.strictObject({ clock: z.enum(CLOCKS), label: z.string() });

/** A table of journeys as its reader may see it. There are no totals: what can be added is added from the cells. */
export const JourneyTableView = z.strictObject({
  shape: z.string(),
  title: z.string(),
  country: Root,
  rowAxis: z.string(),
  columnAxis: z.string(),
  filter: JourneyFilterQuery,
  /** Characteristics that may narrow it, one at a time, and for this reader. */
  characteristics: z.array(z.string()),
  periods: z.array(PeriodChoice),
  source: JourneySource,
  /** True where the reader sees their own school only. */
  ownScope: z.boolean(),
  columns: z.array(Named),
  rows: z.array(Named.extend({ cells: z.array(JourneyCell) })),
});
export type JourneyTableView = z.infer<typeof JourneyTableView>;

/** A table that there may be, for the list. */
export const JourneyTableEntry = z.strictObject({
  shape: z.string(),
  title: z.string(),
  country: Root,
  characteristics: z.array(z.string()),
  periods: z.array(PeriodChoice),
  source: JourneySource,
});
export type JourneyTableEntry = z.infer<typeof JourneyTableEntry>;
