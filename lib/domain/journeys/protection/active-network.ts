import type { Gaps } from './gaps';
import { type Network, type Reach, readReach } from './narrow';
import { membershipOf, type Relations } from './relations';

const reach: Reach = { sum: 0, far: 0 };

const canTell = (network: Network, gaps: Gaps, relation: number, isUpward: boolean): boolean => {
  readReach(reach, network, gaps, relation, isUpward);
  return reach.far < 2 && reach.sum < (2 - reach.far) * gaps.far;
};

/**
 * The relations that can tell anything, now or later. `gaps`: everything that can be worked out from what is published. Withholding
 * more only widens gaps, so that a relation which tells nothing now never will.
 */
export const activeNetwork = (network: Network, gaps: Gaps, nodes: number): Network => {
  const { relations } = network;
  const kept: number[] = [];
  let length = 0;
  for (let relation = 0; relation < relations.count; relation += 1) {
    const isEqual = relations.isAtLeast[relation] === 0;
    if (!canTell(network, gaps, relation, true) && !(isEqual && canTell(network, gaps, relation, false))) continue;
    kept.push(relation);
    length += (relations.starts[relation + 1] ?? 0) - (relations.starts[relation] ?? 0);
  }
  const starts = new Int32Array(kept.length + 1);
  const members = new Int32Array(length);
  const splits = new Int32Array(kept.length);
  kept.forEach((relation, i) => {
    const [from, to] = [relations.starts[relation] ?? 0, relations.starts[relation + 1] ?? 0];
    const start = starts[i] ?? 0;
    members.set(relations.members.subarray(from, to), start);
    splits[i] = start + (relations.splits[relation] ?? 0) - from;
    starts[i + 1] = start + to - from;
  });
  const active: Relations = {
    count: kept.length,
    ...{ starts, splits, members },
    isAtLeast: Uint8Array.from(kept, (relation) => relations.isAtLeast[relation] ?? 0),
    surplus: Int32Array.from(kept, (relation) => relations.surplus[relation] ?? 0),
  };
  return { relations: active, membership: membershipOf(active, nodes) };
};
