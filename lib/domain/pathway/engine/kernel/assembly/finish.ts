// Who finishes a part of a programme. Equations: `cohort-exits.ts` of the plain engine.
import { Finishers, f, field, Part, pair, setPair, strideOf, within } from './fields';

const MOST_COUNTED_YEARS: i32 = 5;

/** Share of each tie × region of a cohort that finishes now, into the scratch memory; takes them from the stock. */
function finishingShares(part: usize, year: i32, length: i32, totals: usize): void {
  const width = <usize>2 * field(part, Part.regions);
  const entered = year - length;
  const isOpening = entered < 0;
  const done = isOpening ? <usize>-entered : 0;
  const at = isOpening ? <usize>0 : <usize>entered * width;
  const product = field(part, Part.product);
  const stride = (field(part, Part.years) + 1) * width;
  const from = <usize>max(entered, 0) * width;
  const turn = <usize>max(0, min(entered + <i32>field(part, Part.earlyYears), year)) * width;
  const to = <usize>year * width;
  let full = f(field(part, Part.fullExactly), length);
  let less = f(field(part, Part.lessExactly), length);
  if (isOpening) {
    const fullLeft = f(field(part, Part.fullAtLeast), done);
    const lessLeft = f(field(part, Part.lessAtLeast), done);
    if (fullLeft > 0) full /= fullLeft;
    if (lessLeft > 0) less /= lessLeft;
  }
  const openingLtft = f64x2.splat(isOpening ? f(field(part, Part.ltftAfter), done) : 0);
  const shares = field(part, Part.scratch);
  const stock = field(part, Part.stock);
  for (let cell: usize = 0; cell < width; cell += 2) {
    const ltft = isOpening ? openingLtft : pair(field(part, Part.ltftShare), at + cell);
    const people = pair(totals, at + cell);
    let all = f64x2.splat(0);
    if (full !== 0) {
      const share = f64x2.mul(f64x2.sub(f64x2.splat(1), ltft), f64x2.splat(full));
      const now = f64x2.mul(pair(product, turn + cell), pair(product, stride + to + cell));
      const then = f64x2.mul(pair(product, from + cell), pair(product, stride + turn + cell));
      const own = f64x2.div(f64x2.mul(share, now), then);
      setPair(stock, width + cell, f64x2.sub(pair(stock, width + cell), f64x2.mul(own, people)));
      all = own;
    }
    if (less !== 0) {
      const share = f64x2.mul(ltft, f64x2.splat(less));
      const now = f64x2.mul(pair(product, <usize>2 * stride + turn + cell), pair(product, 3 * stride + to + cell));
      const then = f64x2.mul(pair(product, <usize>2 * stride + from + cell), pair(product, 3 * stride + turn + cell));
      const own = f64x2.div(f64x2.mul(share, now), then);
      setPair(stock, 3 * width + cell, f64x2.sub(pair(stock, 3 * width + cell), f64x2.mul(own, people)));
      all = f64x2.add(all, own);
    }
    setPair(shares, cell, all);
  }
}

/** `[tie][region]` shares, times `by` where there is one, in rows that end in a zero where regions are odd. */
function padShares(part: usize, by: usize, into: usize): void {
  const regions = field(part, Part.regions);
  const stride = strideOf(regions);
  const shares = field(part, Part.scratch);
  for (let tie: usize = 0; tie < 2; tie += 1) {
    for (let region: usize = 0; region < regions; region += 2) {
      let own = pair(shares, tie * regions + region);
      if (by !== 0) own = f64x2.mul(own, pair(by, tie * regions + region));
      setPair(into, tie * stride + region, v128.and(own, within(region, regions)));
    }
  }
}

/** Adds weight × source to rows of classes; `width` is that of a row of the source. */
function addRows(part: usize, weights: usize, source: usize, width: usize, into: usize): void {
  const regions = field(part, Part.regions);
  const places = field(part, Part.places);
  const stride = strideOf(regions);
  for (let region: usize = 0; region < regions; region += 2) {
    let to = into + (region << 3);
    let from = source + (region << 3);
    for (let tie: usize = 0; tie < 2; tie += 1) {
      const weight = pair(weights, tie * stride + region);
      for (let home: usize = 0; home < places; home += 1) {
        v128.store(to, f64x2.add(v128.load(to), f64x2.mul(weight, v128.load(from))));
        to += places << 3;
        from += width << 3;
      }
    }
  }
}

