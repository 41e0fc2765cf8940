// Rationed choice at a node by Newton's method, pass for pass as `solve-node.ts` of the plain engine.
import { f, field, Node, pair, set, setPair, within } from './fields';
import { demandFreely, freeRatios } from './free-demand';
import { newtonStep } from './newton';
import { placeClasses, sumPerWeight } from './node-demand';
import { exponentials, logs } from './power';
import { fill, ration } from './ration';

const SETTLED: f64 = 1e-11;
const MOST_PASSES: i32 = 20_000;
const HELPFUL: f64 = 0.7;
const PLAIN_STEPS: i32 = 5;
const LONGEST_STEP: f64 = 3;
const MOST_UNHELPFUL: i32 = 3;
const LONGEST_STRETCH: f64 = 100;
const MORE_PLAIN_AFTER: i32 = 8;

/** What `solveNode` answers beside the number of passes. */
const FREE: i32 = 0;
const NO_POSTS: i32 = -1;
const NOT_SETTLED: i32 = -2;

function hasNoPosts(node: usize): bool {
  const options = field(node, Node.groups) * field(node, Node.regions);
  for (let option: usize = 0; option < options; option += 1) {
    if (f(field(node, Node.posts), option) > 0 && f(field(node, Node.attraction), option) > 0) return false;
  }
  return true;
}

function placeNobody(node: usize): void {
  const regions = field(node, Node.regions);
  const places = field(node, Node.places);
  const options = field(node, Node.groups) * regions;
  memory.fill(field(node, Node.rationed), 0, options << 3);
  memory.fill(field(node, Node.filled), 0, options << 3);
  memory.fill(field(node, Node.placed), 0, (2 * places * places) << 3);
  memory.fill(field(node, Node.placedOfRow), 0, (2 * places) << 3);
  memory.copy(field(node, Node.outside), field(node, Node.applicants), (2 * places * places) << 3);
}

function startWarm(node: usize, warmYears: i32): void {
  if (warmYears === 0) return;
  for (let region: usize = 0; region < field(node, Node.regions); region += 1) {
    const last = f(field(node, Node.warmScale), region);
    const earlier = f(field(node, Node.earlierScale), region);
    set(field(node, Node.scale), region, warmYears > 1 && earlier > 0 ? (last * last) / earlier : last);
  }
}

/** Whether a lever lifts an option for one tie and not for the other. */
function doTiesDiffer(node: usize): bool {
  const options = field(node, Node.groups) * field(node, Node.regions);
  const lift = field(node, Node.lift);
  for (let option: usize = 0; option < options; option += 1) {
    if (f(lift, option) !== f(lift, options + option)) return true;
  }
  return false;
}

function residual(node: usize, tiesDiffer: bool): f64 {
  const regions = field(node, Node.regions);
  const perWeight = field(node, Node.perWeight);
  const zero = f64x2.splat(0);
  let worst = zero;
  for (let region: usize = 0; region < regions; region += 2) {
    const inRow = within(region, regions);
    const untied = pair(perWeight, region);
    const found = f64x2.add(untied, pair(perWeight, regions + region));
    const assumed = pair(field(node, Node.scale), region);
    const isFound = v128.and(f64x2.gt(found, zero), inRow);
    const isBoth = v128.and(f64x2.gt(assumed, zero), isFound);
    const off = v128.and(logs(f64x2.div(found, assumed)), isBoth);
    const share = v128.and(f64x2.div(untied, found), isFound);
    const moved = v128.and(f64x2.abs(f64x2.sub(share, pair(field(node, Node.untied), region))), inRow);
    setPair(field(node, Node.step), region, off);
    setPair(field(node, Node.untied), region, share);
    worst = f64x2.max(worst, f64x2.abs(off));
    if (tiesDiffer) worst = f64x2.max(worst, moved);
  }
  return max(f64x2.extract_lane(worst, 0), f64x2.extract_lane(worst, 1));
}

function advance(node: usize, stretch: f64, longest: f64): void {
  const step = field(node, Node.step);
  const scale = field(node, Node.scale);
  for (let region: usize = 0; region < field(node, Node.regions); region += 2) {
    const by = f64x2.mul(f64x2.splat(stretch), pair(step, region));
    const kept = f64x2.max(f64x2.splat(-longest), f64x2.min(f64x2.splat(longest), by));
    setPair(scale, region, f64x2.mul(pair(scale, region), exponentials(kept)));
  }
}

/** Passes that were needed, or one of the answers above. */
export function solveNode(
  node: usize,
  nearness: usize,
  stay0: f64,
  stay1: f64,
  lambda: f64,
  weightsChanged: bool,
  warmYears: i32,
): i32 {
  const regions = field(node, Node.regions);
  const options = field(node, Node.groups) * regions;
  if (weightsChanged) freeRatios(node, nearness, stay0, stay1, lambda);
  if (demandFreely(node, nearness, stay0, stay1)) {
    memory.copy(field(node, Node.rationed), field(node, Node.attraction), options << 3);
    memory.copy(field(node, Node.filled), field(node, Node.freeDemand), options << 3);
    return FREE;
  }
  if (hasNoPosts(node)) {
    placeNobody(node);
    return NO_POSTS;
  }
  startWarm(node, warmYears);
  const tiesDiffer = doTiesDiffer(node);
  let before = f64.MAX_VALUE;
  let plain = 0;
  let unhelpful = 0;
  let pass = 0;
  for (; ; pass += 1) {
    ration(node);
    placeClasses(node, nearness, stay0, stay1, lambda);
    sumPerWeight(node, nearness, stay0, stay1);
    const worst = residual(node, tiesDiffer);
    if (worst <= SETTLED) break;
    if (pass >= MOST_PASSES || !(worst < f64.MAX_VALUE)) return NOT_SETTLED;
    if (plain > 0) plain -= 1;
    else if (worst > HELPFUL * before) {
      unhelpful += 1;
      plain = PLAIN_STEPS * ((unhelpful + MORE_PLAIN_AFTER - 1) / MORE_PLAIN_AFTER);
    }
    if (plain > 0) advance(node, 1, f64.MAX_VALUE);
    else if (unhelpful > MOST_UNHELPFUL) {
      advance(node, max<f64>(1, min<f64>(LONGEST_STRETCH, 1 / (1 - worst / before))), LONGEST_STEP);
    } else {
      newtonStep(node, nearness, stay0, stay1);
      advance(node, 1, LONGEST_STEP);
    }
    before = worst;
  }
  memory.copy(field(node, Node.earlierScale), field(node, Node.warmScale), regions << 3);
  memory.copy(field(node, Node.warmScale), field(node, Node.scale), regions << 3);
  fill(node);
  return pass + 1;
}
