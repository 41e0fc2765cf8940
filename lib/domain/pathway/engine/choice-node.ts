import { type EngineMemory, PLAIN_MEMORY } from '@/lib/domain/pathway/engine/kernel/engine-memory';
import type { Kernel } from '@/lib/domain/pathway/engine/kernel/kernel';
import { describeNode } from '@/lib/domain/pathway/engine/kernel/node-in-kernel';
import type { ClassGrid } from './class-grid';

/** Inner weights of one draw: the same at every node of a run. All are already divided by the nest's dissimilarity. */
export interface ChoiceWeights {
  /** `[tie][home][region]` e^(θ km/100 + home constant), times the tie factor in the exponent. */
  readonly nearness: Float64Array;
  /** `[tie]` e^κ − 1: what being in a region adds to its weight. 0 where the stay constant is sorting. */
  readonly staying: Float64Array;
  /** λ, above 0 to 1. */
  readonly dissimilarity: number;
}

/**
 * One node of competition: options are group × region (`option = group · regions + region`). Weights, posts and applicants
 * are written by the caller; everything else belongs to the node. Nothing is allocated while it is solved.
 */
export interface ChoiceNode {
  readonly grid: ClassGrid;
  readonly groups: number;
  /** `[option]` */
  readonly regionOf: Int32Array;
  /** First home and first place that may hold applicants; those before are skipped. */
  readonly fromHome: number;
  readonly fromPlace: number;
  /** `[option]` e^(V/λ) of a doctor without ties, home or years; 0 where there is no such programme. */
  readonly attraction: Float64Array;
  /** `[tie][option]` e^(dU/λ); 1 without a lever. */
  readonly lift: Float64Array;
  readonly posts: Float64Array;
  readonly applicants: Float64Array;
  /** Whether a lift isn't 1. */
  isLifted: boolean;
  /** Set when attraction, lift or the draw changed, so that what only depends on them is made again. */
  weightsChanged: boolean;
  /** Whether powers were kept in this run. */
  hasPowers: boolean;
  /** Whether the last solution had an option full. */
  isRationed: boolean;
  /** `[tie][region]` people per unit of weight: demand of an option = its weight × this. */
  readonly perWeight: Float64Array;
  /** `[class]` people placed per unit of weight open to them: share placed × people ÷ Σ weights. */
  readonly placed: Float64Array;
  /** `[class]` people who end without a post. */
  readonly outside: Float64Array;
  /** `[row]` the sum of `placed` over places. */
  readonly placedOfRow: Float64Array;
  /** `[option]` weight after rationing, e^((V − μ)/λ). */
  readonly rationed: Float64Array;
  readonly filled: Float64Array;
  /** `[option]` people who would come if no option were full. */
  readonly freeDemand: Float64Array;
  readonly work: NodeWork;
  /** Solves it, null in the plain engine; where the node is laid out for it. */
  readonly kernel: Kernel | null;
  readonly at: number;
}

/** Memory of the solver between its passes. */
export interface NodeWork {
  /** `[class]` if nothing were full: share placed ÷ Σ weights, share outside, share of those placed who stay. */
  readonly freeRatio: Float64Array;
  readonly freeOutside: Float64Array;
  readonly freeStay: Float64Array;
  /** `[tie][region]` weight of the region's options, of its full ones. */
  readonly weight: Float64Array;
  readonly fullWeight: Float64Array;
  /** `[class]` −d placed ÷ d(Σ weights); `[row]` its sum. */
  readonly slope: Float64Array;
  readonly slopeOfRow: Float64Array;
  /** `[class]` where the power Z^λ was last taken exactly: 1 ÷ Z and Z^λ. */
  readonly powerAt: Float64Array;
  readonly power: Float64Array;
  /** `[region]` people per unit of weight over both ties, share of it without ties. */
  readonly scale: Float64Array;
  readonly untied: Float64Array;
  /** After solving: `[tie][home][region]` people per unit of weight, `[tie][region]` their sums and of those who stay. */
  readonly perCell: Float64Array;
  readonly perRegion: Float64Array;
  readonly stayedPerRegion: Float64Array;
  readonly matrix: Float64Array;
  readonly step: Float64Array;
  /** `[region]` the scales at which the last two rationed years of this run settled, of which there are `warmYears`. */
  readonly warmScale: Float64Array;
  readonly earlierScale: Float64Array;
  warmYears: number;
}

export const choiceNode = (
  grid: ClassGrid,
  groups: number,
  from: { home: number; place: number } = { home: 0, place: 0 },
  memory: EngineMemory = PLAIN_MEMORY,
): ChoiceNode => {
  const zeros = memory.f64;
  const { regions, rows, cells } = grid;
  const options = groups * regions;
  const work: NodeWork = {
    freeRatio: zeros(cells),
    freeOutside: zeros(cells),
    freeStay: zeros(cells),
    weight: zeros(2 * regions),
    fullWeight: zeros(2 * regions),
    slope: zeros(cells),
    slopeOfRow: zeros(rows),
    powerAt: zeros(cells),
    power: zeros(cells),
    scale: zeros(regions),
    untied: zeros(regions),
    perCell: zeros(rows * regions),
    perRegion: zeros(2 * regions),
    stayedPerRegion: zeros(2 * regions),
    matrix: zeros(regions * regions),
    step: zeros(regions),
    warmScale: zeros(regions),
    earlierScale: zeros(regions),
    warmYears: 0,
  };
  const node = {
    grid,
    groups,
    regionOf: Int32Array.from({ length: options }, (_, option) => option % regions),
    fromHome: from.home,
    fromPlace: from.place,
    attraction: zeros(options),
    lift: zeros(2 * options).fill(1),
    posts: zeros(options),
    applicants: zeros(cells),
    isLifted: false,
    weightsChanged: true,
    hasPowers: false,
    isRationed: false,
    perWeight: zeros(2 * regions),
    placed: zeros(cells),
    outside: zeros(cells),
    placedOfRow: zeros(rows),
    rationed: zeros(options),
    filled: zeros(options),
    freeDemand: zeros(options),
    work,
    kernel: memory.kernel,
  };
  return { ...node, at: describeNode(memory, node) };
};

/** Forgets everything learnt from earlier runs, so that a draw gives the same bytes wherever and whenever it is run. */
export const resetNode = (node: ChoiceNode): void => {
  node.work.warmYears = 0;
  if (node.hasPowers) node.work.powerAt.fill(0);
  node.hasPowers = false;
};
