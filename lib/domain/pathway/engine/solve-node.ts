import { solveInKernel } from '@/lib/domain/pathway/engine/kernel/node-in-kernel';
import type { ChoiceNode, ChoiceWeights } from './choice-node';
import { demandFreely } from './free-demand';
import { perWeightOf, placeClasses, sumPerWeight, sumWeights } from './node-demand';
import { newtonStep } from './node-newton';
import { PathwayInvariantError } from './pathway-error';

/** Residual of the log of people per unit of weight at which the shadow prices count as found. */
const SETTLED = 1e-11;
const MOST_PASSES = 20_000;
/** A Newton step that doesn't cut the residual to this share is followed by so many plain ones. */
const HELPFUL = 0.7;
const PLAIN_STEPS = 5;
/** Newton's step is cut to this in logs: far from the solution the set of full options still changes. */
const LONGEST_STEP = 3;
/**
 * Newton's step takes the share of each tie as given. Where a lever lifts one tie only, it can throw back more than the plain steps
 * gained; after so many such steps plain ones are lengthened instead, and there are more of them, so that they always win.
 */
const MOST_UNHELPFUL = 3;
const LONGEST_STRETCH = 100;
const MORE_PLAIN_AFTER = 8;

const hasNoPosts = ({ posts, attraction }: ChoiceNode): boolean => {
  for (let option = 0; option < posts.length; option += 1) {
    if ((posts[option] ?? 0) > 0 && (attraction[option] ?? 0) > 0) return false;
  }
  return true;
};

const placeNobody = (node: ChoiceNode): void => {
  const { rationed, filled, placed, placedOfRow, outside, applicants } = node;
  for (const none of [rationed, filled, placed, placedOfRow]) none.fill(0);
  outside.set(applicants);
};

/** Starts where the last years' scales lead to: from the second year on their trend is carried on. */
const startWarm = ({ work }: ChoiceNode): void => {
  const { scale, warmScale, earlierScale, warmYears } = work;
  if (warmYears === 0) return;
  for (let region = 0; region < scale.length; region += 1) {
    const last = warmScale[region] ?? 0;
    const earlier = earlierScale[region] ?? 0;
    scale[region] = warmYears > 1 && earlier > 0 ? (last * last) / earlier : last;
  }
};

/** Weights after rationing at the assumed people per unit of weight: `min(weight, posts ÷ people per unit)`. */
const ration = (node: ChoiceNode): void => {
  const { attraction, lift, posts, rationed, regionOf, work } = node;
  const options = attraction.length;
  for (let option = 0; option < options; option += 1) {
    const region = regionOf[option] ?? 0;
    const untied = work.untied[region] ?? 0;
    const people =
      (work.scale[region] ?? 0) * ((lift[option] ?? 0) * untied + (lift[options + option] ?? 0) * (1 - untied));
    const free = attraction[option] ?? 0;
    rationed[option] = free * people > (posts[option] ?? 0) ? (posts[option] ?? 0) / people : free;
  }
};

/** Whether a lever lifts an option for one tie and not for the other. Else the share of each tie decides nothing. */
const doTiesDiffer = ({ lift }: ChoiceNode): boolean => {
  const options = lift.length / 2;
  for (let option = 0; option < options; option += 1) if (lift[option] !== lift[options + option]) return true;
  return false;
};

/** Largest residual in logs; the residuals themselves go to `work.step`, and tie shares are taken over. */
const residual = (node: ChoiceNode, tiesDiffer: boolean): number => {
  const { perWeight, work, grid } = node;
  let worst = 0;
  for (let region = 0; region < grid.regions; region += 1) {
    const untied = perWeight[region] ?? 0;
    const found = untied + (perWeight[grid.regions + region] ?? 0);
    const assumed = work.scale[region] ?? 0;
    const off = assumed > 0 && found > 0 ? Math.log(found / assumed) : 0;
    work.step[region] = off;
    const share = found > 0 ? untied / found : 0;
    worst = Math.max(worst, Math.abs(off), tiesDiffer ? Math.abs(share - (work.untied[region] ?? 0)) : 0);
    work.untied[region] = share;
  }
  return worst;
};

const advance = ({ work, grid }: ChoiceNode, stretch: number, longest: number): void => {
  for (let region = 0; region < grid.regions; region += 1) {
    const step = Math.max(-longest, Math.min(longest, stretch * (work.step[region] ?? 0)));
    work.scale[region] = (work.scale[region] ?? 0) * Math.exp(step);
  }
};

/** How much longer a plain step leads to where steps that shrink at this rate end. */
const stretchOf = (rate: number): number => Math.max(1, Math.min(LONGEST_STRETCH, 1 / (1 - rate)));

/**
 * Rationed choice of many classes at one node: weights `e^((V − μ)/λ)` with prices `μ ≥ 0` such that no option has more people
 * than posts and `μ = 0` where posts are left (the strictly convex dual has one solution). Found by Newton's method on
 * people per unit of weight, from which all options of a region follow: `weight = min(free weight, posts ÷ people per unit)`.
 * Where a step does not help, the plain fixed point `μ ← max(0, μ + ln(D/C))` is taken: in logs it is a contraction, so
 * that it always approaches.
 * @throws PathwayInvariantError where the prices don't settle.
 */
export const solveNode = (node: ChoiceNode, weights: ChoiceWeights): void => {
  if (node.kernel) {
    solveInKernel(node.kernel, node, weights);
    return;
  }
  const { attraction, rationed, filled, freeDemand, posts, work } = node;
  node.isRationed = !demandFreely(node, weights);
  if (!node.isRationed) {
    rationed.set(attraction);
    filled.set(freeDemand);
    return;
  }
  if (hasNoPosts(node)) {
    placeNobody(node);
    return;
  }
  node.hasPowers = true;
  startWarm(node);
  const tiesDiffer = doTiesDiffer(node);
  let before = Number.POSITIVE_INFINITY;
  let plain = 0;
  let unhelpful = 0;
  for (let pass = 0; ; pass += 1) {
    ration(node);
    sumWeights(node, rationed, work.weight);
    placeClasses(node, weights);
    sumPerWeight(node, weights);
    const worst = residual(node, tiesDiffer);
    if (worst <= SETTLED) break;
    if (pass >= MOST_PASSES || !Number.isFinite(worst)) {
      throw new PathwayInvariantError('no_convergence', `residual ${worst} after ${pass} passes`);
    }
    if (plain > 0) plain -= 1;
    else if (worst > HELPFUL * before) {
      unhelpful += 1;
      plain = PLAIN_STEPS * Math.ceil(unhelpful / MORE_PLAIN_AFTER);
    }
    if (plain > 0) advance(node, 1, Number.POSITIVE_INFINITY);
    else if (unhelpful > MOST_UNHELPFUL) advance(node, stretchOf(worst / before), LONGEST_STEP);
    else {
      newtonStep(node, weights);
      advance(node, 1, LONGEST_STEP);
    }
    before = worst;
  }
  work.earlierScale.set(work.warmScale);
  work.warmScale.set(work.scale);
  work.warmYears += 1;
  for (let option = 0; option < filled.length; option += 1) {
    filled[option] = Math.min((rationed[option] ?? 0) * perWeightOf(node, option), posts[option] ?? 0);
  }
};
