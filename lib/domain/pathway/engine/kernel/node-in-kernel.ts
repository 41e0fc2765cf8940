import type { ChoiceNode, ChoiceWeights } from '@/lib/domain/pathway/engine/choice-node';
import type { ClassGrid } from '@/lib/domain/pathway/engine/class-grid';
import { PathwayInvariantError } from '@/lib/domain/pathway/engine/pathway-error';
import type { EngineMemory } from './engine-memory';
import type { Kernel } from './kernel';

/** Numbers of scratch memory that the solver needs: a row, rows of E, the diagonal, B, the matrix and its right-hand side. */
export const nodeScratch = ({ regions }: ClassGrid): number => {
  const stride = 4 * Math.ceil(regions / 4);
  return stride + 4 + (regions + 1) * stride + 4 + stride + stride * stride + (regions + 1) * (regions + 2);
};

/** Lays a node out for the kernel; the order is that of `Node` in `assembly/fields.ts`. */
export const describeNode = (memory: EngineMemory, node: Omit<ChoiceNode, 'at'>): number => {
  const { grid, work } = node;
  return memory.describe([
    ...[grid.regions, grid.places, node.groups, node.fromHome, node.fromPlace, memory.scratch(nodeScratch(grid))],
    ...[node.attraction, node.lift, node.posts, node.applicants],
    ...[node.perWeight, node.placed, node.outside, node.placedOfRow, node.rationed, node.filled, node.freeDemand],
    ...[work.freeRatio, work.freeOutside, work.freeStay, work.weight, work.fullWeight, work.slope, work.slopeOfRow],
    ...[work.powerAt, work.power, work.scale, work.untied, work.step, work.warmScale, work.earlierScale],
    ...[work.perRegion, work.stayedPerRegion],
  ]);
};

const NO_POSTS = -1;
const NOT_SETTLED = -2;

/** `solveNode` in the kernel. */
export const solveInKernel = (kernel: Kernel, node: ChoiceNode, weights: ChoiceWeights): void => {
  const { nearness, staying, dissimilarity } = weights;
  const { work } = node;
  const changed = node.weightsChanged ? 1 : 0;
  const [stay0, stay1] = [staying[0] ?? 0, staying[1] ?? 0];
  const passes = kernel.solveNode(node.at, nearness.byteOffset, stay0, stay1, dissimilarity, changed, work.warmYears);
  if (passes > 0 || passes === NOT_SETTLED) node.hasPowers = true;
  if (passes === NOT_SETTLED) throw new PathwayInvariantError('no_convergence', 'the shadow prices do not settle');
  node.weightsChanged = false;
  node.isRationed = passes > 0 || passes === NO_POSTS;
  if (passes > 0) work.warmYears += 1;
};
