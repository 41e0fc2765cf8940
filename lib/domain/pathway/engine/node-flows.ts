import type { ChoiceNode, ChoiceWeights } from './choice-node';
import type { PartCohorts } from './cohorts';

/** Where the people placed at a node go: class cells, and totals by tie × region (all, and those who stayed put). */
export interface FlowTarget {
  readonly classes: Float64Array;
  readonly from: number;
  readonly totals: Float64Array;
  readonly stayed: Float64Array;
  readonly totalsFrom: number;
}

export const entryTarget = (cohorts: PartCohorts, cells: number, regions: number, year: number): FlowTarget => ({
  classes: cohorts.entries,
  from: year * cells,
  totals: cohorts.entrants,
  stayed: cohorts.stayed,
  totalsFrom: year * 2 * regions,
});

/**
 * People placed per unit of weight after rationing, by tie × home × region, and their sums over homes: what all groups of a
 * solved node share. To be called once, before `addPlaced`.
 */
export const measurePlaced = (node: ChoiceNode, { nearness, staying }: ChoiceWeights): void => {
  const { grid, fromHome, placed, placedOfRow, work } = node;
  const { perCell, perRegion, stayedPerRegion } = work;
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
        perCell[near + region] = people;
        perRegion[into + region] = (perRegion[into + region] ?? 0) + people;
        stayedPerRegion[into + region] = (stayedPerRegion[into + region] ?? 0) + weight * (1 + stay) * here;
      }
    }
  }
};

/** Adds the people placed in one group of a solved node, by tie × home × region taken up. */
export const addPlaced = (node: ChoiceNode, group: number, into: FlowTarget): void => {
  const { grid, groups, fromHome, rationed, lift, work } = node;
  const { perCell, perRegion, stayedPerRegion, groupWeight } = work;
  const { classes, totals, stayed } = into;
  const { regions, places } = grid;
  const first = group * regions;
  for (let tie = 0; tie < 2; tie += 1) {
    const lifted = tie * groups * regions + first;
    for (let region = 0; region < regions; region += 1) {
      const weight = (rationed[first + region] ?? 0) * (lift[lifted + region] ?? 0);
      const cell = tie * regions + region;
      const total = into.totalsFrom + cell;
      groupWeight[region] = weight;
      totals[total] = (totals[total] ?? 0) + weight * (perRegion[cell] ?? 0);
      stayed[total] = (stayed[total] ?? 0) + weight * (stayedPerRegion[cell] ?? 0);
    }
    for (let home = fromHome; home < places; home += 1) {
      const row = tie * places + home;
      const from = row * regions;
      const cell = into.from + row * places;
      for (let region = 0; region < regions; region += 1) {
        classes[cell + region] =
          (classes[cell + region] ?? 0) + (groupWeight[region] ?? 0) * (perCell[from + region] ?? 0);
      }
    }
  }
};

/** Of those placed who have a region: would have stayed in it if no post were taken, but were placed elsewhere. */
export const forcedMoves = (node: ChoiceNode, { nearness, staying }: ChoiceWeights): number => {
  if (!node.isRationed) return 0;
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
