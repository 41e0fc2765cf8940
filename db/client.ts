import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { env } from '@/lib/env';
import { takeLock } from './lock';
import { prepareQueue } from './queue';
import { markBySession, noMarks, type WorkMarks } from './work-marks';

/** A database, or a transaction in it: what every query takes first. */
export type Executor = PgDatabase<PgQueryResultHKT>;

export type Database = {
  readonly engine: 'embedded' | 'postgresql';
  /** Of a PostgreSQL server: for what has connections of its own. */
  readonly url: string | null;
  readonly executor: Executor;
  readonly marks: WorkMarks;
  migrate(): Promise<void>;
  /** What works on the database ends before it does. */
  beforeClose(end: () => Promise<void>): void;
  close(): Promise<void>;
};

type Ends = (() => Promise<void>)[];

const endAll = async (ends: Ends): Promise<void> => {
  await Promise.all(ends.map((end) => end()));
};

const MIGRATIONS = { migrationsFolder: path.join(process.cwd(), 'db/migrations') };

/** Opens the embedded database under its exclusive lock; `null` keeps it in memory (tests). */
export async function openEmbedded(directory: string | null): Promise<Database> {
  const unlock = directory === null ? () => {} : takeLock(directory);
  try {
    if (directory !== null) mkdirSync(path.join(directory, 'db'), { recursive: true });
    const client = await PGlite.create(directory === null ? {} : { dataDir: path.join(directory, 'db') });
    const executor = drizzlePglite(client);
    const ends: Ends = [];
    return {
      engine: 'embedded',
      url: null,
      executor,
      marks: noMarks,
      migrate: () => migratePglite(executor, MIGRATIONS),
      beforeClose: (end) => ends.push(end),
      close: async () => {
        await endAll(ends);
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Opens a PostgreSQL server (15 or newer). */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'stead' });
  // An idle connection that the server ends must not end the process; the next query reconnects.
  pool.on('error', () => {});
  const executor = drizzlePostgres(pool);
  const marks = markBySession(url);
  const ends: Ends = [];
  return {
    engine: 'postgresql',
    url,
    executor,
    marks,
    migrate: async () => {
      await migratePostgres(executor, MIGRATIONS);
      await prepareQueue(url);
    },
    beforeClose: (end) => ends.push(end),
    close: async () => {
      await endAll(ends);
      await marks.close();
      await pool.end();
    },
  };
}

declare global {
  // One connection per process, kept across module reloads.
  var steadDatabase: Promise<Database> | undefined;
}

/** The process's database, opened once. `npm run up` has migrated it. */
export function database(): Promise<Database> {
  globalThis.steadDatabase ??= env.DATABASE_URL
    ? Promise.resolve(openPostgres(env.DATABASE_URL))
    : openEmbedded(env.STEAD_DIR);
  return globalThis.steadDatabase;
}

/**
 * Runs `work` in a transaction that carries the user's id under a role that owns nothing, so that
 * row-level security enforces that user's grants. Use the argument, never an outer executor: on the
 * embedded engine the outer one waits for this transaction for ever.
 */
export function withScope<T>(db: Database, userId: string, work: (tx: Executor) => Promise<T>): Promise<T> {
  return db.executor.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.user_id', ${userId}, true), set_config('role', 'stead_app', true)`);
    return work(tx);
  });
}

/** Sign-in: may find accounts and record the attempt, nothing else. */
export function withSignIn<T>(db: Database, work: (tx: Executor) => Promise<T>): Promise<T> {
  return db.executor.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'stead_auth', true)`);
    return work(tx);
  });
}

/** Set-up and publication: writes published data and first accounts, reads no scoped table. */
export function withPublisher<T>(db: Database, work: (tx: Executor) => Promise<T>): Promise<T> {
  return db.executor.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'stead_publisher', true)`);
    return work(tx);
  });
}

/** Processes that make runs: see how far those of everybody are, and nothing else. */
export function withWorker<T>(db: Database, work: (tx: Executor) => Promise<T>): Promise<T> {
  return db.executor.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'stead_worker', true)`);
    return work(tx);
  });
}
