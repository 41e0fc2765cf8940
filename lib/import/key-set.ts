import { ownText } from './own-text';

export type Key = string | readonly string[];

/** Keys seen so far, as 64-bit fingerprints: 20 bytes a key at most, whatever the length of the key. */
export interface KeySet {
  /** False where the key was there already. A key may come in parts, whose fingerprints are kept while they repeat. */
  readonly add: (key: Key) => boolean;
  readonly has: (key: Key) => boolean;
}

const FIRST_SLOTS = 1 << 12;
const MAX_LOAD = 0.65;

/** Parts whose fingerprints are kept at once. */
const MOST_PARTS = 1 << 14;

interface Fingerprint {
  readonly high: number;
  readonly low: number;
}

/** cyrb hash, two 32-bit halves. */
const fingerprintOf = (key: string): Fingerprint => {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  // Two characters at a time; past the end there is NaN, which counts as 0.
  for (let at = 0; at < key.length; at += 2) {
    const code = key.charCodeAt(at) | (key.charCodeAt(at + 1) << 16);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
    // Bits move only upwards in a product: without this the second character would touch half of them.
    h1 ^= h1 >>> 15;
    h2 ^= h2 >>> 13;
  }
  // A key that ends with a null character is another than the key without it.
  h1 ^= key.length;
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return { high: h1, low: h2 };
};

/** The parts of a key repeat from row to row: each is read once. */
const createPartsFingerprint = (): ((parts: readonly string[]) => Fingerprint) => {
  const known = new Map<string, Fingerprint>();
  const ofPart = (part: string): Fingerprint => {
    const one = known.get(part);
    if (one) return one;
    if (known.size >= MOST_PARTS) known.clear();
    const fresh = fingerprintOf(part);
    known.set(ownText(part), fresh);
    return fresh;
  };
  return (parts) => {
    let h1 = parts.length;
    let h2 = 0x41c6ce57;
    for (const part of parts) {
      const { high, low } = ofPart(part);
      h1 = Math.imul(h1 ^ high, 2654435761);
      h2 = Math.imul(h2 ^ low, 1597334677);
      h1 ^= h1 >>> 15;
      h2 ^= h2 >>> 13;
    }
    return { high: h1, low: h2 };
  };
};

/**
 * A set of keys whose memory doesn't depend on how long they are. Two of five million keys share a fingerprint with a
 * chance of one in a million.
 */
export const createKeySet = (): KeySet => {
  const ofParts = createPartsFingerprint();
  let slots = FIRST_SLOTS;
  let table = new Uint32Array(slots * 2);
  let size = 0;

  /** The slot of a fingerprint, or −1 − the empty one that it would have. */
  const find = (high: number, low: number): number => {
    let slot = high & (slots - 1);
    for (;;) {
      const a = table[slot * 2];
      const b = table[slot * 2 + 1];
      if (a === 0 && b === 0) return -1 - slot;
      if (a === high && b === low) return slot;
      slot = (slot + 1) & (slots - 1);
    }
  };
  const insert = (high: number, low: number): boolean => {
    const found = find(high, low);
    if (found >= 0) return false;
    const slot = -1 - found;
    table[slot * 2] = high;
    table[slot * 2 + 1] = low;
    return true;
  };

  const grow = (): void => {
    const old = table;
    slots *= 2;
    table = new Uint32Array(slots * 2);
    for (let at = 0; at < old.length; at += 2) {
      const high = old[at] ?? 0;
      const low = old[at + 1] ?? 0;
      if (high !== 0 || low !== 0) insert(high, low);
    }
  };

  const printOf = (key: Key): Fingerprint => (typeof key === 'string' ? fingerprintOf(key) : ofParts(key));

  return {
    has: (key) => {
      const { high, low } = printOf(key);
      return find(high >>> 0, (low | 1) >>> 0) >= 0;
    },
    add: (key) => {
      const { high, low } = printOf(key);
      const isNew = insert(high >>> 0, (low | 1) >>> 0);
      if (isNew) size += 1;
      if (size > slots * MAX_LOAD) grow();
      return isNew;
    },
  };
};
