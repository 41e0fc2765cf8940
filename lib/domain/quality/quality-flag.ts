import { z } from 'zod';

export const QualityCheck = z.enum([
  'range',
  'jump',
  'missing_area',
  'total_differs',
  'overlapping_levels',
  'duplicate_key',
  'stale_source',
  'unknown_code',
]);
export type QualityCheck = z.infer<typeof QualityCheck>;

/**
 * `error`: can't be right as it stands. `warning`: may be right, look before you use it. `notice`: right, but it limits what
 * can be said.
 */
export const Severity = z.enum(['error', 'warning', 'notice']);
export type Severity = z.infer<typeof Severity>;

/** What a check found, where, and in plain words: shown beside the figure and on the page of data quality. */
export const QualityFlag = z.strictObject({
  check: QualityCheck,
  severity: Severity,
  where: z.strictObject({
    /** Null where it is about the dataset as a whole. */
    areaCode: z.string().nullable(),
    period: z.string().nullable(),
    breakdown: z.string().nullable(),
    /** Line of the file, where the row has one. */
    row: z.number().int().nullable(),
  }),
  detail: z.string(),
});
export type QualityFlag = z.infer<typeof QualityFlag>;

/** One figure of a dataset, as the checks read it. */
export interface QualityRow {
  readonly areaCode: string;
  /** Last day of the period, as an ISO day: it orders periods. */
  readonly period: string;
  readonly breakdown: string;
  /** Null where withheld or not applicable. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Line of the file it came from, or null. */
  readonly row: number | null;
  /** The release that gives it, where several are checked together. */
  readonly release?: string;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** The same flags, the worst first and otherwise in their order. */
export const worstFirst = (flags: readonly QualityFlag[]): QualityFlag[] =>
  SEVERITIES.flatMap((severity) => flags.filter((flag) => flag.severity === severity));

export const WHOLE_DATASET: QualityFlag['where'] = { areaCode: null, period: null, breakdown: null, row: null };

export const whereOf = ({ areaCode, period, breakdown, row }: QualityRow): QualityFlag['where'] => ({
  areaCode,
  period,
  breakdown,
  row,
});

const MOST_DECIMALS = 3;

/** `1,234.5`, `−1`: at most three decimals. */
export const plainNumber = (value: number): string => {
  const [whole = '', decimals] = String(Number(value.toFixed(MOST_DECIMALS))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const text = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  return text.replace(/^-/, '\u2212');
};
