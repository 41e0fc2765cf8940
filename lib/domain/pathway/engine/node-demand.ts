import type { ChoiceNode, ChoiceWeights } from './choice-node';

/** `[tie][region]` the sum of `weights × lift` over the groups of each region. */
export const sumWeights = (node: ChoiceNode, weights: Float64Array, into: Float64Array): void => {
  const { grid, groups, lift } = node;
  const { regions } = grid;
  const options = groups * regions;
  into.fill(0);
  for (let tie = 0; tie < 2; tie += 1) {
    for (let group = 0; group < groups; group += 1) {
      for (let region = 0; region < regions; region += 1) {
        const option = group * regions + region;
        const cell = tie * regions + region;
        into[cell] = (into[cell] ?? 0) + (weights[option] ?? 0) * (lift[tie * options + option] ?? 0);
      }
    }
  }
};

/** Below this relative change Z^λ follows from the last exact power by four terms of its series, to 1e−15. */
const NEAR = 1e-3;

/**
 * People placed per unit of weight for every class, at the region weights in `work.weight`: with `Z = Σ weights open to the
 * class`, the share placed is `Z^λ ÷ (1 + Z^λ)` (outside has utility 0) and `placed = people × share ÷ Z`. `slope` is
 * −d placed ÷ dZ. Units: people per unit of weight.
 */
export const placeClasses = (node: ChoiceNode, { nearness, staying, dissimilarity }: ChoiceWeights): void => {
  const { grid, fromHome, fromPlace, applicants, placed, outside, placedOfRow, work } = node;
  const { weight, slope, slopeOfRow, powerAt, power } = work;
  const { regions, places } = grid;
  const isNested = dissimilarity < 1;
  const second = (dissimilarity - 1) / 2;
  const third = (dissimilarity - 2) / 3;
  const fourth = (dissimilarity - 3) / 4;
  for (let tie = 0; tie < 2; tie += 1) {
    const stay = staying[tie] ?? 0;
    const weightFrom = tie * regions;
    for (let home = fromHome; home < places; home += 1) {
      const row = tie * places + home;
      const near = row * regions;
      let everywhere = 0;
      for (let region = 0; region < regions; region += 1) {
        everywhere += (weight[weightFrom + region] ?? 0) * (nearness[near + region] ?? 0);
      }
      let sum = 0;
      let slopes = 0;
      for (let place = fromPlace; place < places; place += 1) {
        const cell = row * places + place;
        const people = applicants[cell] ?? 0;
        if (people === 0) {
          placed[cell] = 0;
          slope[cell] = 0;
          outside[cell] = 0;
          continue;
        }
        let z = everywhere;
        if (place < regions) z += stay * (weight[weightFrom + place] ?? 0) * (nearness[near + place] ?? 0);
        if (!(z > 0)) {
          placed[cell] = 0;
          slope[cell] = 0;
          outside[cell] = people;
          continue;
        }
        let raised = z;
        if (isNested) {
          const e = z * (powerAt[cell] ?? 0) - 1;
          if (e < NEAR && e > -NEAR) {
            raised =
              (power[cell] ?? 0) * (1 + dissimilarity * e * (1 + second * e * (1 + third * e * (1 + fourth * e))));
          } else {
            raised = Math.exp(dissimilarity * Math.log(z));
            powerAt[cell] = 1 / z;
            power[cell] = raised;
          }
        }
        const inverse = 1 / ((1 + raised) * z);
        const here = people * raised * inverse;
        const fall = here * (1 - dissimilarity * z * inverse) * (1 + raised) * inverse;
        placed[cell] = here;
        outside[cell] = people * z * inverse;
        slope[cell] = fall;
        sum += here;
        slopes += fall;
      }
      placedOfRow[row] = sum;
      slopeOfRow[row] = slopes;
    }
  }
};

/** `[tie][region]` people per unit of weight of an option there, from `placed` of the classes. */
export const sumPerWeight = (node: ChoiceNode, { nearness, staying }: ChoiceWeights): void => {
  const { grid, fromHome, placed, placedOfRow, perWeight } = node;
  const { regions, places } = grid;
  perWeight.fill(0);
  for (let tie = 0; tie < 2; tie += 1) {
    const stay = staying[tie] ?? 0;
    const into = tie * regions;
    for (let home = fromHome; home < places; home += 1) {
      const row = tie * places + home;
      const ofRow = placedOfRow[row] ?? 0;
      if (ofRow === 0) continue;
      const near = row * regions;
      const cell = row * places;
      for (let region = 0; region < regions; region += 1) {
        perWeight[into + region] =
          (perWeight[into + region] ?? 0) +
          (nearness[near + region] ?? 0) * (ofRow + stay * (placed[cell + region] ?? 0));
      }
    }
  }
};

/** People per unit of weight of one option. */
export const perWeightOf = (node: ChoiceNode, option: number): number => {
  const { grid, lift, perWeight, regionOf } = node;
  const { regions } = grid;
  const region = regionOf[option] ?? 0;
  return (
    (lift[option] ?? 0) * (perWeight[region] ?? 0) +
    (lift[regionOf.length + option] ?? 0) * (perWeight[regions + region] ?? 0)
  );
};
