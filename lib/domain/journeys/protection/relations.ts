import type { Gaps } from './gaps';

/**
 * Sums that hold among counts: Σ `plus` = Σ `minus`, or Σ `plus` ≥ Σ `minus`. Of relation r, the members from `starts[r]` to
 * `splits[r]` are plus, those up to `starts[r + 1]` minus.
 */
export interface Relations {
  readonly count: number;
  readonly starts: Int32Array;
  readonly splits: Int32Array;
  readonly members: Int32Array;
  readonly isAtLeast: Uint8Array;
  /** By how many people plus is in truth more than minus. */
  readonly surplus: Int32Array;
}

export interface RelationWriter {
  readonly plus: (node: number) => void;
  readonly minus: (node: number) => void;
  /** Ends a relation. Plus members come before minus members. */
  readonly end: (kind: 'equal' | 'at_least') => void;
  readonly finish: () => Relations;
}

const FIRST_LENGTH = 1 << 16;

/** An array of whole numbers that grows. */
const makeList = () => {
  let values = new Int32Array(FIRST_LENGTH);
  const grow = (): void => {
    const larger = new Int32Array(values.length * 2);
    larger.set(values);
    values = larger;
  };
  return {
    set: (at: number, value: number): void => {
      if (at >= values.length) grow();
      values[at] = value;
    },
    first: (length: number): Int32Array => values.slice(0, length),
  };
};

export interface Known {
  readonly truth: Int32Array;
  /** Counts that readers know to be 0: they add nothing to a sum. */
  readonly isNothing: (node: number) => boolean;
  /** How far what is published of each cell reaches above the true count, and below it, by itself; `far` and more tells nothing. */
  readonly published: Gaps;
}

/**
 * A sum whose rounded parts leave this many times the room that could tell something is left out: other sums would have to take nearly
 * all of that room away first.
 */
const HOPELESS = 8;

/** Leaves out what can't tell anything of a small count. */
export const makeRelationWriter = ({ truth, isNothing, published }: Known): RelationWriter => {
  const { up, down, far } = published;
  const [starts, splits, members, surpluses, kinds] = [makeList(), makeList(), makeList(), makeList(), makeList()];
  let [count, start, split, length, surplus, above, below] = [0, 0, 0, 0, 0, 0, 0];
  /** Room that a shown cell leaves: above plus and below minus, and the other way round. */
  const addRoom = (own: number, opposite: number): void => {
    if (own < far) above += own;
    if (opposite < far) below += opposite;
  };
  const isHopeless = (kind: 'equal' | 'at_least'): boolean => {
    const least = kind === 'equal' ? Math.min(above, below) : above;
    return surplus >= far || least >= HOPELESS * far;
  };
  return {
    plus: (node) => {
      if (isNothing(node)) return;
      members.set(length, node);
      length += 1;
      split = length;
      surplus += truth[node] ?? 0;
      addRoom(up[node] ?? far, down[node] ?? far);
    },
    minus: (node) => {
      if (isNothing(node)) return;
      members.set(length, node);
      length += 1;
      surplus -= truth[node] ?? 0;
      addRoom(down[node] ?? far, up[node] ?? far);
    },
    end: (kind) => {
      if (length === start || isHopeless(kind)) length = start;
      else {
        splits.set(count, split);
        kinds.set(count, kind === 'at_least' ? 1 : 0);
        surpluses.set(count, surplus);
        count += 1;
        starts.set(count, length);
      }
      start = length;
      split = length;
      [surplus, above, below] = [0, 0, 0];
    },
    finish: () => ({
      count,
      starts: starts.first(count + 1),
      splits: splits.first(count),
      members: members.first(length),
      isAtLeast: Uint8Array.from(kinds.first(count)),
      surplus: surpluses.first(count),
    }),
  };
};

/** For each node the relations that it is in: those of node n from `starts[n]` to `starts[n + 1]`. */
export interface Membership {
  readonly starts: Int32Array;
  readonly relations: Int32Array;
}

export const membershipOf = ({ count, starts, members }: Relations, nodes: number): Membership => {
  const ends = new Int32Array(nodes + 1);
  for (const node of members) ends[node + 1] = (ends[node + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node += 1) ends[node + 1] = (ends[node + 1] ?? 0) + (ends[node] ?? 0);
  const next = ends.slice();
  const relations = new Int32Array(members.length);
  for (let relation = 0; relation < count; relation += 1) {
    for (let at = starts[relation] ?? 0; at < (starts[relation + 1] ?? 0); at += 1) {
      const node = members[at] ?? 0;
      const to = next[node] ?? 0;
      relations[to] = relation;
      next[node] = to + 1;
    }
  }
  return { starts: ends, relations };
};
