import { type LatinHypercube, latinHypercube } from '@/lib/domain/statistics/latin-hypercube';

/**
 * Draws of the pathway model: 64 shown at once, 192 and 744 more to refine. Each block is a Latin hypercube of its own,
 * since one can't be extended: the first 64 rows of a hypercube of 256 are no hypercube of 64. Blocks cost nothing
 * against a single hypercube, neither in means nor in the ends of intervals.
 *
 * The first 256 draws are those of the recruitment round with the same seed, which has the same first two blocks.
 */
export const PATHWAY_DRAW_BLOCKS = [64, 192, 744] as const;

/** Draws after each block: what a result so far rests on. */
export const DRAW_STAGES = [64, 256, 1_000] as const;
export type DrawStage = (typeof DRAW_STAGES)[number];

let last: { readonly seed: number; readonly draws: LatinHypercube } | null = null;

/**
 * Numbers of all draws of a run, by dimension and draw: baseline and option read the same ones. Those of the last seed are
 * kept, since a worker is asked for range after range of it.
 */
export const pathwayDraws = (seed: number): LatinHypercube => {
  if (last?.seed !== seed) last = { seed, draws: latinHypercube(seed, PATHWAY_DRAW_BLOCKS) };
  return last.draws;
};

export interface DrawRange {
  readonly from: number;
  /** The first draw after the range. */
  readonly to: number;
}

/**
 * Splits the draws up to a stage into ranges for workers; none crosses the end of a block, so that a stage is whole when
 * its ranges are. A draw depends on its number alone, never on who made it or what was drawn before.
 */
export const drawRanges = (stage: DrawStage, size: number): DrawRange[] => {
  if (!(Number.isInteger(size) && size > 0)) throw new RangeError('a range has one draw or more');
  const ends = DRAW_STAGES.filter((end) => end <= stage);
  return ends.flatMap((end, block) => {
    const start = ends[block - 1] ?? 0;
    return Array.from({ length: Math.ceil((end - start) / size) }, (_, i) => ({
      from: start + i * size,
      to: Math.min(end, start + (i + 1) * size),
    }));
  });
};
