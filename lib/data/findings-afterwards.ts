import 'server-only';
import { database } from '@/db/client';
import { listFindings } from '@/lib/data/findings';
import { isImporting } from '@/lib/data/imports/at-work';
import { tableSources } from '@/lib/data/journeys/table-source';
import { findAccountViewer } from '@/lib/data/operator';
import { publishedStore } from '@/lib/data/published-store';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { Root } from '@/lib/domain/geography/area';
import { log } from '@/lib/log';

/** Of several files published in a row the cards are worked out once, after the last. */
const SETTLED_MS = 5_000;

let waiting: NodeJS.Timeout | undefined;

async function loadedRoots(): Promise<readonly Root[]> {
  const { areas } = await publishedStore();
  const loaded = new Set(areas.map(({ root }) => root));
  return Root.options.filter((root) => loaded.has(root));
}

async function workOut(): Promise<void> {
  for (const root of await loadedRoots()) {
    await listFindings(root);
    // The first reader of journeys would wait for their protection.
    await tableSources(root);
  }
}

/** Not in the middle of an import, which would take longer for it and may publish more. */
function workOutOnceSettled(work: () => Promise<void>): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (isImporting()) workOutOnceSettled(work);
    else
      work().catch((error: unknown) => log.error({ err: error }, 'findings were not worked out after a publication'));
  }, SETTLED_MS);
  waiting.unref();
}

/**
 * After a publication: works the findings out without keeping anybody waiting, so that the history has what they said then.
 * A process that ends first, such as a command, leaves that to the first reader.
 */
export async function workOutFindingsSoon(viewer: Viewer): Promise<void> {
  const published = await database();
  workOutOnceSettled(() =>
    runAs(viewer, async () => {
      if ((await database()) === published) await workOut();
    }),
  );
}

/** At the start of a server: makes the tables of journeys ready, as its operator, before anybody asks. Fails in the log only. */
export async function readyJourneysAtStart(): Promise<void> {
  try {
    const operator = await findAccountViewer(null);
    await runAs(operator, async () => {
      for (const root of await loadedRoots()) await tableSources(root);
    });
  } catch (error) {
    log.error({ err: error }, 'tables of journeys were not made ready at the start');
  }
}
