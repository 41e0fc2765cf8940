import { type Gaps, opposite } from './gaps';
import type { Membership, Relations } from './relations';

export interface Network {
  readonly relations: Relations;
  readonly membership: Membership;
}

/**
 * A relation read one way. Upward, what plus reaches above and minus below tells how far plus may lie below and minus above; downward,
 * which holds only where both sides are equal, it is the other way round. Number: twice the relation's, and one more for downward.
 */
export type Inference = number;

/** Gaps that an attacker narrows by relations, with what it takes to go back. */
export interface Narrowing {
  readonly network: Network;
  readonly gaps: Gaps;
  readonly waiting: Inference[];
  readonly isWaiting: Uint8Array;
  /** When each gap was narrowed: what it was worked out from has a lower rank. 0 where it is known by itself. */
  readonly ranks: Int32Array;
  readonly clock: { rank: number };
  /** What was changed, as `gap, width, rank` before it; null where nobody goes back. */
  readonly log: number[] | null;
  /** What is looked through while something is forgotten. */
  readonly doubted: number[];
  readonly isDoubted: Uint8Array;
  readonly isForgotten: Uint8Array;
}

export const makeNarrowing = (network: Network, gaps: Gaps): Narrowing => ({
  network,
  gaps,
  waiting: [],
  isWaiting: new Uint8Array(2 * network.relations.count),
  ranks: new Int32Array(gaps.widths.length),
  clock: { rank: 0 },
  log: null,
  doubted: [],
  isDoubted: new Uint8Array(gaps.widths.length),
  isForgotten: new Uint8Array(gaps.widths.length),
});

const look = ({ waiting, isWaiting, network }: Narrowing, inference: Inference): void => {
  if (isWaiting[inference] === 1) return;
  if ((inference & 1) === 1 && network.relations.isAtLeast[inference >> 1] === 1) return;
  isWaiting[inference] = 1;
  waiting.push(inference);
};

export const lookAll = (narrowing: Narrowing): void => {
  for (let inference = 0; inference < narrowing.isWaiting.length; inference += 1) look(narrowing, inference);
};

/** Looks again at all that rests on a gap. */
const lookFrom = (narrowing: Narrowing, gap: number): void => {
  const { starts, relations } = narrowing.network.membership;
  for (let at = starts[gap] as number; at < (starts[gap + 1] as number); at += 1)
    look(narrowing, 2 * (relations[at] as number));
  const other = opposite(gap);
  for (let at = starts[other] as number; at < (starts[other + 1] as number); at += 1)
    look(narrowing, 2 * (relations[at] as number) + 1);
};

/** Looks again at all that tells of a gap. */
export const lookAt = (narrowing: Narrowing, gap: number): void => {
  const { starts, relations } = narrowing.network.membership;
  for (let at = starts[gap] as number; at < (starts[gap + 1] as number); at += 1)
    look(narrowing, 2 * (relations[at] as number) + 1);
  const other = opposite(gap);
  for (let at = starts[other] as number; at < (starts[other + 1] as number); at += 1)
    look(narrowing, 2 * (relations[at] as number));
};

/** Sets a gap, for `goBack` to take back. */
export const setGap = ({ gaps, ranks, log }: Narrowing, gap: number, width: number, rank: number): void => {
  log?.push(gap, gaps.widths[gap] as number, ranks[gap] as number);
  gaps.widths[gap] = width;
  ranks[gap] = rank;
};

/** Sets a gap to less, and looks again at all that rests on it. */
export const narrowGap = (narrowing: Narrowing, gap: number, width: number, rank: number): void => {
  setGap(narrowing, gap, width, rank);
  lookFrom(narrowing, gap);
};

/** Takes back everything that is logged. */
export const goBack = ({ gaps, ranks, log }: Narrowing): void => {
  if (!log) return;
  for (let at = log.length - 3; at >= 0; at -= 3) {
    const gap = log[at] as number;
    gaps.widths[gap] = log[at + 1] as number;
    ranks[gap] = log[at + 2] as number;
  }
  log.length = 0;
};

/** Gaps that an inference rests on added up; those that are far are counted: where there are two it tells nothing. */
export interface Reach {
  sum: number;
  far: number;
}

/** Returns whether the inference can tell anything. */
export const readReach = (into: Reach, { relations }: Network, gaps: Gaps, inference: Inference): boolean => {
  const { starts, members, surplus } = relations;
  const { widths, far: limit } = gaps;
  const [relation, way] = [inference >> 1, inference & 1];
  const to = starts[relation + 1] as number;
  let sum = surplus[relation] as number;
  let far = 0;
  for (let at = starts[relation] as number; at < to; at += 1) {
    const width = widths[(members[at] as number) ^ way] as number;
    if (width >= limit) far += 1;
    else sum += width;
    if (far > 1 || sum >= (2 - far) * limit) return false;
  }
  into.sum = sum;
  into.far = far;
  return true;
};

/** What an inference leaves of a member's opposite gap; `own`: the gap of the member that is part of the reach. */
export const gapLeft = ({ sum, far }: Reach, own: number, limit: number): number => {
  if (far === 0) return sum - own;
  return far === 1 && own >= limit ? sum : limit;
};

const reach: Reach = { sum: 0, far: 0 };

const narrowBy = (narrowing: Narrowing, inference: Inference): void => {
  const { network, gaps, clock } = narrowing;
  if (!readReach(reach, network, gaps, inference)) return;
  const { starts, members } = network.relations;
  const [relation, way] = [inference >> 1, inference & 1];
  for (let at = starts[relation] as number; at < (starts[relation + 1] as number); at += 1) {
    const gap = (members[at] as number) ^ way;
    const left = gapLeft(reach, gaps.widths[gap] as number, gaps.far);
    if (left >= (gaps.widths[gap ^ 1] as number)) continue;
    clock.rank += 1;
    narrowGap(narrowing, gap ^ 1, left, clock.rank);
  }
};

/** Narrows by every inference that waits, and by those that rest on what changes, until nothing does. */
export const narrow = (narrowing: Narrowing): void => {
  const { waiting, isWaiting } = narrowing;
  for (let next = 0; next < waiting.length; next += 1) {
    const inference = waiting[next] as Inference;
    isWaiting[inference] = 0;
    narrowBy(narrowing, inference);
  }
  waiting.length = 0;
};
