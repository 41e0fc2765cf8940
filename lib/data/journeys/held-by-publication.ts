import 'server-only';
import { type PublishedStore, publishedStore } from '@/lib/data/published-store';

type Known<Value> = WeakMap<PublishedStore, Map<unknown, Promise<Value>>>;

declare global {
  // One per process: pages, routes and the start of the server are bundled apart. By name.
  var steadHeld: Map<string, Known<unknown>> | undefined;
}

function knownBy<Value>(name: string): Known<Value> {
  globalThis.steadHeld ??= new Map();
  // What has a name was built by the function of that name.
  const known = (globalThis.steadHeld.get(name) ?? new WeakMap()) as Known<Value>;
  globalThis.steadHeld.set(name, known);
  return known;
}

/**
 * Builds something once for a publication and a key; everything that reads it shares it. A failed build is tried again.
 * What is held isn't the reader's own: call it after authorising. `name`: unlike any other's; `most`: so many are held, those
 * asked for last.
 */
export function heldByPublication<Key, Value>(
  name: string,
  build: (published: PublishedStore, key: Key) => Promise<Value>,
  most = Number.POSITIVE_INFINITY,
): (key: Key) => Promise<Value> {
  const known = knownBy<Value>(name);
  return async (key) => {
    const published = await publishedStore();
    const values = known.get(published) ?? new Map<Key, Promise<Value>>();
    known.set(published, values);
    const found = values.get(key) ?? build(published, key);
    // Those asked for last stand at the end.
    values.delete(key);
    values.set(key, found);
    for (const oldest of values.keys()) {
      if (values.size > most) values.delete(oldest);
    }
    return found.catch((error: unknown) => {
      if (values.get(key) === found) values.delete(key);
      throw error;
    });
  };
}
