import { z } from 'zod';
import { AnswerFormat, type FileFormat } from './table-file';

/** Characteristics that a mix of the intake may be asked about. */
export const MIX_CHARACTERISTICS = ['quintile', 'sex', 'ethnicity'] as const;
export const MixCharacteristic = z.enum(MIX_CHARACTERISTICS);
export type MixCharacteristic = z.infer<typeof MixCharacteristic>;

export const SCHOOL_VIEWS = ['reach', 'who', 'destinations'] as const;

const MOST_GROUPS = 5;

/** One number to a group, in the group's order; a form sends them one by one. Read, and found wanting, where the mix is worked out. */
const Shares = z
  .union([z.string().max(20), z.array(z.string().max(20)).max(MOST_GROUPS)])
  .transform((given) => (typeof given === 'string' ? [given] : given))
  .default([]);

/** The address of `/schools/[school]`. */
export const SchoolQuery = z.strictObject({
  view: z.enum(SCHOOL_VIEWS).default('reach'),
  /** Entry years, as listed on the page; all years where it isn't given. */
  period: z
    .string()
    .max(40)
    .optional()
    .transform((given) => (given === '' ? undefined : given)),
  map: z.enum(['bubbles', 'tiles', 'boundaries']).default('bubbles'),
  sort: z.enum(['rate', 'entrants', 'distance', 'name']).default('rate'),
  dir: z.enum(['asc', 'desc']).default('desc'),
  /** How much of the list of authorities. */
  list: z.enum(['first', 'all']).default('first'),
  /** The intake mix that is asked about: by what, and % of each group. */
  by: MixCharacteristic.default('quintile'),
  share: Shares,
});
export type SchoolQuery = z.infer<typeof SchoolQuery>;

/** What the reach of a school is worked out for. */
export type SchoolReachQuery = {
  readonly period?: string | undefined;
  readonly mix?: { readonly by: MixCharacteristic; readonly shares: readonly string[] };
};

/** `GET /api/v1/schools/{code}/card` and `/reach`. */
export const SchoolPeriodQuery = SchoolQuery.pick({ period: true });

/** `GET /api/v1/schools/{code}/cold-spots`. */
export const ColdSpotsQuery = SchoolQuery.pick({ period: true }).extend({ format: AnswerFormat });

const DEFAULTS: ReadonlyMap<string, unknown> = new Map(Object.entries(SchoolQuery.parse({})));

function search(query: object): string {
  const kept = Object.entries(query).flatMap(([key, value]) => {
    if (value === undefined || value === DEFAULTS.get(key)) return [];
    return (Array.isArray(value) ? value : [value]).map((one) => [key, String(one)]);
  });
  const text = new URLSearchParams(kept).toString();
  return text === '' ? '' : `?${text}`;
}

/** The address of a school's page without what is default anyway. */
export const schoolHref = (code: string, query: Partial<SchoolQuery> = {}): string =>
  `/schools/${encodeURIComponent(code)}${search(query)}`;

/** Where the files of a school's cold spots are to be had. */
export function coldSpotFiles(code: string, period: string | undefined): Readonly<Record<FileFormat, string>> {
  const href = (format: FileFormat) =>
    `/api/v1/schools/${encodeURIComponent(code)}/cold-spots${search({ period, format })}`;
  return { csv: href('csv'), xlsx: href('xlsx') };
}

/** Where a school's card is to be had, as PDF. */
export const schoolCardFile = (code: string, period: string | undefined): string =>
  `/api/v1/schools/${encodeURIComponent(code)}/card${search({ period })}`;
