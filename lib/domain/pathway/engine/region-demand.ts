import type { ChoiceWeights } from './choice-node';
import type { ClassGrid } from './class-grid';

/** Scratch of one node. `demand` `[region]`: people who would come if nothing were full; `slopes` `[region][region]`. */
export interface RegionDemand {
  readonly demand: Float64Array;
  /** d demand ÷ d ln(weight of a region). */
  readonly slopes: Float64Array;
  /** Mean of ln Σ weights over the applicants. */
  meanLogOpen: number;
  readonly perPlace: Float64Array;
  readonly curvePerPlace: Float64Array;
  readonly ofRow: Float64Array;
  readonly stayRow: Float64Array;
  /** `[region]` of whoever seeks the weights. */
  readonly open: Float64Array;
  readonly step: Float64Array;
}

export const regionDemand = ({ regions, places }: ClassGrid): RegionDemand => ({
  demand: new Float64Array(regions),
  slopes: new Float64Array(regions * regions),
  meanLogOpen: 0,
  perPlace: new Float64Array(places),
  curvePerPlace: new Float64Array(places),
  ofRow: new Float64Array(regions),
  stayRow: new Float64Array(regions),
  open: new Float64Array(regions),
  step: new Float64Array(regions),
});

/**
 * Choice between regions when nothing is full, from weights `[region]` of all their options together: within a region every class
 * chooses between programmes alike. `Z = Σ weights`, share placed `Q = Z^λ ÷ (1 + Z^λ)`, and of those placed by weight.
 */
export const measureDemand = (
  { regions, places, rows }: ClassGrid,
  people: Float64Array,
  open: Float64Array,
  { nearness, staying, dissimilarity }: ChoiceWeights,
  into: RegionDemand,
): void => {
  const { demand, slopes, perPlace, curvePerPlace, ofRow, stayRow } = into;
  demand.fill(0);
  slopes.fill(0);
  let [heads, logs] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const stay = staying[row < places ? 0 : 1] ?? 0;
    const near = row * regions;
    let elsewhere = 0;
    for (let region = 0; region < regions; region += 1) {
      const weight = (nearness[near + region] ?? 0) * (open[region] ?? 0);
      ofRow[region] = weight;
      elsewhere += weight;
    }
    let [perRow, curvePerRow] = [0, 0];
    for (let place = 0; place < places; place += 1) {
      const count = people[row * places + place] ?? 0;
      perPlace[place] = 0;
      curvePerPlace[place] = 0;
      if (count === 0) continue;
      const total = elsewhere + (place < regions ? stay * (ofRow[place] ?? 0) : 0);
      const log = Math.log(total);
      const power = Math.exp(dissimilarity * log);
      const share = power / (1 + power);
      const per = (count * share) / total;
      const curve = (per * (1 - dissimilarity * (1 - share))) / total;
      perPlace[place] = per;
      curvePerPlace[place] = curve;
      perRow += per;
      curvePerRow += curve;
      heads += count;
      logs += count * log;
    }
    if (perRow === 0) continue;
    for (let region = 0; region < regions; region += 1) {
      const weight = ofRow[region] ?? 0;
      const stays = stay * (curvePerPlace[region] ?? 0);
      const own = curvePerRow + stays;
      demand[region] = (demand[region] ?? 0) + weight * (perRow + stay * (perPlace[region] ?? 0));
      stayRow[region] = weight * stays;
      const first = region * regions;
      for (let other = 0; other <= region; other += 1) {
        const crossed = own * (ofRow[other] ?? 0) + (stayRow[other] ?? 0);
        slopes[first + other] = (slopes[first + other] ?? 0) - weight * crossed;
      }
      slopes[first + region] = (slopes[first + region] ?? 0) - weight * weight * stay * stays;
    }
  }
  into.meanLogOpen = heads > 0 ? logs / heads : 0;
  for (let region = 0; region < regions; region += 1) {
    for (let other = 0; other < region; other += 1) {
      slopes[other * regions + region] = slopes[region * regions + other] ?? 0;
    }
    const cell = region * regions + region;
    slopes[cell] = (slopes[cell] ?? 0) + (demand[region] ?? 0);
  }
};

/** `[place]` share placed of the people there, when nothing is full; 0 where nobody is. */
export const placedShares = (
  { regions, places, rows }: ClassGrid,
  people: Float64Array,
  open: Float64Array,
  { nearness, staying, dissimilarity }: ChoiceWeights,
): Float64Array => {
  const [placed, heads] = [new Float64Array(places), new Float64Array(places)];
  for (let row = 0; row < rows; row += 1) {
    const weightOf = (region: number): number => (nearness[row * regions + region] ?? 0) * (open[region] ?? 0);
    let elsewhere = 0;
    for (let region = 0; region < regions; region += 1) elsewhere += weightOf(region);
    for (let place = 0; place < places; place += 1) {
      const count = people[row * places + place] ?? 0;
      const own = place < regions ? (staying[row < places ? 0 : 1] ?? 0) * weightOf(place) : 0;
      const power = (elsewhere + own) ** dissimilarity;
      placed[place] = (placed[place] ?? 0) + (count * power) / (1 + power);
      heads[place] = (heads[place] ?? 0) + count;
    }
  }
  return placed.map((sum, place) => ((heads[place] ?? 0) > 0 ? sum / (heads[place] ?? 1) : 0));
};

/** `[home][region]` people placed, both ties together, when nothing is full. */
export const placedByHome = (
  { regions, places, rows }: ClassGrid,
  people: Float64Array,
  open: Float64Array,
  { nearness, staying, dissimilarity }: ChoiceWeights,
): Float64Array => {
  const placed = new Float64Array(places * regions);
  for (let row = 0; row < rows; row += 1) {
    const weightOf = (region: number): number => (nearness[row * regions + region] ?? 0) * (open[region] ?? 0);
    let elsewhere = 0;
    for (let region = 0; region < regions; region += 1) elsewhere += weightOf(region);
    for (let place = 0; place < places; place += 1) {
      const count = people[row * places + place] ?? 0;
      const stays = place < regions ? (staying[row < places ? 0 : 1] ?? 0) * weightOf(place) : 0;
      const power = (elsewhere + stays) ** dissimilarity;
      const per = count === 0 ? 0 : (count * power) / (1 + power) / (elsewhere + stays);
      for (let region = 0; region < regions; region += 1) {
        const cell = (row % places) * regions + region;
        placed[cell] = (placed[cell] ?? 0) + per * (weightOf(region) + (region === place ? stays : 0));
      }
    }
  }
  return placed;
};