function addTotals(part: usize, year: i32, length: i32, totals: usize, into: usize): void {
  const regions = field(part, Part.regions);
  const width = <usize>2 * regions;
  const entered = year - length;
  const isOpening = entered < 0;
  const at = isOpening ? <usize>0 : <usize>entered * width;
  const before = isOpening ? f(field(part, Part.elapsedBefore), 0) : f(field(part, Part.elapsed), entered);
  const elapsed = f64x2.splat(<f64>length + before);
  const factors = field(part, Part.stayFactors);
  const moved = f64x2.splat(f(factors, min(MOST_COUNTED_YEARS, length)));
  const stayed = f64x2.splat(f(factors, min(MOST_COUNTED_YEARS, length + <i32>field(part, Part.yearsBefore))));
  const shares = field(part, Part.scratch);
  const byTie = field(into, Finishers.byTie);
  const stayWeight = field(into, Finishers.stayWeight);
  for (let cell: usize = 0; cell < width; cell += 2) {
    const share = pair(shares, cell);
    const people = f64x2.mul(share, pair(totals, at + cell));
    const stayers = isOpening ? f64x2.splat(0) : f64x2.mul(share, pair(field(part, Part.stayed), at + cell));
    setPair(byTie, cell, f64x2.add(pair(byTie, cell), people));
    const own = f64x2.add(f64x2.mul(f64x2.sub(people, stayers), moved), f64x2.mul(stayers, stayed));
    setPair(stayWeight, cell, f64x2.add(pair(stayWeight, cell), own));
  }
  const sums = field(into, Finishers.people);
  const elapsedSums = field(into, Finishers.elapsedSum);
  for (let region: usize = 0; region < regions; region += 2) {
    const untied = f64x2.mul(pair(shares, region), pair(totals, at + region));
    const tied = f64x2.mul(pair(shares, regions + region), pair(totals, at + regions + region));
    const people = f64x2.add(untied, tied);
    setPair(sums, region, f64x2.add(pair(sums, region), people));
    setPair(elapsedSums, region, f64x2.add(pair(elapsedSums, region), f64x2.mul(people, elapsed)));
  }
}

function addOthers(part: usize, weights: usize, entered: usize, into: usize): void {
  const regions = field(part, Part.regions);
  const places = field(part, Part.places);
  const stride = strideOf(regions);
  const others = field(part, Part.others);
  for (let tie: usize = 0; tie < 2; tie += 1) {
    const to = into + (((tie * places + places - 1) * places) << 3);
    const from = (<usize>2 * entered + tie) * regions;
    for (let region: usize = 0; region < regions; region += 2) {
      const own = f64x2.mul(pair(weights, tie * stride + region), pair(others, from + region));
      setPair(to, region, f64x2.add(pair(to, region), own));
    }
  }
}

/** Adds everybody who finishes the part at the start of this year, whatever year they entered. */
export function finishPart(part: usize, year: i32): void {
  const regions = field(part, Part.regions);
  const places = field(part, Part.places);
  const cells = <usize>2 * places * places;
  const into = field(part, Part.finishers);
  const classes = field(into, Finishers.classes);
  const plain = field(part, Part.scratch) + ((<usize>2 * regions + 4) << 3);
  const weighted = plain + ((<usize>2 * strideOf(regions)) << 3);
  const count = field(part, Part.lengthCount);
  for (let index: usize = 0; index < count; index += 1) {
    const length = <i32>f(field(part, Part.lengths), index);
    const entered = year - length;
    let source: usize = 0;
    let totals = field(part, Part.entrants);
    if (entered < 0) {
      const done = <usize>(-entered - 1);
      if (done >= field(part, Part.openingCount)) continue;
      source = field(field(part, Part.openingClasses), <i32>done);
      if (source === 0) continue;
      totals = field(field(part, Part.openingTotals), <i32>done);
    }
    finishingShares(part, year, length, totals);
    padShares(part, 0, plain);
    if (source !== 0) addRows(part, plain, source, places, classes);
    else {
      const at = <usize>entered;
      padShares(part, field(part, Part.weight) + ((at * 2 * regions) << 3), weighted);
      addRows(part, weighted, field(part, Part.mix) + ((at * 2 * places * regions) << 3), regions, classes);
      addOthers(part, plain, at, classes);
      if (load<u8>(field(part, Part.hasStraight) + at) === 1) {
        addRows(part, plain, field(part, Part.straight) + ((at * cells) << 3), places, classes);
      }
    }
    addTotals(part, year, length, totals, into);
  }
}
