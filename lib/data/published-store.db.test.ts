import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { forgetPublished, publishedStore } from '@/lib/data/published-store';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

describe('what is published, held by the process', () => {
  let db: Database;
  let viewer: Viewer;
  beforeAll(async () => {
    db = await openPublishedDb();
    viewer = await addViewer(db, 'reader@example.test', []);
  }, 90_000);
  afterAll(() => db.close());

  it('is read once for all who ask meanwhile', async () => {
    await forgetPublished();
    const stores = await runAs(viewer, () => Promise.all([publishedStore(), publishedStore(), publishedStore()]));
    expect(new Set(stores).size).toBe(1);
  });

  it('is read anew after a publication, though an older reading was under way', async () => {
    await runAs(viewer, async () => {
      await forgetPublished();
      const before = publishedStore();
      // Turns of the queue of promises, of which the embedded database needs thousands: the reading has begun and isn't done.
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      await forgetPublished();
      const after = publishedStore();
      const old = await before;
      const next = await publishedStore();
      expect(next).not.toBe(old);
      expect(next).toBe(await after);
    });
  });

  it('is read again after a reading that failed', async () => {
    await forgetPublished();
    const nobody: Viewer = { ...viewer, userId: 'not an id', grants: [] };
    await expect(runAs(nobody, publishedStore)).rejects.toThrow();
    const store = await runAs(viewer, publishedStore);
    expect(store.areas.length).toBeGreaterThan(0);
  });
});
