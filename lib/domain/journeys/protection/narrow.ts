import type { Gaps } from './gaps';
import type { Membership, Relations } from './relations';

export interface Network {
  readonly relations: Relations;
  readonly membership: Membership;
}

/** Gaps that an attacker narrows by relations, with what it takes to go back. */
export interface Narrowing {
  readonly network: Network;
  readonly gaps: Gaps;
  readonly waiting: number[];
  readonly isWaiting: Uint8Array;
  /** What was changed, as `node, up, down` before it. */
  readonly log: number[];
}

export const makeNarrowing = (network: Network, gaps: Gaps): Narrowing => ({
  network,
  gaps,
  waiting: [],
  isWaiting: new Uint8Array(network.relations.count),
  log: [],
});

export const look = ({ waiting, isWaiting }: Narrowing, relation: number): void => {
  if (isWaiting[relation]) return;
  isWaiting[relation] = 1;
  waiting.push(relation);
};

export const lookAll = (narrowing: Narrowing): void => {
  for (let relation = 0; relation < narrowing.network.relations.count; relation += 1) look(narrowing, relation);
};

const wake = (narrowing: Narrowing, node: number): void => {
  const { starts, relations } = narrowing.network.membership;
  for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1) look(narrowing, relations[at] ?? 0);
};

/** Sets the gaps of a node, for `goBack` to take back, and looks at its relations again. */
export const setGaps = (narrowing: Narrowing, node: number, up: number, down: number): void => {
  const { gaps, log } = narrowing;
  log.push(node, gaps.up[node] ?? 0, gaps.down[node] ?? 0);
  gaps.up[node] = up;
  gaps.down[node] = down;
  wake(narrowing, node);
};

/** Takes back everything logged since `length`. */
export const goBack = ({ gaps, log, waiting, isWaiting }: Narrowing, length: number): void => {
  while (log.length > length) {
    const [down, up, node] = [log.pop() ?? 0, log.pop() ?? 0, log.pop() ?? 0];
    gaps.up[node] = up;
    gaps.down[node] = down;
  }
  for (const relation of waiting) isWaiting[relation] = 0;
  waiting.length = 0;
};

/** Gaps of one relation added up: above plus and below minus, or the other way round. Those that are far are counted; two are too many. */
export interface Reach {
  sum: number;
  far: number;
}

const addGaps = (into: Reach, members: Int32Array, from: number, to: number, gaps: Uint8Array, limit: number): void => {
  let { sum, far } = into;
  for (let at = from; at < to && far < 2; at += 1) {
    const gap = gaps[members[at] as number] as number;
    if (gap >= limit) far += 1;
    else sum += gap;
  }
  into.sum = sum;
  into.far = far;
};

export const readReach = (
  into: Reach,
  { relations }: Network,
  gaps: Gaps,
  relation: number,
  isUpward: boolean,
): void => {
  const { starts, splits, members, surplus } = relations;
  const split = splits[relation] ?? 0;
  into.sum = surplus[relation] ?? 0;
  into.far = 0;
  addGaps(into, members, starts[relation] ?? 0, split, isUpward ? gaps.up : gaps.down, gaps.far);
  addGaps(into, members, split, starts[relation + 1] ?? 0, isUpward ? gaps.down : gaps.up, gaps.far);
};

/** What a relation leaves of a member's opposite gap; `own`: the gap of the member that is part of the reach. */
export const gapLeft = ({ sum, far }: Reach, own: number, limit: number): number => {
  if (far === 0) return sum - own;
  return far === 1 && own >= limit ? sum : limit;
};

const reach: Reach = { sum: 0, far: 0 };

/** Above plus and below minus tells how far plus may lie below and minus above; the other way round only where both sides are equal. */
const narrowOneWay = (narrowing: Narrowing, relation: number, isUpward: boolean): void => {
  const { network, gaps } = narrowing;
  readReach(reach, network, gaps, relation, isUpward);
  const { starts, splits, members } = network.relations;
  const [from, split, to] = [starts[relation] ?? 0, splits[relation] ?? 0, starts[relation + 1] ?? 0];
  if (reach.far > 1 || reach.sum >= (2 - reach.far) * gaps.far) return;
  for (let at = from; at < to; at += 1) {
    const node = members[at] ?? 0;
    const [up, down] = [gaps.up[node] ?? 0, gaps.down[node] ?? 0];
    const tellsDown = at < split === isUpward;
    const left = gapLeft(reach, tellsDown ? up : down, gaps.far);
    if (left >= (tellsDown ? down : up)) continue;
    setGaps(narrowing, node, tellsDown ? up : left, tellsDown ? left : down);
  }
};

/** Narrows by every relation that waits, and by those of what changes, until nothing does. */
export const narrow = (narrowing: Narrowing): void => {
  const { waiting, isWaiting, network } = narrowing;
  for (let next = 0; next < waiting.length; next += 1) {
    const relation = waiting[next] ?? 0;
    isWaiting[relation] = 0;
    narrowOneWay(narrowing, relation, true);
    if (network.relations.isAtLeast[relation] === 0) narrowOneWay(narrowing, relation, false);
  }
  waiting.length = 0;
};
