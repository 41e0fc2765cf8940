import { type RuleSet, SMALL_COUNTS } from '@/lib/domain/disclosure/rule-set';
import type { Gaps } from './narrow';
import type { JourneyNetwork } from './network';
import { LOW_CODE, WITHHELD_CODE } from './published-code';

/** All cells as they would be published, with what is known of the cohort while they are protected. */
export interface Publication {
  readonly network: JourneyNetwork;
  readonly ruleSet: RuleSet;
  /** By cell. */
  readonly codes: Int32Array;
  /** Possible values that a small count has to keep, less one. */
  readonly width: number;
  /** Cells that readers know to be 0. */
  readonly isNothing: (cell: number) => boolean;
}

/** Beyond a published multiple of 5, up and down. */
const HALF_STEP = 2;

/** Only cells with somebody in them are withheld, and a reader may know that. */
const LEAST_WITHHELD = 1;

/** How far a published cell by itself reaches above the true count. */
export const gapAbove = ({ codes, network, width, ruleSet }: Publication, cell: number): number => {
  const code = codes[cell];
  if (code === undefined || code === WITHHELD_CODE) return width;
  const count = network.truth[cell] ?? 0;
  if (code === LOW_CODE) return Math.min(width, HALF_STEP - count);
  return code === 0 || ruleSet.roundedTo === 1 ? 0 : Math.min(width, code + HALF_STEP - count);
};

export const gapBelow = ({ codes, network, width, ruleSet }: Publication, cell: number): number => {
  const code = codes[cell];
  if (code === undefined) return width;
  const count = network.truth[cell] ?? 0;
  if (code === WITHHELD_CODE) return Math.min(width, count - LEAST_WITHHELD);
  if (code === LOW_CODE) return Math.min(width, count);
  return code === 0 || ruleSet.roundedTo === 1 ? 0 : Math.min(width, count - code + HALF_STEP);
};

/** What is published, cell by cell; nothing of the views is. */
export const publishedGaps = (publication: Publication): Gaps => {
  const { network, width, codes, isNothing } = publication;
  const nodes = network.truth.length;
  const gaps = { up: new Uint8Array(nodes).fill(width), down: new Uint8Array(nodes).fill(width), far: width };
  for (let cell = 0; cell < codes.length; cell += 1) {
    gaps.up[cell] = isNothing(cell) ? 0 : gapAbove(publication, cell);
    gaps.down[cell] = isNothing(cell) ? 0 : gapBelow(publication, cell);
  }
  return gaps;
};

/** Whether what is left possible of a cell is all from 1 to 7, and less than is asked for. */
export const isRevealed = ({ network, width }: Publication, { up, down }: Gaps, cell: number): boolean => {
  const above = up[cell] ?? 0;
  if (above + (down[cell] ?? 0) >= width) return false;
  const highest = (network.truth[cell] ?? 0) + above;
  return highest >= SMALL_COUNTS.lowest && highest <= SMALL_COUNTS.highest;
};
