import 'server-only';
import { desc, max } from 'drizzle-orm';
import { observation, publishedPack } from '@/db/schema';
import { asViewer, authorise } from './viewer';

export type DataStatus = { dataTo: string | null; packId: string | null };

/** What the foot of every page says: the newest period and the pack that is loaded. */
export async function getDataStatus(): Promise<DataStatus> {
  const viewer = await authorise('figures:read');
  return asViewer(viewer, async (tx) => {
    const [newest] = await tx.select({ dataTo: max(observation.periodEnd) }).from(observation);
    const [pack] = await tx
      .select({ sha256: publishedPack.sha256 })
      .from(publishedPack)
      .orderBy(desc(publishedPack.loadedAt))
      .limit(1);
    return { dataTo: newest?.dataTo ?? null, packId: pack?.sha256.slice(0, 8) ?? null };
  });
}
