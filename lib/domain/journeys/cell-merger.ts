/** Distinct cells with their counts, while records stream in. */
export interface CellMerger {
  /** Adds people to the cell with these codes. The array is read, not kept. */
  readonly add: (cell: Uint16Array, count: number) => void;
  readonly cells: () => number;
  readonly people: () => number;
  /** Code of a cell in a column. */
  readonly codeAt: (cell: number, column: number) => number;
  readonly countAt: (cell: number) => number;
}

/** Cells lie in blocks, so that growing copies nothing: a copy of everything would double the memory of the largest cohorts. */
const BLOCK_BITS = 15;
const BLOCK_CELLS = 1 << BLOCK_BITS;
const WITHIN_BLOCK = BLOCK_CELLS - 1;
const FIRST_SLOTS = 1 << 12;
/** People are added up in 32 bits. */
const MOST_PEOPLE = 0xffff_ffff;

/** Multiplicative hashing (Knuth) over the codes, with the high bits folded down. */
const hashOf = (codes: Uint16Array, from: number, width: number): number => {
  let hash = 0;
  for (let i = 0; i < width; i += 1) {
    hash = Math.imul(hash ^ (codes[from + i] ?? 0), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
};

/**
 * A hash table with open addressing over cells of `width` codes. Memory: 2 bytes a code and 4 for the count of every distinct
 * cell, and 5 to 11 bytes a cell for the table; it doesn't grow with the people. Throws `RangeError` for a count that isn't a whole
 * number of at least 1, and beyond 4,294,967,295 people.
 */
export const makeCellMerger = (width: number): CellMerger => {
  const blocks: { readonly codes: Uint16Array; readonly counts: Uint32Array }[] = [];
  let slots = new Int32Array(FIRST_SLOTS).fill(-1);
  let cells = 0;
  let people = 0;

  const isSame = (cell: Uint16Array, held: number): boolean => {
    const codes = blocks[held >>> BLOCK_BITS]?.codes;
    if (codes === undefined) return false;
    const from = (held & WITHIN_BLOCK) * width;
    for (let i = 0; i < width; i += 1) if (codes[from + i] !== cell[i]) return false;
    return true;
  };

  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let cell = 0; cell < cells; cell += 1) {
      const codes = blocks[cell >>> BLOCK_BITS]?.codes;
      if (codes === undefined) continue;
      let slot = hashOf(codes, (cell & WITHIN_BLOCK) * width, width) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = cell;
    }
  };

  const append = (cell: Uint16Array, count: number): void => {
    if ((cells & WITHIN_BLOCK) === 0) {
      blocks.push({ codes: new Uint16Array(BLOCK_CELLS * width), counts: new Uint32Array(BLOCK_CELLS) });
    }
    const block = blocks[cells >>> BLOCK_BITS];
    block?.codes.set(cell, (cells & WITHIN_BLOCK) * width);
    if (block) block.counts[cells & WITHIN_BLOCK] = count;
    cells += 1;
    if (cells * 4 > slots.length * 3) grow();
  };

  const add = (cell: Uint16Array, count: number): void => {
    if (!Number.isInteger(count) || count < 1) throw new RangeError('A count is a whole number of at least 1');
    people += count;
    if (people > MOST_PEOPLE) throw new RangeError(`More than ${MOST_PEOPLE} people`);
    const mask = slots.length - 1;
    let slot = hashOf(cell, 0, width) & mask;
    for (let held = slots[slot] ?? -1; held !== -1; held = slots[slot] ?? -1) {
      if (isSame(cell, held)) {
        const counts = blocks[held >>> BLOCK_BITS]?.counts;
        if (counts) counts[held & WITHIN_BLOCK] = (counts[held & WITHIN_BLOCK] ?? 0) + count;
        return;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = cells;
    append(cell, count);
  };

  return {
    add,
    cells: () => cells,
    people: () => people,
    codeAt: (cell, column) => blocks[cell >>> BLOCK_BITS]?.codes[(cell & WITHIN_BLOCK) * width + column] ?? 0,
    countAt: (cell) => blocks[cell >>> BLOCK_BITS]?.counts[cell & WITHIN_BLOCK] ?? 0,
  };
};
