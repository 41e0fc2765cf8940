import 'server-only';
import { type PublishedStore, publishedStore } from '@/lib/data/published-store';

/**
 * Builds something once for a publication and a key; everything that reads it shares it. A failed build is tried again.
 * What is held isn't the reader's own: call it after authorising.
 */
export function heldByPublication<Key, Value>(
  build: (published: PublishedStore, key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const known = new WeakMap<PublishedStore, Map<Key, Promise<Value>>>();
  return async (key) => {
    const published = await publishedStore();
    const values = known.get(published) ?? new Map<Key, Promise<Value>>();
    known.set(published, values);
    const found = values.get(key) ?? build(published, key);
    values.set(key, found);
    return found.catch((error: unknown) => {
      values.delete(key);
      throw error;
    });
  };
}
