// Where the doctors of a node are placed at given weights of the regions. Equations: `node-demand.ts` of the plain engine.
import { f, field, Node, pair, set, setPair, sumOf, within } from './fields';
import { NEAR, power, powerNear, powerOne } from './power';

/** One class of doctors; the rows of `placePairs` that don't come in pairs, or in which no weight is open to anybody. */
function placeOne(node: usize, cell: usize, z: f64, lambda: f64): f64 {
  const people = f(field(node, Node.applicants), cell);
  let here = 0.0;
  let fall = 0.0;
  let without = people;
  if (people !== 0 && z > 0) {
    let raised = z;
    if (lambda < 1) {
      const e = z * f(field(node, Node.powerAt), cell) - 1;
      if (abs(e) < NEAR) {
        raised = f(field(node, Node.power), cell) * f64x2.extract_lane(powerNear(f64x2.splat(e), lambda), 0);
      } else {
        raised = powerOne(z, lambda);
        set(field(node, Node.powerAt), cell, 1 / z);
        set(field(node, Node.power), cell, raised);
      }
    }
    const inverse = 1 / ((1 + raised) * z);
    here = people * raised * inverse;
    fall = here * (1 - lambda * z * inverse) * (1 + raised) * inverse;
    without = people * z * inverse;
  }
  set(field(node, Node.placed), cell, here);
  set(field(node, Node.slope), cell, fall);
  set(field(node, Node.outside), cell, without);
  set(
    field(node, Node.slopeOfRow),
    cell / field(node, Node.places),
    f(field(node, Node.slopeOfRow), cell / field(node, Node.places)) + fall,
  );
  return here;
}

