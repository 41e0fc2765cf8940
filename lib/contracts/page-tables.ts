import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { RegionQuery } from './regions-query';
import { RunId } from './run-id';
import { SchoolQuery } from './school-reach-query';
import type { FileFormat } from './table-file';

const country = Root.default('england');
const code = z.string().min(1).max(80);
const Nothing = z.strictObject({});
const OfCountry = z.strictObject({ country });
/** The tables and drawings of a briefing. */
export const BriefingPart = z.enum(['position', 'map', 'bars', 'actions', 'levers', 'option', 'affected', 'sources']);
export type BriefingPart = z.infer<typeof BriefingPart>;

/** Up to four, separated by commas. */
const RunIds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(RunId).max(4));

const OfImport = z.strictObject({ import: code });
const OfArea = z.strictObject({ area: code });

/**
 * Tables of pages that are to be had as files beside those of the read API, `GET /api/exports/{table}`: each with what the
 * address of its page says of it. For who is signed in; no token opens them.
 */
export const PAGE_TABLES = {
  accounts: Nothing,
  audit: Nothing,
  tokens: Nothing,
  briefings: Nothing,
  briefing: z.strictObject({ briefing: code, part: BriefingPart }),
  scenarios: z.strictObject({ shown: z.enum(['current', 'put-away']).default('current') }),
  'received-runs': Nothing,
  'backtest-errors': OfCountry,
  'backtest-forecasts': OfCountry,
  'past-projections': OfCountry,
  'compared-runs': z.strictObject({ runs: RunIds, part: z.enum(['outcomes', 'inputs']) }),
  releases: Nothing,
  'indicator-releases': z.strictObject({ indicator: code, country }),
  catalogue: z.strictObject({ q: z.string().max(80).default(''), country }),
  'count-tables': OfCountry,
  imports: Nothing,
  'import-errors': OfImport,
  'import-notes': OfImport,
  recommendations: Nothing,
  levers: Nothing,
  'evidence-themes': Nothing,
  'evidence-sources': Nothing,
  findings: OfCountry,
  'training-regions': OfCountry,
  'placement-stability': RegionQuery.pick({ specialty: true, level: true, before: true }).extend({ area: code }),
  'specialty-posts': OfArea,
  'under-doctored': OfArea,
  'similar-areas': OfArea,
  'home-authorities': SchoolQuery.pick({ period: true, sort: true, dir: true }).extend({ school: code }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;

export type PageTable = keyof typeof PAGE_TABLES;

export const isPageTable = (name: string): name is PageTable => Object.hasOwn(PAGE_TABLES, name);

/** Where the files of a page's table are to be had. */
export function tableFiles<Table extends PageTable>(
  table: Table,
  query: { [Key in keyof z.input<(typeof PAGE_TABLES)[Table]>]: string | undefined },
): Readonly<Record<FileFormat, string>> {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const href = (format: FileFormat) => `/api/exports/${table}?${new URLSearchParams([...kept, ['format', format]])}`;
  return { csv: href('csv'), xlsx: href('xlsx') };
}
