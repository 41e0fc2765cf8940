import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';

/**
 * For what is made of a whole release at once. PostgreSQL has counted the rows of other releases, not of the one just written: it takes
 * them for a few, and loops over tens of thousands of rows for each of as many. Compiling such a plan costs more than running it.
 */
export const planForWholeReleases = (tx: Executor) =>
  tx.execute(sql`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`);

/**
 * Until the transaction ends, nobody else publishes, withdraws or makes sums with what is published: on PostgreSQL two that didn't wait
 * would each miss what the other did. Take it before any row, so that two never wait for each other.
 */
export async function lockPublications(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('stead publications', 0))`);
  await planForWholeReleases(tx);
}
