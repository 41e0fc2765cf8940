import type { Finishers } from './cohort-exits';
import type { CompiledPathway } from './compiled-pathway';
import type { DrawWeights } from './draw-weights';

/** Post-CCT choice of a region by one kind of doctor; all arrays belong to the caller. */
export interface CareerChoice {
  /** `[region]` e^V without ties, home or years, with this year's levers. */
  readonly attraction: Float64Array;
  /** `[region]` people who take up a career there, added to. */
  readonly arriving: Float64Array;
}

/**
 * Region after CCT: a logit with outside (not the NHS) at 0 and weight `e^(κ + bonus × years)` on the region of training, years
 * in it counted to five. The mean of that weight over a tie × region stands for its distribution; `moment-comparison.test.ts`
 * shows how near that is. Returns the people who take up no NHS career.
 */
export const chooseCareers = (
  { grid }: CompiledPathway,
  { career }: DrawWeights,
  finishers: Finishers,
  choice: CareerChoice,
): number => {
  const { regions, places } = grid;
  const { attraction, arriving } = choice;
  let outside = 0;
  for (let tie = 0; tie < 2; tie += 1) {
    for (let home = 0; home < places; home += 1) {
      const row = tie * places + home;
      const near = row * regions;
      let everywhere = 1;
      for (let region = 0; region < regions; region += 1) {
        everywhere += (attraction[region] ?? 0) * (career.nearness[near + region] ?? 0);
      }
      let all = 0;
      for (let place = 0; place < regions; place += 1) {
        const people = finishers.classes[row * places + place] ?? 0;
        const cell = tie * regions + place;
        const inTie = finishers.byTie[cell] ?? 0;
        if (people === 0 || inTie === 0) continue;
        const stay = ((career.staying[tie] ?? 1) * (finishers.stayWeight[cell] ?? 0)) / inTie - 1;
        const own = (attraction[place] ?? 0) * (career.nearness[near + place] ?? 0) * stay;
        const per = people / (everywhere + own);
        all += per;
        arriving[place] = (arriving[place] ?? 0) + per * own;
      }
      outside += all;
      for (let region = 0; region < regions; region += 1) {
        arriving[region] =
          (arriving[region] ?? 0) + all * (attraction[region] ?? 0) * (career.nearness[near + region] ?? 0);
      }
    }
  }
  return outside;
};
