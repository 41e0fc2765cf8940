/**
 * How far what an attacker can't rule out reaches above the true count, and below it. What a relation tells of one member is off by the
 * sum of the gaps of the others; so a gap wider than what could reveal a small count is no use to anyone, and `far` stands for all of them.
 */
export interface Gaps {
  /** Two for each node: `aboveOf` and `belowOf`. */
  readonly widths: Uint8Array;
  readonly far: number;
}

export const aboveOf = (node: number): number => 2 * node;
export const belowOf = (node: number): number => 2 * node + 1;
export const nodeOf = (gap: number): number => gap >> 1;
/** The other gap of the same node. */
export const opposite = (gap: number): number => gap ^ 1;
