import type { Gaps } from './gaps';
import { look, type Narrowing } from './narrow';

/**
 * Takes back what was worked out from some nodes, and from what was worked out from that: all that hangs together with them. The nodes
 * and those taken back are as published again, and their relations wait to be looked at.
 */
export const forget = (narrowing: Narrowing, published: Gaps, nodes: Iterable<number>): void => {
  const { gaps, network } = narrowing;
  const { starts, members } = network.relations;
  const { membership } = network;
  const forgotten = [...nodes];
  const isSeen = new Uint8Array(network.relations.count);
  const asPublished = (node: number): void => {
    gaps.up[node] = published.up[node] ?? 0;
    gaps.down[node] = published.down[node] ?? 0;
  };
  for (const node of forgotten) asPublished(node);
  for (let next = 0; next < forgotten.length; next += 1) {
    const node = forgotten[next] ?? 0;
    for (let at = membership.starts[node] ?? 0; at < (membership.starts[node + 1] ?? 0); at += 1) {
      const relation = membership.relations[at] ?? 0;
      if (isSeen[relation]) continue;
      isSeen[relation] = 1;
      look(narrowing, relation);
      for (let i = starts[relation] ?? 0; i < (starts[relation + 1] ?? 0); i += 1) {
        const member = members[i] ?? 0;
        if (gaps.up[member] === published.up[member] && gaps.down[member] === published.down[member]) continue;
        asPublished(member);
        forgotten.push(member);
      }
    }
  }
};
