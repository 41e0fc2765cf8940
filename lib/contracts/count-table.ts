import { z } from 'zod';
import { PublishedCell } from '@/lib/domain/disclosure/protected-table';
import { Dimension } from '@/lib/domain/disclosure/table-shapes';
import { Root } from '@/lib/domain/geography/area';
import { Period, SourceRef } from './figure';
import { AnswerFormat } from './table-file';

/** Codes in an address, separated by commas; nothing for all. */
const Codes = z
  .string()
  .max(4_000)
  .transform((text) => text.split(',').filter((code) => code !== ''))
  .transform((codes) => (codes.length > 0 ? codes : null));

/** A table of counts: its shape, and what to show of it. */
export const CountQuery = z.strictObject({
  country: Root.default('england'),
  /** End of the period, ISO; the latest where it is missing. */
  period: z.iso.date().optional(),
  level: z.string().max(40).optional(),
  rows: Codes.optional(),
  columns: Codes.optional(),
});
/** England where no country is named. */
export type CountQuery = Omit<z.infer<typeof CountQuery>, 'country'> & { country?: Root };

export const CountApiQuery = CountQuery.extend({ format: AnswerFormat });

const Named = z.strictObject({ code: z.string(), name: z.string() });

/** A table of counts as a reader may see it. */
export const CountTableView = z.strictObject({
  shape: z.string(),
  country: Root,
  title: z.string(),
  rowDimension: Dimension,
  columnDimension: Dimension,
  level: z.string(),
  levels: z.array(z.string()),
  period: Period,
  periods: z.array(Period),
  releaseId: z.string(),
  source: SourceRef,
  /** True where the reader sees their own rows or columns only. */
  ownScope: z.boolean(),
  columns: z.array(Named),
  rows: z.array(Named.extend({ cells: z.array(PublishedCell) })),
});
export type CountTableView = z.infer<typeof CountTableView>;

/** A table that there is, for the list. */
export const CountTableEntry = z.strictObject({
  shape: z.string(),
  country: Root,
  title: z.string(),
  periods: z.array(Period),
  sourceName: z.string(),
});
export type CountTableEntry = z.infer<typeof CountTableEntry>;
