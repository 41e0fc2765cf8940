// What the host lays out before it calls: 32-bit fields, addresses of arrays of 64-bit numbers among them. The orders are those
// of `describeNode` and `describePart`. Arrays have two numbers of slack behind them: with an odd number of regions the last
// pair of a row reaches one number into the next row, which is written after it, or into the slack.

export function field(at: usize, index: i32): usize {
  return <usize>load<u32>(at + ((<usize>index) << 2));
}

export function f(at: usize, index: usize): f64 {
  return load<f64>(at + (index << 3));
}

export function set(at: usize, index: usize, value: f64): void {
  store<f64>(at + (index << 3), value);
}

export function pair(at: usize, index: usize): v128 {
  return v128.load(at + (index << 3));
}

export function setPair(at: usize, index: usize, value: v128): void {
  v128.store(at + (index << 3), value);
}

/** Writes a pair of a row of `regions` without reaching into the next row. */
export function setWithin(at: usize, index: usize, region: usize, regions: usize, value: v128): void {
  if (region + 1 < regions) setPair(at, index, value);
  else set(at, index, f64x2.extract_lane(value, 0));
}

/** All ones in the lanes of a pair that belong to a row of `regions`. */
export function within(index: usize, regions: usize): v128 {
  return index + 1 < regions ? i64x2.splat(-1) : i64x2.replace_lane(i64x2.splat(0), 0, -1);
}

export function sumOf(lanes: v128): f64 {
  return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
}

/** Fields of a node, in the order of `describeNode`. */
export namespace Node {
  export const regions = 0;
  export const places = 1;
  export const groups = 2;
  export const fromHome = 3;
  export const fromPlace = 4;
  export const scratch = 5;
  export const attraction = 6;
  export const lift = 7;
  export const posts = 8;
  export const applicants = 9;
  export const perWeight = 10;
  export const placed = 11;
  export const outside = 12;
  export const placedOfRow = 13;
  export const rationed = 14;
  export const filled = 15;
  export const freeDemand = 16;
  export const freeRatio = 17;
  export const freeOutside = 18;
  export const freeStay = 19;
  export const weight = 20;
  export const fullWeight = 21;
  export const slope = 22;
  export const slopeOfRow = 23;
  export const powerAt = 24;
  export const power = 25;
  export const scale = 26;
  export const untied = 27;
  export const step = 28;
  export const warmScale = 29;
  export const earlierScale = 30;
  export const perRegion = 31;
  export const stayedPerRegion = 32;
}

/** Fields of a part of a programme and its cohorts, in the order of `describePart`. */
export namespace Part {
  export const regions = 0;
  export const places = 1;
  export const years = 2;
  export const earlyYears = 3;
  export const yearsBefore = 4;
  export const lengthCount = 5;
  export const openingCount = 6;
  export const lengths = 7;
  /** Shares by whole years: full time exactly and at least so many, less than full time likewise. */
  export const fullExactly = 8;
  export const fullAtLeast = 9;
  export const lessExactly = 10;
  export const lessAtLeast = 11;
  /** Share of less than full time among those who are there after so many years. */
  export const ltftAfter = 12;
  export const mix = 13;
  export const weight = 14;
  export const others = 15;
  export const straight = 16;
  export const hasStraight = 17;
  export const entrants = 18;
  export const stayed = 19;
  export const ltftShare = 20;
  export const elapsed = 21;
  export const product = 22;
  export const survival = 23;
  export const stock = 24;
  /** Tables of addresses by years done; 0 where there is nobody. */
  export const openingClasses = 25;
  export const openingTotals = 26;
  /** e^(bonus × years), 0 to 5 years; mean years since specialty entry of those at the start. */
  export const stayFactors = 27;
  export const elapsedBefore = 28;
  export const finishers = 29;
  export const scratch = 30;
}

/** Fields of those who finish, in the order of `describeFinishers`. */
export namespace Finishers {
  export const classes = 0;
  export const people = 1;
  export const elapsedSum = 2;
  export const stayWeight = 3;
  export const byTie = 4;
}

/** Parts of the scratch memory of a node, in numbers; `stride` = regions rounded up to 4. */
export function strideOf(regions: usize): usize {
  return (regions + 3) & ~3;
}
