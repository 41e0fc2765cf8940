import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { CLOCKS, type Clock } from '@/lib/domain/journeys/journey-places';
import { CHARACTERISTICS, type Characteristic } from '@/lib/domain/journeys/journey-shapes';
import type { JourneyTableQuery } from './journeys';
import type { FileFormat } from './table-file';

export const JourneysView = z.enum(['matrix', 'stages', 'map', 'distances', 'capital', 'gini', 'region']);
export type JourneysView = z.infer<typeof JourneysView>;

/** A form sends what wasn't chosen as an empty text. */
const Choice = z
  .string()
  .max(80)
  .transform((given) => (given === '' ? undefined : given))
  .optional();

/** The address of `/journeys`. */
export const JourneysQuery = z.strictObject({
  country: Root.default('england'),
  view: JourneysView.optional(),
  /** Name of a table of flows. */
  table: Choice,
  /** Clock and label: `entry:2016 to 2020`. */
  period: Choice,
  /** One characteristic with its value: `sex:F`. */
  group: Choice,
  /** One of the reader’s own schools, where they have several. */
  school: Choice,
  /** Everything from one origin, or to one destination. */
  from: Choice,
  to: Choice,
  /** The region's version: who trains there, and where they go. */
  region: Choice,
  /** Order of a matrix: `place` (north to south), `name`, `people`, `stayed`, or the code of a column. */
  sort: Choice,
  dir: z.enum(['asc', 'desc']).optional(),
});
export type JourneysQuery = z.infer<typeof JourneysQuery>;

const DEFAULTS: Readonly<Record<string, string>> = { country: 'england', view: 'matrix' };

/** The address without what is default anyway. */
export function journeysHref(query: Partial<JourneysQuery>): string {
  const isRegion = query.region !== undefined && query.view === 'region';
  const kept = Object.entries(query).filter(
    ([key, value]) => value !== undefined && DEFAULTS[key] !== value && !(isRegion && key === 'view'),
  );
  const text = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '/journeys' : `/journeys?${text}`;
}

/** Shown where the address doesn't say: a region has its own view. */
export const viewOf = ({ view, region }: JourneysQuery): JourneysView =>
  view ?? (region === undefined ? 'matrix' : 'region');

export type PeriodChoice = { clock: Clock; label: string };
export type GroupChoice = { by: Characteristic; value: string };

const split = (text: string): [string, string] => {
  const at = text.indexOf(':');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

export const periodText = ({ clock, label }: PeriodChoice): string => `${clock}:${label}`;

export function periodChoice(period: string | undefined): PeriodChoice | null {
  const [given, label] = split(period ?? '');
  const clock = CLOCKS.find((one) => one === given);
  return clock && label !== '' ? { clock, label } : null;
}

export function groupChoice(group: string | undefined): GroupChoice | null {
  const [given, value] = split(group ?? '');
  const by = CHARACTERISTICS.find((one) => one === given);
  return by && value !== '' ? { by, value } : null;
}

/** What a table is asked for: period and characteristic of the address. */
export function tableQueryOf({
  country,
  period,
  group,
}: Pick<JourneysQuery, 'country' | 'period' | 'group'>): JourneyTableQuery {
  const [when, who] = [periodChoice(period), groupChoice(group)];
  return {
    country,
    ...(when ? { clock: when.clock, period: when.label } : {}),
    ...(who ? { [who.by]: who.value } : {}),
  };
}

/** Where files of a table are to be had, as the reader has narrowed it. */
export function journeyFiles(shape: string, query: JourneyTableQuery): Readonly<Record<FileFormat, string>> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const href = (format: FileFormat) =>
    `/api/v1/journeys/${shape}?${new URLSearchParams([...given.map(([key, value]) => [key, String(value)]), ['format', format]])}`;
  return { csv: href('csv'), xlsx: href('xlsx') };
}
