// Where those placed at a solved node go. Equations: `node-flows.ts` of the plain engine.
import { field, Node, Part, pair, setPair } from './fields';

/** People placed per unit of weight by tie × home × region into `mix`, and their sums over homes. */
export function measurePlaced(node: usize, nearness: usize, stay0: f64, stay1: f64, mix: usize): void {
  const regions = field(node, Node.regions);
  const places = field(node, Node.places);
  const fromHome = field(node, Node.fromHome);
  const placed = field(node, Node.placed);
  const ofRow = field(node, Node.placedOfRow);
  for (let tie: usize = 0; tie < 2; tie += 1) {
    const stay = f64x2.splat(tie === 0 ? stay0 : stay1);
    const stayers = f64x2.splat(1 + (tie === 0 ? stay0 : stay1));
    // From the last regions to the first: with odd regions the last pair of a row reaches into the next row's first.
    for (let at = (regions - 1) & ~1; ; at -= 2) {
      let people = f64x2.splat(0);
      let stayed = f64x2.splat(0);
      for (let row = tie * places + fromHome; row < (tie + 1) * places; row += 1) {
        const weight = pair(nearness, row * regions + at);
        const here = pair(placed, row * places + at);
        const own = f64x2.mul(weight, f64x2.add(v128.load64_splat(ofRow + (row << 3)), f64x2.mul(stay, here)));
        setPair(mix, row * regions + at, own);
        people = f64x2.add(people, own);
        stayed = f64x2.add(stayed, f64x2.mul(f64x2.mul(weight, stayers), here));
      }
      setSum(field(node, Node.perRegion), tie, at, regions, people);
      setSum(field(node, Node.stayedPerRegion), tie, at, regions, stayed);
      if (at === 0) break;
    }
  }
}

function setSum(into: usize, tie: usize, at: usize, regions: usize, value: v128): void {
  setPair(into, tie * regions + at, value);
}

/** This year's entrants to a part from one group of a solved and measured node. */
export function enterPart(node: usize, group: usize, part: usize, year: usize): void {
  const regions = field(node, Node.regions);
  const groups = field(node, Node.groups);
  const rationed = field(node, Node.rationed) + ((group * regions) << 3);
  const weight = field(part, Part.weight);
  const entrants = field(part, Part.entrants);
  const stayed = field(part, Part.stayed);
  for (let tie: usize = 0; tie < 2; tie += 1) {
    const lift = field(node, Node.lift) + (((tie * groups + group) * regions) << 3);
    for (let region: usize = 0; region < regions; region += 1) {
      const own = load<f64>(rationed + (region << 3)) * load<f64>(lift + (region << 3));
      const cell = tie * regions + region;
      const to = (year * 2 * regions + cell) << 3;
      store<f64>(weight + to, own);
      store<f64>(entrants + to, load<f64>(entrants + to) + own * load<f64>(field(node, Node.perRegion) + (cell << 3)));
      store<f64>(
        stayed + to,
        load<f64>(stayed + to) + own * load<f64>(field(node, Node.stayedPerRegion) + (cell << 3)),
      );
    }
  }
}

/** The same for the queue behind, all of whom have a home elsewhere and no region. */
export function enterOthers(node: usize, group: usize, part: usize, year: usize): void {
  const regions = field(node, Node.regions);
  const groups = field(node, Node.groups);
  const rationed = field(node, Node.rationed) + ((group * regions) << 3);
  const others = field(part, Part.others);
  const entrants = field(part, Part.entrants);
  for (let tie: usize = 0; tie < 2; tie += 1) {
    const lift = field(node, Node.lift) + (((tie * groups + group) * regions) << 3);
    for (let region: usize = 0; region < regions; region += 1) {
      const cell = tie * regions + region;
      const own = load<f64>(rationed + (region << 3)) * load<f64>(lift + (region << 3));
      const people = own * load<f64>(field(node, Node.perRegion) + (cell << 3));
      const to = (year * 2 * regions + cell) << 3;
      store<f64>(others + to, people);
      store<f64>(entrants + to, load<f64>(entrants + to) + people);
    }
  }
}
