// What of a solved node goes into the record. Equations: `year-record.ts` and `node-flows.ts` of the plain engine.
import { f, field, Node, pair, set, setPair, setWithin, sumOf, within } from './fields';
import { logs } from './power';

/** Posts that the first queue left over; a post within `rounding` of being filled is filled. */
export function restPosts(first: usize, others: usize, rounding: f64): void {
  const options = field(first, Node.groups) * field(first, Node.regions);
  for (let option: usize = 0; option < options; option += 1) {
    const posts = f(field(first, Node.posts), option);
    const rest = posts - f(field(first, Node.filled), option);
    set(field(others, Node.posts), option, rest > rounding * posts ? rest : 0);
  }
}

/** Classes of the people placed at a node of one group, by region taken up. `perCell` is what `measurePlaced` wrote. */
export function placedClasses(node: usize, perCell: usize, classes: usize): void {
  const regions = field(node, Node.regions);
  const places = field(node, Node.places);
  const rationed = field(node, Node.rationed);
  for (let row: usize = 0; row < places + places; row += 1) {
    const lift = field(node, Node.lift) + (row < places ? 0 : regions << 3);
    for (let region: usize = 0; region < regions; region += 2) {
      const own = f64x2.mul(pair(rationed, region), pair(lift, region));
      const people = f64x2.mul(own, pair(perCell, row * regions + region));
      setWithin(classes, row * places + region, region, regions, people);
    }
  }
}

/** Of those placed who have a region: would have stayed in it if no post were taken, but were placed elsewhere. */
export function forcedMoves(node: usize, nearness: usize, stay0: f64, stay1: f64): f64 {
  const regions = field(node, Node.regions);
  const places = field(node, Node.places);
  const zero = f64x2.splat(0);
  let moves = zero;
  for (let row: usize = 0; row < places + places; row += 1) {
    const weight = field(node, Node.weight) + (row < places ? 0 : regions << 3);
    const stay = f64x2.splat(1 + (row < places ? stay0 : stay1));
    for (let region: usize = 0; region < regions; region += 2) {
      const cell = row * places + region;
      const people = f64x2.sub(pair(field(node, Node.applicants), cell), pair(field(node, Node.outside), cell));
      const open = f64x2.mul(pair(weight, region), pair(nearness, row * regions + region));
      const stays = f64x2.mul(f64x2.mul(pair(field(node, Node.placed), cell), stay), open);
      const moved = f64x2.sub(f64x2.mul(people, pair(field(node, Node.freeStay), cell)), stays);
      const counts = v128.and(f64x2.gt(moved, zero), within(region, regions));
      moves = f64x2.add(moves, v128.and(moved, counts));
    }
  }
  return sumOf(moves);
}

/** First choices if no post were taken, and those of them for which there are posts, added to `asked` and `met`. */
export function addChoices(node: usize, asked: usize, met: usize): void {
  const options = field(node, Node.groups) * field(node, Node.regions);
  let all = 0.0;
  let had = 0.0;
  for (let option: usize = 0; option < options; option += 1) {
    const demand = f(field(node, Node.freeDemand), option);
    all += demand;
    had += min(demand, f(field(node, Node.posts), option));
  }
  set(asked, 0, f(asked, 0) + all);
  set(met, 0, f(met, 0) + had);
}

/** By row of tie × home: applicants of the pathway, and the sum of their inclusive values. */
export function inclusiveValues(node: usize, people: usize, values: usize): void {
  const places = field(node, Node.places);
  const cells = places * places;
  const zero = f64x2.splat(0);
  for (let row: usize = 0; row < places + places; row += 1) {
    let heads = 0.0;
    let value = 0.0;
    let place: usize = 0;
    for (; place < places; place += 2) {
      const cell = row * places + place;
      let all = v128.and(pair(field(node, Node.applicants), cell), within(place, places));
      // Applicants from outside the pathway are none of its doctors.
      if (cell + 1 === cells - 1 || cell + 1 === cells + cells - 1) all = f64x2.replace_lane(all, 1, 0);
      if (cell === cells - 1 || cell === cells + cells - 1) all = f64x2.replace_lane(all, 0, 0);
      const isThere = f64x2.ne(all, zero);
      if (!v128.any_true(isThere)) continue;
      const log = v128.and(logs(f64x2.div(pair(field(node, Node.outside), cell), all)), isThere);
      heads += sumOf(all);
      value -= sumOf(f64x2.mul(all, log));
    }
    set(people, row, heads);
    set(values, row, value);
  }
}

/** Adds posts filled and demand to the record by region, and to the filled posts by option; `taken` 0 = not counted. */
export function recordPair(
  first: usize,
  others: usize,
  history: usize,
  filledAt: usize,
  demandAt: usize,
  taken: usize,
): void {
  const regions = field(first, Node.regions);
  const options = field(first, Node.groups) * regions;
  for (let region: usize = 0; region < regions; region += 2) {
    let allFilled = f64x2.splat(0);
    let allDemand = f64x2.splat(0);
    for (let option = region; option < options; option += regions) {
      // Run-through entrants of the year are already in the history.
      const straight = pair(history, option);
      let filled = f64x2.add(straight, pair(field(first, Node.filled), option));
      let demand = f64x2.add(straight, pair(field(first, Node.freeDemand), option));
      if (others !== 0) {
        filled = f64x2.add(filled, pair(field(others, Node.filled), option));
        demand = f64x2.add(demand, pair(field(others, Node.freeDemand), option));
      }
      setWithin(history, option, region, regions, filled);
      allFilled = f64x2.add(allFilled, filled);
      allDemand = f64x2.add(allDemand, demand);
    }
    setWithin(filledAt, region, region, regions, f64x2.add(pair(filledAt, region), allFilled));
    setWithin(demandAt, region, region, regions, f64x2.add(pair(demandAt, region), allDemand));
    if (taken !== 0) setPair(taken, region, f64x2.add(pair(taken, region), allFilled));
  }
}
