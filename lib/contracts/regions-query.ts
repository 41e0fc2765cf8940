import { z } from 'zod';
import { ENGLAND, UNITED_KINGDOM } from '@/lib/domain/geography/area';
import { ComparedType } from './region';

const Comparator = z.enum([ENGLAND, UNITED_KINGDOM]);

/** The address of `/regions`: every key has a default, unknown keys are refused. */
export const RegionsQuery = z.strictObject({
  type: ComparedType.default('training_region'),
  indicator: z.string().max(80).optional(),
  breakdown: z.string().max(80).optional(),
  compare: Comparator.default(ENGLAND),
  view: z.enum(['tiles', 'bubbles']).default('tiles'),
  sort: z.enum(['name', 'value']).default('value'),
  dir: z.enum(['asc', 'desc']).default('desc'),
  q: z.string().max(80).default(''),
});
export type RegionsQuery = z.infer<typeof RegionsQuery>;

/** What each type shows first. */
export const FIRST_INDICATOR: Readonly<Record<ComparedType, { indicator: string; breakdown: string }>> = {
  training_region: { indicator: 'need-index-core', breakdown: 'all' },
  nhs_region: { indicator: 'need-index-core', breakdown: 'all' },
  icb: { indicator: 'need-index-core', breakdown: 'all' },
  local_authority: { indicator: 'imd-score', breakdown: 'all' },
};

/** The address of a query without what is default anyway. */
export function regionsHref(query: Partial<RegionsQuery>): string {
  const defaults: Record<string, unknown> = RegionsQuery.parse({});
  const kept = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== '' && value !== defaults[key],
  );
  const search = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
  return search ? `/regions?${search}` : '/regions';
}
