import type { ChoiceWeights } from './choice-node';
import type { ClassGrid } from './class-grid';
import { eliminate } from './node-newton';
import { PathwayInvariantError } from './pathway-error';
import { measureDemand, type RegionDemand } from './region-demand';

interface WantedPeople {
  readonly grid: ClassGrid;
  /** `[class]` */
  readonly people: Float64Array;
  /** `[region]` people who are to come; 0 = nothing is on offer there. */
  readonly wanted: Float64Array;
  readonly weights: ChoiceWeights;
  readonly work: RegionDemand;
}

/** Largest log ratio of people wanted to people who come after which one more step, whose error is its square, settles it. */
const LAST_STEP_BELOW = 3e-7;
const MOST_PASSES = 200;
/** Longest step of a logarithm in a pass. */
const LONGEST_STEP = 2;

/**
 * ln of the regions’ weights with which as many come as are wanted, by Newton’s method on the logarithms, from where `logOpen`
 * stands, in place. Unique: demand answers to every weight as to one’s own, and less to others’.
 * @throws PathwayInvariantError where it doesn’t settle: more are wanted than there are.
 */
export const settleWeights = ({ grid, people, wanted, weights, work }: WantedPeople, logOpen: Float64Array): void => {
  const { regions } = grid;
  const { open, step, slopes, demand } = work;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    for (let region = 0; region < regions; region += 1) {
      open[region] = (wanted[region] ?? 0) > 0 ? Math.exp(logOpen[region] ?? 0) : 0;
    }
    measureDemand(grid, people, open, weights, work);
    let furthest = 0;
    for (let region = 0; region < regions; region += 1) {
      const sought = wanted[region] ?? 0;
      const found = demand[region] ?? 0;
      step[region] = sought > 0 ? Math.log(sought / found) : 0;
      furthest = Math.max(furthest, Math.abs(step[region] ?? 0));
      for (let other = 0; other < regions; other += 1) {
        const cell = region * regions + other;
        slopes[cell] = sought > 0 ? (slopes[cell] ?? 0) / found : Number(region === other);
      }
    }
    eliminate(slopes, step, regions);
    for (let region = 0; region < regions; region += 1) {
      const change = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step[region] ?? 0));
      if ((wanted[region] ?? 0) > 0) logOpen[region] = (logOpen[region] ?? 0) + change;
    }
    if (furthest <= LAST_STEP_BELOW) return;
  }
  throw new PathwayInvariantError('no_convergence', 'attractions that give back as many as are wanted');
};
