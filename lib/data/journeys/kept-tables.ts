import 'server-only';
import { database, withPublisher } from '@/db/client';
import { keepProtectedTables, selectProtectedTables } from '@/lib/data/queries/protected-tables';
import type { ProtectionRequest } from '@/lib/domain/journeys/protection/protect-journeys';
import type { ProtectedJourneys } from '@/lib/domain/journeys/protection/protected-journeys';
import { runJob } from '@/lib/jobs/runner';
import { protectJourneysTask } from '@/lib/jobs/task-contracts';
import { log } from '@/lib/log';
import { fromBytes, toBytes } from './protected-bytes';
import { protectionKey } from './protection-key';

/** What the tables are of, such as `cohort england`, and the release they are made from. */
export type KeptOf = { source: string; releaseId: string };

/** What was made last of a source; null where nothing is kept, or it can't be read. */
async function kept(source: string): Promise<{ key: string; tables: ProtectedJourneys } | null> {
  const [row] = await withPublisher(await database(), (tx) => selectProtectedTables(tx, source));
  if (!row) return null;
  const tables = await fromBytes(row.body, row.key).catch((error: unknown) => {
    log.warn({ err: error, source }, 'kept tables can’t be read: they are made again');
    return null;
  });
  return tables && { key: row.key, tables };
}

async function keep({ source, releaseId }: KeptOf, key: string, tables: ProtectedJourneys): Promise<void> {
  const body = await toBytes(tables, key);
  await withPublisher(await database(), (tx) => keepProtectedTables(tx, { source, releaseId, key, body }));
}

/**
 * Tables protected together: those that are kept, if they were made from the same people, places and rule by the same method, else
 * made by a worker and kept instead. What those before withheld by the same rule, of an earlier release or method, stays withheld: readers
 * have seen the cells beside it. Call it after authorising.
 */
export async function protectedTablesOf(of: KeptOf, request: ProtectionRequest): Promise<ProtectedJourneys> {
  // Nothing is protected: the tables are the counts themselves, which are not kept a second time.
  if (request.ruleSet.roundedTo === 1) return runJob(protectJourneysTask, request);
  const key = protectionKey(request);
  const found = await kept(of.source);
  if (found?.key === key) return found.tables;
  const earlier = found?.tables.ruleSet === request.ruleSet.id ? { earlier: found.tables } : {};
  const tables = await runJob(protectJourneysTask, { ...request, ...earlier });
  await keep(of, key, tables).catch((error: unknown) =>
    log.warn({ err: error, source: of.source }, 'protected tables could not be kept'),
  );
  return tables;
}
