import 'server-only';
import { database } from '@/db/client';
import { listFindings } from '@/lib/data/findings';
import { isImporting } from '@/lib/data/imports/at-work';
import { tableSources } from '@/lib/data/journeys/table-source';
import { findAccountViewer } from '@/lib/data/operator';
import { publishedStore } from '@/lib/data/published-store';
import { schoolsInWords } from '@/lib/data/school-reach/words-block';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { Root } from '@/lib/domain/geography/area';
import { log } from '@/lib/log';

/** Of several files published in a row the cards are worked out once, after the last. */
const SETTLED_MS = 5_000;
/** A publication that another process made, or that its day has brought, is in the history this much later at the latest. */
const SEEN_MS = 600_000;

type Work = (isInCommand: boolean) => Promise<void>;
let waiting: { readonly timer: NodeJS.Timeout; readonly work: Work } | undefined;

async function loadedRoots(): Promise<readonly Root[]> {
  const { areas } = await publishedStore();
  const loaded = new Set(areas.map(({ root }) => root));
  return Root.options.filter((root) => loaded.has(root));
}

async function workOut(): Promise<void> {
  for (const root of await loadedRoots()) await listFindings(root);
}

/** The first reader of journeys would wait for their protection, and that of a school for the fits. */
async function readyTables(): Promise<void> {
  for (const root of await loadedRoots()) {
    await tableSources(root);
    await schoolsInWords(root);
  }
}

const inLog = (error: unknown): void => log.error({ err: error }, 'findings were not worked out after a publication');

/** Not in the middle of an import, which would take longer for it and may publish more. */
function workOutOnceSettled(work: Work): void {
  clearTimeout(waiting?.timer);
  const timer = setTimeout(() => {
    if (isImporting()) return workOutOnceSettled(work);
    waiting = undefined;
    work(false).catch(inLog);
  }, SETTLED_MS);
  timer.unref();
  waiting = { timer, work };
}

/**
 * After a publication: works the findings out without keeping anybody waiting, so that the history has what they said then.
 * A command works them out before it ends (`findingsWorkedOut`).
 */
export async function workOutFindingsSoon(viewer: Viewer): Promise<void> {
  const published = await database();
  workOutOnceSettled((isInCommand) =>
    runAs(viewer, async () => {
      if ((await database()) !== published) return;
      await workOut();
      if (!isInCommand) await readyTables();
    }),
  );
}

/**
 * At the end of a command: works out now what a publication of it has left for later, because nobody may read the cards before the
 * next publication. Fails in the log only.
 */
export async function findingsWorkedOut(onStart: () => void): Promise<void> {
  if (!waiting) return;
  const { timer, work } = waiting;
  clearTimeout(timer);
  waiting = undefined;
  onStart();
  await work(true).catch(inLog);
}

/**
 * At the start of a server, as its operator: makes the tables of journeys ready before anybody asks, then keeps the history of the
 * findings up with publications of other processes and of the day. Fails in the log only.
 */
export async function readyJourneysAtStart(): Promise<void> {
  try {
    const operator = await findAccountViewer(null);
    await runAs(operator, async () => {
      await readyTables();
      await workOut();
    });
    setInterval(() => void runAs(operator, workOut).catch(inLog), SEEN_MS).unref();
  } catch (error) {
    log.error({ err: error }, 'tables of journeys were not made ready at the start');
  }
}
