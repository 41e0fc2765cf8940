import { SMALL_COUNTS } from '@/lib/domain/disclosure/rule-set';
import { aboveOf, belowOf, type Gaps } from './gaps';
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

const setGaps = ({ widths, far }: Gaps, cell: number, above: number, below: number): void => {
  widths[aboveOf(cell)] = Math.min(far, above);
  widths[belowOf(cell)] = Math.min(far, below);
};

/** What each cell by itself tells. Under a rule that shows it, 0 is known. */
export const publishedGaps = ({ nodes, cubes }: Numbering, codes: Int32Array, far: number): Gaps => {
  const gaps = { widths: new Uint8Array(2 * nodes).fill(far), far };
  for (const { cube, first } of cubes) {
    cube.counts.forEach((count, i) => {
      const code = codes[first + i] ?? 0;
      if (code === WITHHELD_CODE) setGaps(gaps, first + i, far, count - LEAST_WITHHELD);
      else if (code === LOW_CODE) setGaps(gaps, first + i, HALF_STEP - count, count);
      else if (code === 0) setGaps(gaps, first + i, 0, 0);
      else setGaps(gaps, first + i, code + HALF_STEP - count, count - code + HALF_STEP);
    });
  }
  return gaps;
};

/** Withholds a cell. */
export const withhold = ({ codes, network, published }: Publication, cell: number): void => {
  codes[cell] = WITHHELD_CODE;
  setGaps(published, cell, published.far, (network.truth[cell] ?? 0) - LEAST_WITHHELD);
};

/** Whether what is left possible of a cell is all from 1 to 7, and less than is asked for. */
export const isRevealed = ({ network, width }: Publication, { widths }: Gaps, cell: number): boolean => {
  const above = widths[aboveOf(cell)] as number;
  if (above + (widths[belowOf(cell)] as number) >= width) return false;
  const highest = (network.truth[cell] as number) + above;
  return highest >= SMALL_COUNTS.lowest && highest <= SMALL_COUNTS.highest;
};
