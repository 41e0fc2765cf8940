// Weights of a node's options after rationing, and who takes them up.
import { field, Node, pair, setWithin } from './fields';

/** Weights after rationing, `min(weight, posts ÷ people per unit)`, and their sums by region: all, and of full options. */
export function ration(node: usize): void {
  const regions = field(node, Node.regions);
  const options = field(node, Node.groups) * regions;
  const attraction = field(node, Node.attraction);
  const lift = field(node, Node.lift);
  const posts = field(node, Node.posts);
  const rationed = field(node, Node.rationed);
  const weight = field(node, Node.weight);
  const fullWeight = field(node, Node.fullWeight);
  const zero = f64x2.splat(0);
  for (let region: usize = 0; region < regions; region += 2) {
    const scale = pair(field(node, Node.scale), region);
    const untied = f64x2.mul(scale, pair(field(node, Node.untied), region));
    const tied = f64x2.sub(scale, untied);
    let all0 = zero;
    let all1 = zero;
    let full0 = zero;
    let full1 = zero;
    for (let option = region; option < options; option += regions) {
      const lift0 = pair(lift, option);
      const lift1 = pair(lift, options + option);
      const people = f64x2.add(f64x2.mul(lift0, untied), f64x2.mul(lift1, tied));
      const free = pair(attraction, option);
      const offered = pair(posts, option);
      const isFull = f64x2.gt(f64x2.mul(free, people), offered);
      const own = v128.bitselect(f64x2.div(offered, people), free, isFull);
      setWithin(rationed, option, region, regions, own);
      const own0 = f64x2.mul(own, lift0);
      const own1 = f64x2.mul(own, lift1);
      all0 = f64x2.add(all0, own0);
      all1 = f64x2.add(all1, own1);
      const answers = f64x2.lt(own, free);
      full0 = f64x2.add(full0, v128.and(own0, answers));
      full1 = f64x2.add(full1, v128.and(own1, answers));
    }
    setWithin(weight, region, region, regions, all0);
    setWithin(fullWeight, region, region, regions, full0);
    setWithin(weight, regions + region, region, regions, all1);
    setWithin(fullWeight, regions + region, region, regions, full1);
  }
}

/** Posts filled at the solution. */
export function fill(node: usize): void {
  const regions = field(node, Node.regions);
  const options = field(node, Node.groups) * regions;
  const perWeight = field(node, Node.perWeight);
  const lift = field(node, Node.lift);
  for (let region: usize = 0; region < regions; region += 2) {
    for (let option = region; option < options; option += regions) {
      const per = f64x2.add(
        f64x2.mul(pair(lift, option), pair(perWeight, region)),
        f64x2.mul(pair(lift, options + option), pair(perWeight, regions + region)),
      );
      const people = f64x2.mul(pair(field(node, Node.rationed), option), per);
      setWithin(
        field(node, Node.filled),
        option,
        region,
        regions,
        f64x2.min(people, pair(field(node, Node.posts), option)),
      );
    }
  }
}