/** Writes `placed`, `outside`, `slope` and their sums by row, at the region weights in `weight`. */
export function placeClasses(node: usize, nearness: usize, stay0: f64, stay1: f64, lambda: f64): void {
  const regions = field(node, Node.regions);
  const places = field(node, Node.places);
  const fromHome = field(node, Node.fromHome);
  const fromPlace = field(node, Node.fromPlace);
  const own = field(node, Node.scratch);
  const applicants = field(node, Node.applicants);
  const placed = field(node, Node.placed);
  const outside = field(node, Node.outside);
  const slope = field(node, Node.slope);
  const powerAt = field(node, Node.powerAt);
  const powers = field(node, Node.power);
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  const lambdas = f64x2.splat(lambda);
  const term2 = f64x2.splat((lambda - 1) / 2);
  const term3 = f64x2.splat((lambda - 2) / 3);
  const term4 = f64x2.splat((lambda - 3) / 4);
  const term5 = f64x2.splat((lambda - 4) / 5);
  const term6 = f64x2.splat((lambda - 5) / 6);
  const term7 = f64x2.splat((lambda - 6) / 7);
  const term8 = f64x2.splat((lambda - 7) / 8);
  const term9 = f64x2.splat((lambda - 8) / 9);
  const near = f64x2.splat(NEAR);
  const isNested = lambda < 1;
  setPair(own, regions & ~1, zero);
  setPair(own, (regions & ~1) + 2, zero);
  for (let tie: usize = 0; tie < 2; tie += 1) {
    const stay = f64x2.splat(tie === 0 ? stay0 : stay1);
    const weight = field(node, Node.weight) + ((tie * regions) << 3);
    for (let home = fromHome; home < places; home += 1) {
      const row = tie * places + home;
      const nearRow = nearness + ((row * regions) << 3);
      let all = zero;
      for (let region: usize = 0; region < regions; region += 2) {
        const open = v128.and(f64x2.mul(pair(weight, region), pair(nearRow, region)), within(region, regions));
        all = f64x2.add(all, open);
        setPair(own, region, f64x2.mul(stay, open));
      }
      const everywhere = sumOf(all);
      const cells = row * places;
      let sums = zero;
      let slopes = zero;
      let place = fromPlace;
      set(field(node, Node.slopeOfRow), row, 0);
      if (everywhere > 0) {
        for (; place + 1 < places; place += 2) {
          const cell = cells + place;
          const people = pair(applicants, cell);
          if (!v128.any_true(f64x2.ne(people, zero))) {
            setPair(placed, cell, zero);
            setPair(slope, cell, zero);
            setPair(outside, cell, zero);
            continue;
          }
          const z = f64x2.add(f64x2.splat(everywhere), pair(own, place));
          let raised = z;
          if (isNested) {
            const e = f64x2.sub(f64x2.mul(z, pair(powerAt, cell)), one);
            if (i64x2.all_true(f64x2.lt(f64x2.abs(e), near))) {
              let tail = f64x2.add(one, f64x2.mul(term9, e));
              tail = f64x2.add(one, f64x2.mul(f64x2.mul(term8, e), tail));
              tail = f64x2.add(one, f64x2.mul(f64x2.mul(term7, e), tail));
              tail = f64x2.add(one, f64x2.mul(f64x2.mul(term6, e), tail));
              tail = f64x2.add(one, f64x2.mul(f64x2.mul(term5, e), tail));
              tail = f64x2.add(one, f64x2.mul(f64x2.mul(term4, e), tail));
              tail = f64x2.add(one, f64x2.mul(f64x2.mul(term3, e), tail));
              tail = f64x2.add(one, f64x2.mul(f64x2.mul(term2, e), tail));
              raised = f64x2.mul(pair(powers, cell), f64x2.add(one, f64x2.mul(f64x2.mul(lambdas, e), tail)));
            } else {
              raised = power(z, lambda);
              setPair(powerAt, cell, f64x2.div(one, z));
              setPair(powers, cell, raised);
            }
          }
          const more = f64x2.add(one, raised);
          const inverse = f64x2.div(one, f64x2.mul(more, z));
          const here = f64x2.mul(people, f64x2.mul(raised, inverse));
          const zi = f64x2.mul(z, inverse);
          const fall = f64x2.mul(f64x2.mul(here, f64x2.sub(one, f64x2.mul(lambdas, zi))), f64x2.mul(more, inverse));
          setPair(placed, cell, here);
          setPair(outside, cell, f64x2.mul(people, zi));
          setPair(slope, cell, fall);
          sums = f64x2.add(sums, here);
          slopes = f64x2.add(slopes, fall);
        }
      }
      let rest = 0.0;
      for (; place < places; place += 1) rest += placeOne(node, cells + place, everywhere + f(own, place), lambda);
      set(field(node, Node.placedOfRow), row, sumOf(sums) + rest);
      set(field(node, Node.slopeOfRow), row, sumOf(slopes) + f(field(node, Node.slopeOfRow), row));
    }
  }
}

/** `[tie][region]` people per unit of weight, from `placed`. */
export function sumPerWeight(node: usize, nearness: usize, stay0: f64, stay1: f64): void {
  const regions = field(node, Node.regions);
  const places = field(node, Node.places);
  const fromHome = field(node, Node.fromHome);
  const placed = field(node, Node.placed);
  const ofRow = field(node, Node.placedOfRow);
  const perWeight = field(node, Node.perWeight);
  for (let tie: usize = 0; tie < 2; tie += 1) {
    const stay = f64x2.splat(tie === 0 ? stay0 : stay1);
    for (let region: usize = 0; region < regions; region += 2) {
      let sum = f64x2.splat(0);
      for (let row = tie * places + fromHome; row < (tie + 1) * places; row += 1) {
        const people = f64x2.add(
          v128.load64_splat(ofRow + (row << 3)),
          f64x2.mul(stay, pair(placed, row * places + region)),
        );
        sum = f64x2.add(sum, f64x2.mul(pair(nearness, row * regions + region), people));
      }
      setPair(perWeight, tie * regions + region, sum);
    }
  }
}
