import { ownText } from './own-text';

/** Texts of cells, each cut from the file once however often it stands there. */
export interface CellStore {
  /** The text between two places; `hash` is one of its characters. */
  readonly cut: (text: string, start: number, end: number, hash: number) => string;
}

const SLOTS = 1 << 15;
/** Longer ones are seldom the same. */
const MOST_CHARACTERS = 64;

const standsAt = (known: string, text: string, start: number): boolean => {
  for (let at = 0; at < known.length; at += 1) {
    if (known.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
};

/**
 * Codes, names, dates and small numbers fill most cells and repeat: what is met a second time is kept, in a fixed number of
 * places. The same text is then the same object too, which whatever looks it up next need not read again.
 */
export const createCellStore = (): CellStore => {
  const known: string[] = new Array(SLOTS).fill('');
  const hashes = new Int32Array(SLOTS);
  return {
    cut: (text, start, end, hash) => {
      const length = end - start;
      if (length === 0) return '';
      if (length > MOST_CHARACTERS) return text.slice(start, end);
      const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
      const one = known[slot] ?? '';
      const wasMet = hashes[slot] === hash;
      if (wasMet && one.length === length && standsAt(one, text, start)) return one;
      hashes[slot] = hash;
      const fresh = text.slice(start, end);
      if (!wasMet) return fresh;
      const copy = ownText(fresh);
      // Half a character, as broken UTF-16 holds, has no copy.
      if (copy === fresh) known[slot] = copy;
      return fresh;
    },
  };
};
