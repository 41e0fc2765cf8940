// Doctors between two stages, by class. Equations: `year-gap.ts`, `year-higher.ts` and `year-training.ts` of the plain engine.
// There are always as many classes as a multiple of 2: ties come last.
import { f, field, Node, pair, set, setPair, setWithin, sumOf, within } from './fields';

/** Those of F2 and the gap pool who apply; rates by age. */
export function applyAll(
  into: usize,
  cells: usize,
  f2: usize,
  gap1: usize,
  gap2: usize,
  gap3: usize,
  rates: usize,
): void {
  const a0 = f64x2.splat(f(rates, 0));
  const a1 = f64x2.splat(f(rates, 1));
  const a2 = f64x2.splat(f(rates, 2));
  const a3 = f64x2.splat(f(rates, 3));
  for (let cell: usize = 0; cell < cells; cell += 2) {
    const younger = f64x2.add(f64x2.mul(a0, pair(f2, cell)), f64x2.mul(a1, pair(gap1, cell)));
    const older = f64x2.add(f64x2.mul(a2, pair(gap2, cell)), f64x2.mul(a3, pair(gap3, cell)));
    setPair(into, cell, f64x2.add(younger, older));
  }
}

/** A year older in the gap pool; writes who left to `left` and returns applicants without a post. */
export function ageGap(
  node: usize,
  f2: usize,
  gap1: usize,
  gap2: usize,
  gap3: usize,
  rates: usize,
  stays: f64,
  left: usize,
): f64 {
  const places = field(node, Node.places);
  const cells = places * places + places * places;
  const applicants = field(node, Node.applicants);
  const outside = field(node, Node.outside);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const a0 = f64x2.splat(f(rates, 0));
  const a1 = f64x2.splat(f(rates, 1));
  const a2 = f64x2.splat(f(rates, 2));
  const a3 = f64x2.splat(f(rates, 3));
  const staying = f64x2.splat(stays);
  let unplaced = zero;
  let gone = zero;
  for (let cell: usize = 0; cell < cells; cell += 2) {
    const all = pair(applicants, cell);
    const without = v128.bitselect(f64x2.div(pair(outside, cell), all), one, f64x2.gt(all, zero));
    const placed = f64x2.sub(one, without);
    const p0 = pair(f2, cell);
    const p1 = pair(gap1, cell);
    const p2 = pair(gap2, cell);
    const p3 = pair(gap3, cell);
    const asked = f64x2.add(
      f64x2.add(f64x2.mul(a0, p0), f64x2.mul(a1, p1)),
      f64x2.add(f64x2.mul(a2, p2), f64x2.mul(a3, p3)),
    );
    unplaced = f64x2.add(unplaced, f64x2.mul(asked, without));
    const rest0 = f64x2.mul(p0, f64x2.sub(one, f64x2.mul(a0, placed)));
    const rest1 = f64x2.mul(p1, f64x2.sub(one, f64x2.mul(a1, placed)));
    const rest2 = f64x2.add(
      f64x2.mul(p2, f64x2.sub(one, f64x2.mul(a2, placed))),
      f64x2.mul(p3, f64x2.sub(one, f64x2.mul(a3, placed))),
    );
    gone = f64x2.add(gone, f64x2.add(f64x2.add(rest0, rest1), rest2));
    setPair(gap1, cell, f64x2.mul(rest0, staying));
    setPair(gap2, cell, f64x2.mul(rest1, staying));
    setPair(gap3, cell, f64x2.mul(rest2, staying));
  }
  set(left, 0, sumOf(gone) * (1 - stays));
  return sumOf(unplaced);
}

/** Applicants at ST3/ST4: those who finish core training and those who wait. */
export function applyAgain(node: usize, classes: usize, pool: usize): void {
  const places = field(node, Node.places);
  const cells = places * places + places * places;
  for (let cell: usize = 0; cell < cells; cell += 2) {
    setPair(field(node, Node.applicants), cell, f64x2.add(pair(classes, cell), pair(pool, cell)));
  }
}

/** Those without a post wait on, less those who leave; applicants from outside the pathway don't. Returns who is unplaced. */
export function keepPool(node: usize, pool: usize, stays: f64): f64 {
  const places = field(node, Node.places);
  const cells = places * places + places * places;
  const outside = field(node, Node.outside);
  set(outside, cells / 2 - 1, 0);
  set(outside, cells - 1, 0);
  let unplaced = f64x2.splat(0);
  for (let cell: usize = 0; cell < cells; cell += 2) {
    const rest = pair(outside, cell);
    unplaced = f64x2.add(unplaced, rest);
    setPair(pool, cell, f64x2.mul(rest, f64x2.splat(stays)));
  }
  return sumOf(unplaced);
}

/** A foundation year at survivals by tie × region; returns those who leave. Elsewhere there is nobody. */
export function foundationYear(classes: usize, into: usize, regions: usize, survival: usize): f64 {
  const places = regions + 1;
  let left = f64x2.splat(0);
  for (let row: usize = 0; row < places + places; row += 1) {
    const stays = survival + (row < places ? 0 : regions << 3);
    for (let region: usize = 0; region < regions; region += 2) {
      const people = v128.and(pair(classes, row * places + region), within(region, regions));
      const after = f64x2.mul(people, pair(stays, region));
      setWithin(into, row * places + region, region, regions, after);
      left = f64x2.add(left, f64x2.sub(people, after));
    }
  }
  return sumOf(left);
}
