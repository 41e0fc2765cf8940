import 'server-only';
import { count, max } from 'drizzle-orm';
import { observation } from '@/db/schema';
import { Indicator } from '@/lib/domain/indicators/indicator';
import { selectIndicators } from './queries/figures';
import { asViewer, authorise } from './viewer';

export type CatalogueEntry = { indicator: Indicator; figures: number; latest: string | null };

/** Every indicator with how much of it is loaded, in catalogue order. */
export async function listCatalogue(): Promise<CatalogueEntry[]> {
  const viewer = await authorise('figures:read');
  return asViewer(viewer, async (tx) => {
    const indicators = await selectIndicators(tx);
    const counts = await tx
      .select({ id: observation.indicatorId, figures: count(), latest: max(observation.periodLabel) })
      .from(observation)
      .groupBy(observation.indicatorId);
    return indicators.map((row) => {
      const found = counts.find(({ id }) => id === row.id);
      return { indicator: Indicator.parse(row), figures: found?.figures ?? 0, latest: found?.latest ?? null };
    });
  });
}
