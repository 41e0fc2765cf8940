import type { Database } from '@/db/client';
import { loadPublishedPack } from '@/db/seeds/load-published-pack';
import { createTestDb } from './test-db';

/** A fresh database with the published pack, which `database()` then gives to the guarded layer under test. */
export async function openPublishedDb(): Promise<Database> {
  const db = await createTestDb();
  await loadPublishedPack(db);
  globalThis.steadDatabase = Promise.resolve(db);
  return db;
}
