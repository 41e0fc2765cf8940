import 'server-only';
import type { Root } from '@/lib/domain/geography/area';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { publishedStore } from './published-store';
import { authorise } from './viewer';

export type CatalogueEntry = { indicator: Indicator; figures: number; latest: string | null };

/** Every indicator with how much of it is loaded for a country, in catalogue order. */
export async function listCatalogue(root: Root = 'england'): Promise<CatalogueEntry[]> {
  await authorise('figures:read');
  const { indicators, figuresByIndicator, areaByCode } = await publishedStore();
  return indicators.map((indicator) => {
    const all = figuresByIndicator.get(indicator.id) ?? [];
    const figures = all.filter(({ areaCode }) => areaByCode.get(areaCode)?.root === root);
    const latest = figures
      .map(({ period }) => period)
      .toSorted((a, b) => (a.end < b.end ? -1 : 1))
      .at(-1);
    return { indicator, figures: figures.length, latest: latest?.label ?? null };
  });
}
