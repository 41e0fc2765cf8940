import 'server-only';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { type Area, countryOf, type Root } from '@/lib/domain/geography/area';
import { listAreas } from './areas';
import { compareAreas } from './figures';
import { authorise } from './viewer';

const SHOWN = [
  { indicatorId: 'need-index-core', breakdown: 'all' },
  { indicatorId: 'pop-most-deprived-fifth', breakdown: 'all' },
  { indicatorId: 'specialty-fill-rate', breakdown: 'ST3' },
  { indicatorId: 'specialty-fill-rate', breakdown: 'ST4' },
] as const;

export type HomeRegions = { areas: readonly Area[]; comparisons: readonly IndicatorComparison[] };

/** Need and fill of every training region of a country, for a commissioner’s first page. */
export async function listHomeRegions(root: Root): Promise<HomeRegions> {
  await authorise('figures:read');
  const comparatorCode = countryOf(root).code;
  const [areas, comparisons] = await Promise.all([
    listAreas(['training_region'], { root }),
    Promise.all(SHOWN.map((ref) => compareAreas({ ...ref, root, type: 'training_region', comparatorCode }))),
  ]);
  return { areas, comparisons };
}
