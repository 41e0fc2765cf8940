/**
 * How far what an attacker can't rule out reaches above the true count, and below it. What a relation tells of one member is off by the
 * sum of the gaps of the others; so a gap wider than a small count may be told is no use to anyone, and `far` stands for all of them.
 */
export interface Gaps {
  readonly up: Uint8Array;
  readonly down: Uint8Array;
  readonly far: number;
}
