import type { ChoiceNode, ChoiceWeights } from './choice-node';
import type { PartCohorts } from './cohorts';

/**
 * People placed per unit of weight after rationing, by tie × home × region, into `mix` from `from` on, and their sums over
 * homes: what all groups of a solved node share.
 */
export const measurePlaced = (
  node: ChoiceNode,
  { nearness, staying }: ChoiceWeights,
  mix: Float64Array,
  from: number,
): void => {
  if (node.kernel) {
    node.kernel.measurePlaced(
      node.at,
      nearness.byteOffset,
      staying[0] ?? 0,
      staying[1] ?? 0,
      mix.byteOffset + 8 * from,
    );
    return;
  }
  const { grid, fromHome, placed, placedOfRow, work } = node;
  const { perRegion, stayedPerRegion } = work;
  const { regions, places } = grid;
  perRegion.fill(0);
  stayedPerRegion.fill(0);
  for (let tie = 0; tie < 2; tie += 1) {
    const stay = staying[tie] ?? 0;
    const into = tie * regions;
    for (let home = fromHome; home < places; home += 1) {
      const row = tie * places + home;
      const ofRow = placedOfRow[row] ?? 0;
      const near = row * regions;
      const cell = row * places;
      for (let region = 0; region < regions; region += 1) {
        const weight = nearness[near + region] ?? 0;
        const here = placed[cell + region] ?? 0;
        const people = weight * (ofRow + stay * here);
        mix[from + near + region] = people;
        perRegion[into + region] = (perRegion[into + region] ?? 0) + people;
        stayedPerRegion[into + region] = (stayedPerRegion[into + region] ?? 0) + weight * (1 + stay) * here;
      }
    }
  }
};

/** This year's entrants to a part from one group of a solved and measured node. */
export const enterPart = (node: ChoiceNode, group: number, cohorts: PartCohorts, year: number, part = 0): void => {
  if (node.kernel) {
    node.kernel.enterPart(node.at, group, part, year);
    return;
  }
  const { grid, groups, rationed, lift, work } = node;
  const { weight, entrants, stayed } = cohorts;
  const { regions } = grid;
  const first = group * regions;
  const from = year * 2 * regions;
  for (let tie = 0; tie < 2; tie += 1) {
    const lifted = tie * groups * regions + first;
    for (let region = 0; region < regions; region += 1) {
      const own = (rationed[first + region] ?? 0) * (lift[lifted + region] ?? 0);
      const cell = tie * regions + region;
      weight[from + cell] = own;
      entrants[from + cell] = (entrants[from + cell] ?? 0) + own * (work.perRegion[cell] ?? 0);
      stayed[from + cell] = (stayed[from + cell] ?? 0) + own * (work.stayedPerRegion[cell] ?? 0);
    }
  }
};

/** The same for the queue behind, all of whom have a home elsewhere and no region. */
export const enterOthers = (node: ChoiceNode, group: number, cohorts: PartCohorts, year: number, part = 0): void => {
  if (node.kernel) {
    node.kernel.enterOthers(node.at, group, part, year);
    return;
  }
  const { grid, groups, rationed, lift, work } = node;
  const { regions } = grid;
  const first = group * regions;
  const from = year * 2 * regions;
  for (let tie = 0; tie < 2; tie += 1) {
    const lifted = tie * groups * regions + first;
    for (let region = 0; region < regions; region += 1) {
      const cell = tie * regions + region;
      const people = (rationed[first + region] ?? 0) * (lift[lifted + region] ?? 0) * (work.perRegion[cell] ?? 0);
      cohorts.others[from + cell] = people;
      cohorts.entrants[from + cell] = (cohorts.entrants[from + cell] ?? 0) + people;
    }
  }
};

/** Classes of the people placed at a node of one group, by region taken up. */
export const placedClasses = (node: ChoiceNode, classes: Float64Array): void => {
  if (node.kernel) {
    node.kernel.placedClasses(node.at, node.work.perCell.byteOffset, classes.byteOffset);
    return;
  }
  const { grid, rationed, lift, work } = node;
  const { regions, places, rows } = grid;
  for (let row = 0; row < rows; row += 1) {
    const lifted = row < places ? 0 : regions;
    for (let region = 0; region < regions; region += 1) {
      classes[row * places + region] =
        (rationed[region] ?? 0) * (lift[lifted + region] ?? 0) * (work.perCell[row * regions + region] ?? 0);
    }
  }
};

/** Of those placed who have a region: would have stayed in it if no post were taken, but were placed elsewhere. */
export const forcedMoves = (node: ChoiceNode, { nearness, staying }: ChoiceWeights): number => {
  if (!node.isRationed) return 0;
  if (node.kernel) return node.kernel.forcedMoves(node.at, nearness.byteOffset, staying[0] ?? 0, staying[1] ?? 0);
  const { grid, applicants, outside, placed, work } = node;
  const { regions, places, rows } = grid;
  let moves = 0;
  for (let row = 0; row < rows; row += 1) {
    const tie = row < places ? 0 : 1;
    for (let region = 0; region < regions; region += 1) {
      const cell = row * places + region;
      const people = (applicants[cell] ?? 0) - (outside[cell] ?? 0);
      const stays =
        (placed[cell] ?? 0) *
        (1 + (staying[tie] ?? 0)) *
        (work.weight[tie * regions + region] ?? 0) *
        (nearness[row * regions + region] ?? 0);
      const moved = people * (work.freeStay[cell] ?? 0) - stays;
      if (moved > 0) moves += moved;
    }
  }
  return moves;
};
