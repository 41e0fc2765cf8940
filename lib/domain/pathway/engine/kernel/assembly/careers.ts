// Choice of a region at CCT. Equations: `career-choice.ts` of the plain engine.
import { Finishers, f, field, pair, setPair, sumOf, within } from './fields';

/** Adds those who take up a career to `arriving`; returns those who take up none. Scratch: four rows of regions. */
export function chooseCareers(
  finishers: usize,
  regions: usize,
  nearness: usize,
  staying: usize,
  attraction: usize,
  arriving: usize,
  scratch: usize,
): f64 {
  const places = regions + 1;
  const classes = field(finishers, Finishers.classes);
  const byTie = field(finishers, Finishers.byTie);
  const stayWeight = field(finishers, Finishers.stayWeight);
  const stays = scratch;
  const weights = scratch + ((regions + 2) << 3);
  const zero = f64x2.splat(0);
  let outside = 0.0;
  for (let tie: usize = 0; tie < 2; tie += 1) {
    const own = f64x2.splat(f(staying, tie));
    for (let region: usize = 0; region < regions; region += 2) {
      const people = pair(byTie, tie * regions + region);
      const stay = f64x2.div(f64x2.mul(own, pair(stayWeight, tie * regions + region)), people);
      setPair(stays, region, v128.and(f64x2.sub(stay, f64x2.splat(1)), f64x2.ne(people, zero)));
    }
    for (let row = tie * places; row < (tie + 1) * places; row += 1) {
      const near = nearness + ((row * regions) << 3);
      let sum = zero;
      for (let region: usize = 0; region < regions; region += 2) {
        const weight = v128.and(f64x2.mul(pair(attraction, region), pair(near, region)), within(region, regions));
        setPair(weights, region, weight);
        sum = f64x2.add(sum, weight);
      }
      const everywhere = f64x2.splat(1 + sumOf(sum));
      let all = zero;
      for (let region: usize = 0; region < regions; region += 2) {
        const people = v128.and(pair(classes, row * places + region), within(region, regions));
        const there = f64x2.mul(pair(weights, region), pair(stays, region));
        const per = f64x2.div(people, f64x2.add(everywhere, there));
        all = f64x2.add(all, per);
        setPair(
          arriving,
          region,
          f64x2.add(pair(arriving, region), f64x2.mul(per, v128.and(there, within(region, regions)))),
        );
      }
      const whole = sumOf(all);
      outside += whole;
      for (let region: usize = 0; region < regions; region += 2) {
        const more = f64x2.mul(f64x2.splat(whole), pair(weights, region));
        setPair(arriving, region, f64x2.add(pair(arriving, region), more));
      }
    }
  }
  return outside;
}
