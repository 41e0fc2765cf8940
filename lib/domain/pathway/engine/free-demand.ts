import type { ChoiceNode, ChoiceWeights } from './choice-node';
import { perWeightOf, sumPerWeight, sumWeights } from './node-demand';

/** By class, if nothing were full: share placed ÷ Σ weights, share outside, share of those placed who stay. */
const freeRatios = (node: ChoiceNode, { nearness, staying, dissimilarity }: ChoiceWeights): void => {
  const { grid, attraction, work, fromHome, fromPlace } = node;
  const { regions, places } = grid;
  const { weight, freeRatio, freeOutside, freeStay } = work;
  sumWeights(node, attraction, weight);
  for (let tie = 0; tie < 2; tie += 1) {
    for (let home = fromHome; home < places; home += 1) {
      const row = tie * places + home;
      let everywhere = 0;
      for (let r = 0; r < regions; r += 1) {
        everywhere += (weight[tie * regions + r] ?? 0) * (nearness[row * regions + r] ?? 0);
      }
      for (let place = fromPlace; place < places; place += 1) {
        const here =
          place < regions ? (weight[tie * regions + place] ?? 0) * (nearness[row * regions + place] ?? 0) : 0;
        const z = everywhere + (staying[tie] ?? 0) * here;
        const raised = dissimilarity < 1 && z > 0 ? Math.exp(dissimilarity * Math.log(z)) : z;
        freeOutside[row * places + place] = 1 / (1 + raised);
        freeRatio[row * places + place] = z > 0 ? raised / ((1 + raised) * z) : 0;
        freeStay[row * places + place] = z > 0 ? ((1 + (staying[tie] ?? 0)) * here) / z : 0;
      }
    }
  }
};

/** People per unit of weight over both ties, and the share of it without ties. */
const noteScale = ({ perWeight, work, grid }: ChoiceNode, region: number): void => {
  const untied = perWeight[region] ?? 0;
  const scale = untied + (perWeight[grid.regions + region] ?? 0);
  work.scale[region] = scale;
  work.untied[region] = scale > 0 ? untied / scale : 0;
};

/**
 * Demand without any limit, into `freeDemand` and everything that `placeClasses` gives. What only depends on weights is kept
 * from year to year. True where no option has more people than posts, so that this is the solution.
 */
export const demandFreely = (node: ChoiceNode, weights: ChoiceWeights): boolean => {
  const { attraction, work, applicants, placed, outside, placedOfRow, freeDemand, posts, grid } = node;
  const { places, regions } = grid;
  if (node.weightsChanged) {
    freeRatios(node, weights);
    node.weightsChanged = false;
  }
  const { freeRatio, freeOutside } = work;
  for (let tie = 0; tie < 2; tie += 1) {
    for (let home = node.fromHome; home < places; home += 1) {
      const row = tie * places + home;
      const last = (row + 1) * places;
      let sum = 0;
      for (let cell = row * places + node.fromPlace; cell < last; cell += 1) {
        const people = applicants[cell] ?? 0;
        const here = people * (freeRatio[cell] ?? 0);
        outside[cell] = people * (freeOutside[cell] ?? 0);
        placed[cell] = here;
        sum += here;
      }
      placedOfRow[row] = sum;
    }
  }
  sumPerWeight(node, weights);
  let isFree = true;
  for (let option = 0; option < attraction.length; option += 1) {
    const demand = (attraction[option] ?? 0) * perWeightOf(node, option);
    freeDemand[option] = demand;
    if (demand > (posts[option] ?? 0)) isFree = false;
  }
  for (let region = 0; region < regions; region += 1) noteScale(node, region);
  return isFree;
};
