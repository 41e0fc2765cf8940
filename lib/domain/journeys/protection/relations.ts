import { aboveOf, belowOf, type Gaps } from './gaps';

/**
 * Sums that hold among counts: Σ plus = Σ minus, or Σ plus ≥ Σ minus. Relation r has the members from `starts[r]` to `starts[r + 1]`,
 * each as the gap that what is told of the others is off by upward: above for plus, below for minus. Downward it is their opposite.
 */
export interface Relations {
  readonly count: number;
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly isAtLeast: Uint8Array;
  /** By how many people plus is in truth more than minus. */
  readonly surplus: Int32Array;
}

export interface RelationWriter {
  readonly plus: (node: number) => void;
  readonly minus: (node: number) => void;
  /** Ends a relation. */
  readonly end: (kind: 'equal' | 'at_least') => void;
  readonly finish: () => Relations;
}

const FIRST_LENGTH = 1 << 16;

const larger = (values: Int32Array): Int32Array => {
  const grown = new Int32Array(values.length * 2);
  grown.set(values);
  return grown;
};

/** An array of whole numbers that grows. */
const makeList = () => {
  let values: Int32Array = new Int32Array(FIRST_LENGTH);
  return {
    set: (at: number, value: number): void => {
      if (at >= values.length) values = larger(values);
      values[at] = value;
    },
    first: (length: number): Int32Array => values.slice(0, length),
  };
};

export interface Known {
  readonly truth: Int32Array;
  /** Marks counts that readers know to be 0: they add nothing to a sum. */
  readonly isNothing: Uint8Array;
  /** What is published of each cell by itself; `far` and more tells nothing. */
  readonly published: Gaps;
}

/**
 * A sum whose rounded parts leave this many times the room that could tell something is left out: other sums would have to take nearly
 * all of that room away first.
 */
const HOPELESS = 8;

/** Leaves out what can't tell anything of a small count. */
export const makeRelationWriter = ({ truth, isNothing, published }: Known): RelationWriter => {
  const { widths, far } = published;
  const [starts, surpluses, kinds] = [makeList(), makeList(), makeList()];
  let members: Int32Array = new Int32Array(FIRST_LENGTH);
  let [count, start, length, surplus, upward, downward] = [0, 0, 0, 0, 0, 0];
  /** Adds the room that a shown cell leaves. */
  const add = (gap: number): void => {
    if (length === members.length) members = larger(members);
    members[length] = gap;
    length += 1;
    const [own, other] = [widths[gap] as number, widths[gap ^ 1] as number];
    if (own < far) upward += own;
    if (other < far) downward += other;
  };
  const isHopeless = (isEqual: boolean): boolean =>
    surplus >= far || (isEqual ? Math.min(upward, downward) : upward) >= HOPELESS * far;
  return {
    plus: (node) => {
      if (isNothing[node] === 1) return;
      surplus += truth[node] as number;
      add(aboveOf(node));
    },
    minus: (node) => {
      if (isNothing[node] === 1) return;
      surplus -= truth[node] as number;
      add(belowOf(node));
    },
    end: (kind) => {
      if (length === start || isHopeless(kind === 'equal')) length = start;
      else {
        kinds.set(count, kind === 'at_least' ? 1 : 0);
        surpluses.set(count, surplus);
        count += 1;
        starts.set(count, length);
      }
      start = length;
      surplus = 0;
      upward = 0;
      downward = 0;
    },
    finish: () => ({
      count,
      starts: starts.first(count + 1),
      members: members.slice(0, length),
      isAtLeast: Uint8Array.from(kinds.first(count)),
      surplus: surpluses.first(count),
    }),
  };
};

const joined = (one: Int32Array, other: Int32Array): Int32Array => {
  const both = new Int32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
};

export const joinRelations = (one: Relations, other: Relations): Relations => {
  const length = one.starts[one.count] as number;
  return {
    count: one.count + other.count,
    starts: joined(
      one.starts,
      other.starts.subarray(1).map((start) => start + length),
    ),
    members: joined(one.members, other.members),
    isAtLeast: Uint8Array.from([...one.isAtLeast, ...other.isAtLeast]),
    surplus: joined(one.surplus, other.surplus),
  };
};

/** For each gap the relations that have it as a member: those of gap g from `starts[g]` to `starts[g + 1]`. */
export interface Membership {
  readonly starts: Int32Array;
  readonly relations: Int32Array;
}

const increase = (values: Int32Array, at: number, by: number): void => {
  values[at] = (values[at] as number) + by;
};

export const membershipOf = ({ count, starts, members }: Relations, nodes: number): Membership => {
  const gaps = 2 * nodes;
  const ends = new Int32Array(gaps + 1);
  for (let at = 0; at < members.length; at += 1) increase(ends, (members[at] as number) + 1, 1);
  for (let gap = 0; gap < gaps; gap += 1) increase(ends, gap + 1, ends[gap] as number);
  const next = ends.slice();
  const relations = new Int32Array(members.length);
  for (let relation = 0; relation < count; relation += 1) {
    for (let at = starts[relation] as number; at < (starts[relation + 1] as number); at += 1) {
      const gap = members[at] as number;
      relations[next[gap] as number] = relation;
      increase(next, gap, 1);
    }
  }
  return { starts: ends, relations };
};
