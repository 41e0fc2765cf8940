import 'server-only';
import { database } from '@/db/client';
import { listFindings } from '@/lib/data/findings';
import { tableSources } from '@/lib/data/journeys/table-source';
import { publishedStore } from '@/lib/data/published-store';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { Root } from '@/lib/domain/geography/area';
import { log } from '@/lib/log';

/** Of several files published in a row the cards are worked out once, after the last. */
const SETTLED_MS = 5_000;

let waiting: NodeJS.Timeout | undefined;

async function workOut(): Promise<void> {
  const { areas } = await publishedStore();
  const loaded = new Set(areas.map(({ root }) => root));
  for (const root of Root.options) {
    if (!loaded.has(root)) continue;
    await listFindings(root);
    // The first reader of journeys would wait for their protection.
    await tableSources(root);
  }
}

/**
 * After a publication: works the findings out without keeping anybody waiting, so that the history has what they said then.
 * A process that ends first, such as a command, leaves that to the first reader.
 */
export async function workOutFindingsSoon(viewer: Viewer): Promise<void> {
  const published = await database();
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    runAs(viewer, async () => {
      if ((await database()) === published) await workOut();
    }).catch((error: unknown) => log.error({ err: error }, 'findings were not worked out after a publication'));
  }, SETTLED_MS);
  waiting.unref();
}
