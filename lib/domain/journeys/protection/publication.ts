import { type RuleSet, SMALL_COUNTS } from '@/lib/domain/disclosure/rule-set';
import type { Gaps } from './gaps';
import type { JourneyNetwork } from './network';
import type { Numbering } from './numbering';
import { LOW_CODE, WITHHELD_CODE } from './published-code';

/** All cells as they would be published, with what is known of the cohort while they are protected. */
export interface Publication {
  readonly network: JourneyNetwork;
  /** By cell. */
  readonly codes: Int32Array;
  /** What a reader knows of each node by itself; nothing of views. */
  readonly published: Gaps;
  /** Possible values that a small count has to keep, less one. */
  readonly width: number;
}

/** Beyond a published multiple of 5, up and down. */
const HALF_STEP = 2;

/** Only cells with somebody in them are withheld, and a reader may know that. */
const LEAST_WITHHELD = 1;

const gapsOf = (code: number, count: number, { roundedTo }: RuleSet, far: number): readonly [number, number] => {
  if (code === WITHHELD_CODE) return [far, Math.min(far, count - LEAST_WITHHELD)];
  if (code === LOW_CODE) return [Math.min(far, HALF_STEP - count), Math.min(far, count)];
  if (code === 0 || roundedTo === 1) return [0, 0];
  return [Math.min(far, code + HALF_STEP - count), Math.min(far, count - code + HALF_STEP)];
};

/** What each cell by itself tells. `isNothing`: cells that readers know to be 0. */
export const publishedGaps = (
  { nodes, cubes }: Numbering,
  codes: Int32Array,
  isNothing: (cell: number) => boolean,
  { ruleSet, far }: { readonly ruleSet: RuleSet; readonly far: number },
): Gaps => {
  const gaps = { up: new Uint8Array(nodes).fill(far), down: new Uint8Array(nodes).fill(far), far };
  for (const { cube, first } of cubes) {
    for (let i = 0; i < cube.counts.length; i += 1) {
      const cell = first + i;
      const [up, down] = isNothing(cell) ? [0, 0] : gapsOf(codes[cell] ?? 0, cube.counts[i] ?? 0, ruleSet, far);
      gaps.up[cell] = up;
      gaps.down[cell] = down;
    }
  }
  return gaps;
};

/** Withholds a cell. */
export const withhold = ({ codes, network, published }: Publication, cell: number): void => {
  codes[cell] = WITHHELD_CODE;
  published.up[cell] = published.far;
  published.down[cell] = Math.min(published.far, (network.truth[cell] ?? 0) - LEAST_WITHHELD);
};

/** Whether what is left possible of a cell is all from 1 to 7, and less than is asked for. */
export const isRevealed = ({ network, width }: Publication, { up, down }: Gaps, cell: number): boolean => {
  const above = up[cell] ?? 0;
  if (above + (down[cell] ?? 0) >= width) return false;
  const highest = (network.truth[cell] ?? 0) + above;
  return highest >= SMALL_COUNTS.lowest && highest <= SMALL_COUNTS.highest;
};
