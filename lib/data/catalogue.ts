import 'server-only';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { publishedStore } from './published-store';
import { authorise } from './viewer';

export type CatalogueEntry = { indicator: Indicator; figures: number; latest: string | null };

/** Every indicator with how much of it is loaded, in catalogue order. */
export async function listCatalogue(): Promise<CatalogueEntry[]> {
  await authorise('figures:read');
  const { indicators, figuresByIndicator } = await publishedStore();
  return indicators.map((indicator) => {
    const figures = figuresByIndicator.get(indicator.id) ?? [];
    const latest = figures
      .map(({ period }) => period)
      .toSorted((a, b) => (a.end < b.end ? -1 : 1))
      .at(-1);
    return { indicator, figures: figures.length, latest: latest?.label ?? null };
  });
}
