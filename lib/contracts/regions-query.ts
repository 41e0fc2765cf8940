import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { ComparedType } from './region';
import { AnswerFormat, type FileFormat } from './table-file';

const MOST_PEERS = 12;

/** Codes in one text, `a,b`; a form sends them one by one. Sorted, so that the same choice has the same address. */
const Peers = z
  .union([z.string().max(400), z.array(z.string().max(80)).max(60)])
  .transform((given) =>
    [...new Set((typeof given === 'string' ? given.split(',') : given).map((code) => code.trim()))]
      .filter((code) => code !== '')
      .sort()
      .slice(0, MOST_PEERS)
      .join(','),
  )
  .default('');

/** The codes of `peers`. */
export const peerCodes = (peers: string): string[] => peers.split(',').filter((code) => code !== '');

/** The indicator on a map of tiles, bubbles or real boundaries. `rug`: all indicators. `association`: two indicators. */
const View = z.enum(['tiles', 'bubbles', 'boundaries', 'rug', 'association']);

/** The address of `/regions`: every key has a default, unknown keys are refused. */
export const RegionsQuery = z.strictObject({
  country: Root.default('england'),
  type: ComparedType.default('training_region'),
  /** The areas as they were on this day; boards change. */
  on: z.iso.date().optional(),
  indicator: z.string().max(80).optional(),
  breakdown: z.string().max(80).optional(),
  /** Code of an area, or `period:2023`: each area against its own figure of that year; else the country. */
  compare: z.string().max(80).optional(),
  view: View.default('tiles'),
  sort: z.enum(['name', 'value']).default('value'),
  dir: z.enum(['asc', 'desc']).default('desc'),
  q: z.string().max(80).default(''),
  peers: Peers,
  /** The rug's columns: from most to least similar to this area, or by name. */
  area: z.string().max(80).optional(),
  order: z.enum(['similarity', 'name']).default('similarity'),
  /** Indicator and breakdown of each axis, `imd-score` or `gp-fte-per-10k.fifth-1`. */
  x: z.string().max(160).optional(),
  y: z.string().max(160).optional(),
});
export type RegionsQuery = z.infer<typeof RegionsQuery>;

/** What each type shows first. */
export const FIRST_INDICATOR: Readonly<Record<ComparedType, { indicator: string; breakdown: string }>> = {
  training_region: { indicator: 'need-index-core', breakdown: 'all' },
  nhs_region: { indicator: 'need-index-core', breakdown: 'all' },
  icb: { indicator: 'need-index-core', breakdown: 'all' },
  local_authority: { indicator: 'imd-score', breakdown: 'all' },
};

const PERIOD = /^period:(\d{4})$/;

/** The year of `period:2023`, or null where the comparator is an area. */
export const comparatorYear = (compare: string | undefined): string | null => PERIOD.exec(compare ?? '')?.[1] ?? null;

function search(query: object, defaults: object): string {
  const known = new Map(Object.entries(defaults));
  const kept = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== '' && value !== known.get(key),
  );
  const text = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/** The address of a query without what is default anyway. */
export const regionsHref = (query: Partial<RegionsQuery>): string => `/regions${search(query, RegionsQuery.parse({}))}`;

/** The address of `/regions/[area]`. `compare` as a view: the spine table and similar areas; the rest is the profile. */
export const RegionQuery = z.strictObject({
  view: z.enum(['profile', 'compare']).default('profile'),
  compare: z.string().max(80).optional(),
  peers: Peers,
  /** Rows of the spine table. */
  order: z.enum(['group', 'distance']).default('group'),
  /** Placement stability: whose, and the last day of the earlier year. */
  specialty: z.string().max(120).optional(),
  level: z.string().max(10).optional(),
  before: z.string().max(10).optional(),
});
export type RegionQuery = z.infer<typeof RegionQuery>;

/** `GET /api/v1/areas/{code}/comparison`: the table of the compare view. */
export const ComparisonFileQuery = RegionQuery.omit({
  view: true,
  specialty: true,
  level: true,
  before: true,
}).extend({ format: AnswerFormat });

/** Where files of the compare view are to be had, as the reader has set it. */
export function comparisonFiles(
  code: string,
  { compare, peers, order }: RegionQuery,
): Readonly<Record<FileFormat, string>> {
  const href = (format: FileFormat) =>
    `/api/v1/areas/${encodeURIComponent(code)}/comparison${search({ compare, peers, order, format }, RegionQuery.parse({}))}`;
  return { csv: href('csv'), xlsx: href('xlsx') };
}

export const regionHref = (code: string, query: Partial<RegionQuery>): string =>
  `/regions/${encodeURIComponent(code)}${search(query, RegionQuery.parse({}))}`;
