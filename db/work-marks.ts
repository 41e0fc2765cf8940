import { type SQL, sql } from 'drizzle-orm';
import pg from 'pg';

/** Says to other processes that this one is at work on something, until that ends or the process does, however it ends. */
export type WorkMarks = {
  /** Gives what takes the mark away. */
  begin(key: string): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** One process has the embedded database: nobody else asks. */
export const noMarks: WorkMarks = { begin: async () => async () => {}, close: async () => {} };

/** Advisory locks of one session of its own, which PostgreSQL drops when the process is gone. */
export function markBySession(url: string): WorkMarks {
  let session: Promise<pg.Client> | null = null;
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, application_name: 'stead-work' });
    client.on('error', () => {
      session = null;
    });
    await client.connect();
    return client;
  };
  const open = (): Promise<pg.Client> => {
    session ??= connect().catch((error: unknown) => {
      session = null;
      throw error;
    });
    return session;
  };
  return {
    begin: async (key) => {
      const client = await open();
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [key]);
      return async () => {
        // A session that broke off has lost its locks already.
        await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(() => {});
      };
    },
    close: async () => {
      await (await session)?.end();
      session = null;
    },
  };
}

/** True where no other process is at work on the key; then none begins before the transaction ends. */
export const isUnmarked = (key: SQL): SQL => sql`pg_try_advisory_xact_lock(hashtextextended(${key}, 0))`;
