import 'server-only';
import { type Database, withWorker } from '@/db/client';
import { askForRun, beat, failRun, markAllInterrupted, storeResult } from '@/lib/data/queries/run-progress';
import { asViewer } from '@/lib/data/viewer';
import { log } from '@/lib/log';
import type { JobRunner } from './job-runner';
import { runHere } from './run-draws';
import { assertOpen, planStored, RunRefused } from './stored-run';

/** One process has the embedded database: its threads make the draws, which are kept in memory until the run is whole. */
export function threadRunner(db: Database): JobRunner {
  let marked: Promise<unknown> | null = null;
  const begin = async (): Promise<void> => {
    const marking = marked ?? withWorker(db, markAllInterrupted);
    marked = marking;
    // Else a database that was away once would be away for ever.
    marking.catch(() => {
      marked = null;
    });
    await marking;
  };
  return {
    isShared: false,
    begin,
    end: async () => {},
    compute: async (viewer, row, watch) => {
      await begin();
      await asViewer(viewer, async (tx) => {
        await askForRun(tx, row, viewer.userId);
        await beat(tx, row.id);
      });
      try {
        const result = await runHere(await planStored(viewer, row), { ...watch, urgency: 'stored' });
        await assertOpen(viewer, row);
        await asViewer(viewer, (tx) => storeResult(tx, row, result));
        return result;
      } catch (error) {
        log.warn({ err: error, runId: row.id }, 'a run failed');
        const why = error instanceof RunRefused ? error.message : 'the server could not finish it; its log says why.';
        await asViewer(viewer, (tx) => failRun(tx, row.id, why));
        throw error;
      }
    },
  };
}
