// A year of all parts: they are laid out as their number, their addresses, the number of finishers and theirs.
import { Finishers, f, field, Part, pair, setPair } from './fields';
import { finishPart } from './finish';
import { exponentials } from './power';

const KIND_PHASES: usize = 4;

function clear(finishers: usize, regions: usize): void {
  const places = regions + 1;
  memory.fill(field(finishers, Finishers.classes), 0, (<usize>2 * places * places) << 3);
  memory.fill(field(finishers, Finishers.people), 0, regions << 3);
  memory.fill(field(finishers, Finishers.elapsedSum), 0, regions << 3);
  memory.fill(field(finishers, Finishers.stayWeight), 0, (<usize>2 * regions) << 3);
  memory.fill(field(finishers, Finishers.byTie), 0, (<usize>2 * regions) << 3);
}

/** This year's entries start empty. */
function clearEntries(part: usize, year: usize): void {
  const width = <usize>2 * field(part, Part.regions);
  const cells = (field(part, Part.places) * field(part, Part.places)) << 1;
  const marks = field(part, Part.hasStraight) + year;
  if (load<u8>(marks) === 1) memory.fill(field(part, Part.straight) + ((year * cells) << 3), 0, cells << 3);
  store<u8>(marks, 0);
  memory.fill(field(part, Part.others) + ((year * width) << 3), 0, width << 3);
  memory.fill(field(part, Part.entrants) + ((year * width) << 3), 0, width << 3);
  memory.fill(field(part, Part.stayed) + ((year * width) << 3), 0, width << 3);
}

/** Those who have completed the first years of the part move on to the later rates. */
function turnPhase(part: usize, year: i32): void {
  const earlyYears = <i32>field(part, Part.earlyYears);
  const entered = year - earlyYears;
  if (earlyYears === 0 || (year === 0 && entered < 0)) return;
  const width = <usize>2 * field(part, Part.regions);
  const isOpening = entered < 0;
  let totals = field(part, Part.entrants);
  let openingLtft = 0.0;
  if (isOpening) {
    const done = <usize>(-entered - 1);
    if (done >= field(part, Part.openingCount)) return;
    totals = field(field(part, Part.openingTotals), <i32>done);
    if (totals === 0) return;
    openingLtft = f(field(part, Part.ltftAfter), done + 1);
  }
  const at = isOpening ? <usize>0 : <usize>entered * width;
  const stride = (field(part, Part.years) + 1) * width;
  const product = field(part, Part.product);
  const stock = field(part, Part.stock);
  const to = <usize>year * width;
  for (let cell: usize = 0; cell < width; cell += 2) {
    const people = pair(totals, at + cell);
    const ltft = isOpening ? f64x2.splat(openingLtft) : pair(field(part, Part.ltftShare), at + cell);
    for (let kind: usize = 0; kind < 2; kind += 1) {
      const block = <usize>2 * kind * stride;
      const survived = f64x2.div(pair(product, block + to + cell), pair(product, block + at + cell));
      const share = kind === 0 ? f64x2.sub(f64x2.splat(1), ltft) : ltft;
      const heads = f64x2.mul(f64x2.mul(people, share), survived);
      const early = <usize>2 * kind * width + cell;
      setPair(stock, early, f64x2.sub(pair(stock, early), heads));
      setPair(stock, early + width, f64x2.add(pair(stock, early + width), heads));
    }
  }
}

/** August: who has finished core or final training. */
export function finishTraining(training: usize, year: i32): void {
  const parts = field(training, 0);
  const finishers = training + ((parts + 1) << 2);
  const regions = field(field(training, 1), Part.regions);
  const count = field(finishers, 0);
  for (let index: usize = 1; index <= count; index += 1) clear(field(finishers, <i32>index), regions);
  for (let index: usize = 1; index <= parts; index += 1) {
    const part = field(training, <i32>index);
    clearEntries(part, year);
    turnPhase(part, year);
    finishPart(part, year);
  }
}

/** This year's entrants join the stock and some of all leave; leavers by region are added to `left`. */
function trainPart(part: usize, year: usize, left: usize): v128 {
  const regions = field(part, Part.regions);
  const width = <usize>2 * regions;
  const years = field(part, Part.years);
  const product = field(part, Part.product);
  const survival = field(part, Part.survival);
  const stock = field(part, Part.stock);
  const leavers = field(part, Part.scratch);
  const phase: usize = field(part, Part.earlyYears) === 0 ? 1 : 0;
  let people = f64x2.splat(0);
  for (let cell: usize = 0; cell < width; cell += 2) {
    const entrants = pair(field(part, Part.entrants), year * width + cell);
    const lessThan = f64x2.mul(entrants, pair(field(part, Part.ltftShare), year * width + cell));
    let gone = f64x2.splat(0);
    for (let block: usize = 0; block < KIND_PHASES; block += 1) {
      const at = block * width + cell;
      const from = (block * (years + 1) + year) * width + cell;
      const stays = pair(survival, at);
      setPair(product, from + width, f64x2.mul(pair(product, from), stays));
      let before = pair(stock, at);
      if (block === phase) before = f64x2.add(before, f64x2.sub(entrants, lessThan));
      if (block === 2 + phase) before = f64x2.add(before, lessThan);
      const after = f64x2.mul(before, stays);
      setPair(stock, at, after);
      gone = f64x2.add(gone, f64x2.sub(before, after));
      people = f64x2.add(people, after);
    }
    setPair(leavers, cell, gone);
  }
  for (let region: usize = 0; region < regions; region += 2) {
    const gone = f64x2.add(pair(leavers, region), pair(leavers, regions + region));
    setPair(left, region, f64x2.add(pair(left, region), gone));
  }
  return people;
}

/** Returns people in training at the end of the year. */
export function trainForYear(training: usize, year: i32, left: usize): f64 {
  const parts = field(training, 0);
  let people = f64x2.splat(0);
  for (let index: usize = 1; index <= parts; index += 1) {
    people = f64x2.add(people, trainPart(field(training, <i32>index), year, left));
  }
  return f64x2.extract_lane(people, 0) + f64x2.extract_lane(people, 1);
}

/** Whether no stock of trainees is below `least` or not a number: they alone are subtracted from. */
export function hasStocks(training: usize, least: f64): bool {
  const parts = field(training, 0);
  let isThere = i64x2.splat(-1);
  for (let index: usize = 1; index <= parts; index += 1) {
    const part = field(training, <i32>index);
    const cells = <usize>2 * KIND_PHASES * field(part, Part.regions);
    for (let cell: usize = 0; cell < cells; cell += 2) {
      isThere = v128.and(isThere, f64x2.ge(pair(field(part, Part.stock), cell), f64x2.splat(least)));
    }
  }
  return i64x2.all_true(isThere);
}

/** Survival e^−max(0, hazard × ratio − relief) of one kind and phase; `ratios` and `reliefs` by tie × region. */
export function setSurvival(part: usize, block: usize, hazard: f64, ratios: usize, reliefs: usize): void {
  const width = <usize>2 * field(part, Part.regions);
  for (let cell: usize = 0; cell < width; cell += 2) {
    const raised = f64x2.sub(f64x2.mul(f64x2.splat(hazard), pair(ratios, cell)), pair(reliefs, cell));
    const leaving = f64x2.min(f64x2.splat(700), f64x2.max(f64x2.splat(0), raised));
    setPair(field(part, Part.survival), block * width + cell, exponentials(f64x2.neg(leaving)));
  }
}
