import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { log } from '@/lib/log';

/** Public: whether the database answers. */
export async function checkHealth(): Promise<boolean> {
  try {
    await (await database()).executor.execute(sql`select 1`);
    return true;
  } catch (error) {
    log.error({ err: error }, 'the database does not answer');
    return false;
  }
}
