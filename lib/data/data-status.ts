import 'server-only';
import { desc } from 'drizzle-orm';
import { publishedPack } from '@/db/schema';
import { publishedStore } from './published-store';
import { asViewer, authorise } from './viewer';

export type DataStatus = { dataTo: string | null; packId: string | null };

const known = new WeakMap<object, DataStatus>();

/** What the foot of every page says: the newest period and the pack that is loaded. */
export async function getDataStatus(): Promise<DataStatus> {
  const viewer = await authorise('figures:read');
  const store = await publishedStore();
  const status = known.get(store);
  if (status) return status;
  // Of England: invented figures don't make real ones newer.
  const ends = [...store.figuresByArea].flatMap(([code, figures]) =>
    store.areaByCode.get(code)?.root === 'england' ? figures.map(({ period }) => period.end) : [],
  );
  const [pack] = await asViewer(viewer, (tx) =>
    tx.select({ sha256: publishedPack.sha256 }).from(publishedPack).orderBy(desc(publishedPack.loadedAt)).limit(1),
  );
  const fresh = { dataTo: ends.sort().at(-1) ?? null, packId: pack?.sha256.slice(0, 8) ?? null };
  known.set(store, fresh);
  return fresh;
}
