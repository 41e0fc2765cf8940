// Demand of a node without any limit. Equations: `free-demand.ts` of the plain engine.
import { f, field, Node, pair, set, setPair, setWithin, sumOf, within } from './fields';
import { sumPerWeight } from './node-demand';
import { power, powerOne } from './power';

function sumFreeWeights(node: usize): void {
  const regions = field(node, Node.regions);
  const groups = field(node, Node.groups);
  const attraction = field(node, Node.attraction);
  const weight = field(node, Node.weight);
  for (let tie: usize = 0; tie < 2; tie += 1) {
    const lift = field(node, Node.lift) + ((tie * groups * regions) << 3);
    for (let region: usize = 0; region < regions; region += 2) {
      let sum = f64x2.splat(0);
      for (let option = region; option < groups * regions; option += regions) {
        sum = f64x2.add(sum, f64x2.mul(pair(attraction, option), pair(lift, option)));
      }
      setPair(weight, tie * regions + region, sum);
    }
  }
}

/** By class, if nothing were full: share placed ÷ Σ weights, share outside, share of those placed who stay. */
export function freeRatios(node: usize, nearness: usize, stay0: f64, stay1: f64, lambda: f64): void {
  const regions = field(node, Node.regions);
  const places = field(node, Node.places);
  const fromPlace = field(node, Node.fromPlace);
  const own = field(node, Node.scratch);
  const ratio = field(node, Node.freeRatio);
  const outside = field(node, Node.freeOutside);
  const stays = field(node, Node.freeStay);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  sumFreeWeights(node);
  setPair(own, regions & ~1, zero);
  setPair(own, (regions & ~1) + 2, zero);
  for (let tie: usize = 0; tie < 2; tie += 1) {
    const stay = tie === 0 ? stay0 : stay1;
    const weight = field(node, Node.weight) + ((tie * regions) << 3);
    for (let home = field(node, Node.fromHome); home < places; home += 1) {
      const row = tie * places + home;
      let all = zero;
      for (let region: usize = 0; region < regions; region += 2) {
        const open = v128.and(
          f64x2.mul(pair(weight, region), pair(nearness, row * regions + region)),
          within(region, regions),
        );
        all = f64x2.add(all, open);
        setPair(own, region, open);
      }
      const everywhere = sumOf(all);
      const cells = row * places;
      let place = fromPlace;
      if (everywhere > 0) {
        for (; place + 1 < places; place += 2) {
          const here = pair(own, place);
          const z = f64x2.add(f64x2.splat(everywhere), f64x2.mul(f64x2.splat(stay), here));
          const raised = lambda < 1 ? power(z, lambda) : z;
          const without = f64x2.div(one, f64x2.add(one, raised));
          const inverse = f64x2.div(one, z);
          setPair(outside, cells + place, without);
          setPair(ratio, cells + place, f64x2.mul(f64x2.mul(raised, without), inverse));
          setPair(stays, cells + place, f64x2.mul(f64x2.mul(f64x2.splat(1 + stay), here), inverse));
        }
      }
      for (; place < places; place += 1) {
        const here = f(own, place);
        const z = everywhere + stay * here;
        const raised = lambda < 1 && z > 0 ? powerOne(z, lambda) : z;
        set(outside, cells + place, 1 / (1 + raised));
        set(ratio, cells + place, z > 0 ? raised / ((1 + raised) * z) : 0);
        set(stays, cells + place, z > 0 ? ((1 + stay) * here) / z : 0);
      }
    }
  }
}

/** Everything that the solver starts from; true where no option has more people than posts. */
export function demandFreely(node: usize, nearness: usize, stay0: f64, stay1: f64): bool {
  const regions = field(node, Node.regions);
  const places = field(node, Node.places);
  const groups = field(node, Node.groups);
  const fromPlace = field(node, Node.fromPlace);
  const applicants = field(node, Node.applicants);
  const placed = field(node, Node.placed);
  const outside = field(node, Node.outside);
  const ratio = field(node, Node.freeRatio);
  const without = field(node, Node.freeOutside);
  for (let tie: usize = 0; tie < 2; tie += 1) {
    for (let home = field(node, Node.fromHome); home < places; home += 1) {
      const row = tie * places + home;
      const last = (row + 1) * places;
      let cell = row * places + fromPlace;
      let sums = f64x2.splat(0);
      for (; cell + 1 < last; cell += 2) {
        const people = pair(applicants, cell);
        const here = f64x2.mul(people, pair(ratio, cell));
        setPair(outside, cell, f64x2.mul(people, pair(without, cell)));
        setPair(placed, cell, here);
        sums = f64x2.add(sums, here);
      }
      let sum = sumOf(sums);
      for (; cell < last; cell += 1) {
        const here = f(applicants, cell) * f(ratio, cell);
        set(outside, cell, f(applicants, cell) * f(without, cell));
        set(placed, cell, here);
        sum += here;
      }
      set(field(node, Node.placedOfRow), row, sum);
    }
  }
  sumPerWeight(node, nearness, stay0, stay1);
  const perWeight = field(node, Node.perWeight);
  const lift = field(node, Node.lift);
  const tied = groups * regions;
  let isFree = true;
  for (let region: usize = 0; region < regions; region += 2) {
    const untied = pair(perWeight, region);
    const withTie = pair(perWeight, regions + region);
    const inRow = within(region, regions);
    for (let option = region; option < tied; option += regions) {
      const per = f64x2.add(f64x2.mul(pair(lift, option), untied), f64x2.mul(pair(lift, tied + option), withTie));
      const demand = f64x2.mul(pair(field(node, Node.attraction), option), per);
      const isOver = v128.and(f64x2.gt(demand, pair(field(node, Node.posts), option)), inRow);
      if (v128.any_true(isOver)) isFree = false;
      setWithin(field(node, Node.freeDemand), option, region, regions, demand);
    }
    const scale = f64x2.add(untied, withTie);
    setPair(field(node, Node.scale), region, scale);
    setPair(field(node, Node.untied), region, v128.and(f64x2.div(untied, scale), f64x2.gt(scale, f64x2.splat(0))));
  }
  return isFree;
}
