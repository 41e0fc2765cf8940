import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { QualityCheck, Severity } from '@/lib/domain/quality/quality-flag';
import { AnswerFormat } from './table-file';

/**
 * One thing that a check of data quality found: about the figures of an indicator, or about a file, by its release. It never holds the
 * value of a figure that isn't shown.
 */
export const QualityEntry = z.strictObject({
  /** Null where it is about a file: then `datasetId` says of which kind. */
  indicatorId: z.string().nullable(),
  indicatorName: z.string().nullable(),
  datasetId: z.string().nullable(),
  datasetName: z.string().nullable(),
  /** The release of the file, in whose rows it stands; null where it is about an indicator. */
  releaseId: z.string().nullable(),
  releaseTitle: z.string().nullable(),
  /** The import that it came in, for analysts: its page lists the rows. */
  importId: z.uuid().nullable(),
  /** What the importer calls it; null for what isn't about rows of a file. */
  rule: z.string().nullable(),
  /** In how many rows. */
  count: z.number().int(),
  /** Of the indicator's newest figures, or of the release. */
  sourceId: z.string(),
  sourceName: z.string(),
  root: Root,
  check: QualityCheck,
  severity: Severity,
  /** Null where it is about the indicator as a whole. */
  areaCode: z.string().nullable(),
  areaName: z.string().nullable(),
  /** Last day of the period. */
  periodEnd: z.iso.date().nullable(),
  breakdown: z.string().nullable(),
  detail: z.string(),
  /** What to do about it. */
  advice: z.string(),
});
export type QualityEntry = z.infer<typeof QualityEntry>;

/** Which flags: of a source, an indicator, a kind of check. */
export const QualityChoice = z.strictObject({
  country: Root.default('england'),
  source: z.string().max(120).optional(),
  indicator: z.string().max(80).optional(),
  check: QualityCheck.optional(),
});
export type QualityChoice = z.infer<typeof QualityChoice>;

/** `GET /api/v1/quality`. */
export const QualityFileQuery = QualityChoice.extend({ format: AnswerFormat });

/** What is chosen beside the country, which is England unless said otherwise. */
type Chosen = Partial<QualityChoice> & { format?: string };

const text = ({ country, ...choice }: Chosen): string => {
  const given = { ...(country === 'demonstration' ? { country } : {}), ...choice };
  const search = new URLSearchParams(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  ).toString();
  return search === '' ? '' : `?${search}`;
};

/** The address of the page of data quality with a choice. */
export const qualityHref = (choice: Partial<QualityChoice>): string => `/data/quality${text(choice)}`;

/** Where the same choice is to be had as files. */
export const qualityFiles = (choice: Partial<QualityChoice>) => ({
  csv: `/api/v1/quality${text({ ...choice, format: 'csv' })}`,
  xlsx: `/api/v1/quality${text({ ...choice, format: 'xlsx' })}`,
});
