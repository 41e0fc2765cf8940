import type { ChoiceNode, ChoiceWeights } from './choice-node';
import type { PartCohorts } from './cohorts';

/** Where the people placed at a node go: class cells, and totals by tie × region (all, and those who stayed put). */
export interface FlowTarget {
  readonly classes: Float64Array;
  readonly from: number;
  readonly totals: Float64Array | null;
  readonly stayed: Float64Array | null;
  readonly totalsFrom: number;
}

export const entryTarget = (cohorts: PartCohorts, cells: number, regions: number, year: number): FlowTarget => ({
  classes: cohorts.entries,
  from: year * cells,
  totals: cohorts.entrants,
  stayed: cohorts.stayed,
  totalsFrom: year * 2 * regions,
});

/** Adds the people placed in one group of a solved node, by tie × home × region taken up. */
export const addPlaced = (node: ChoiceNode, weights: ChoiceWeights, group: number, into: FlowTarget): void => {
  const { grid, groups, fromHome, rationed, lift, placed, placedOfRow } = node;
  const { nearness, staying } = weights;
  const { regions, places } = grid;
  const options = groups * regions;
  const first = group * regions;
  for (let tie = 0; tie < 2; tie += 1) {
    const stay = staying[tie] ?? 0;
    for (let home = fromHome; home < places; home += 1) {
      const row = tie * places + home;
      const ofRow = placedOfRow[row] ?? 0;
      if (ofRow === 0) continue;
      const cell = row * places;
      for (let region = 0; region < regions; region += 1) {
        const weight =
          (rationed[first + region] ?? 0) *
          (lift[tie * options + first + region] ?? 0) *
          (nearness[row * regions + region] ?? 0);
        const here = placed[cell + region] ?? 0;
        const people = weight * (ofRow + stay * here);
        into.classes[into.from + cell + region] = (into.classes[into.from + cell + region] ?? 0) + people;
        if (into.totals && into.stayed) {
          const total = into.totalsFrom + tie * regions + region;
          into.totals[total] = (into.totals[total] ?? 0) + people;
          into.stayed[total] = (into.stayed[total] ?? 0) + weight * (1 + stay) * here;
        }
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
