import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Database, openEmbedded, openPostgres, withPublisher } from '@/db/client';
import { appUser, roleGrant } from '@/db/schema';

/** Set by `npm run verify` to a PostgreSQL server for the second half of the SQL tests. */
const SERVER = process.env.STEAD_TEST_POSTGRES;

/** A fresh migrated database: in memory, or a new one on the PostgreSQL server under test. */
export async function createTestDb(): Promise<Database> {
  const db = SERVER ? openPostgres(await createServerDatabase(SERVER)) : await openEmbedded(null);
  await db.migrate();
  return db;
}

export async function createServerDatabase(server: string): Promise<string> {
  const name = `stead_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

export type TestGrant = { role: string; scope: string };

/** An account with the given grants; the hash matches no password. Returns its id. */
export async function addUser(db: Database, email: string, grants: readonly TestGrant[]): Promise<string> {
  const id = randomUUID();
  await withPublisher(db, async (tx) => {
    await tx.insert(appUser).values({ id, email, name: email, passwordHash: 'none' });
    for (const { role, scope } of grants) await tx.insert(roleGrant).values({ userId: id, role, scope });
  });
  return id;
}
