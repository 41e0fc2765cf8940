import { ltftAfter, type PartCohorts } from './cohorts';
import type { CompiledPathway } from './compiled-pathway';
import type { ProgrammePart } from './programme-parts';

/** Who finishes a part this year. Written by `finishPart`, reset by the caller. */
export interface Finishers {
  /** `[class]` place = region of training. */
  readonly classes: Float64Array;
  /** `[region]` people, and the sum of their years since specialty entry. */
  readonly people: Float64Array;
  readonly elapsedSum: Float64Array;
  /** `[tie][region]` Σ e^(bonus × consecutive years in the region, at most 5), and people. */
  readonly stayWeight: Float64Array;
  readonly byTie: Float64Array;
}

const MOST_COUNTED_YEARS = 5;

export interface PartYear {
  readonly compiled: CompiledPathway;
  readonly part: ProgrammePart;
  readonly cohorts: PartCohorts;
  /** Of those in training at the start, by years done. */
  readonly opening: readonly (Float64Array | null)[];
  readonly openingTotals: readonly (Float64Array | null)[];
  readonly year: number;
  readonly stayPerYear: number;
  /** Scratch, `[tie][region]`. */
  readonly shares: Float64Array;
  readonly weighted: Float64Array;
}

/** Share of each tie × region of a cohort that finishes now; takes them from the stock. */
const finishingShares = (request: PartYear, length: number): void => {
  const { compiled, part, cohorts, year, shares, openingTotals } = request;
  const { regions } = compiled.grid;
  const width = 2 * regions;
  const entered = year - length;
  const isOpening = entered < 0;
  const at = isOpening ? 0 : entered * width;
  const totals = (isOpening ? openingTotals[-entered - 1] : null) ?? cohorts.entrants;
  const { product } = cohorts;
  const stride = (compiled.years + 1) * width;
  const from = Math.max(entered, 0) * width;
  const turn = Math.max(0, Math.min(entered + compiled.input.rates.earlyYears, year)) * width;
  const to = year * width;
  const done = -entered;
  const fullTime = (part.fullTime.exactly[length] ?? 0) / (isOpening ? part.fullTime.atLeast[done] || 1 : 1);
  const lessThan = (part.ltft.exactly[length] ?? 0) / (isOpening ? part.ltft.atLeast[done] || 1 : 1);
  const openingLtft = isOpening ? ltftAfter(part, done) : 0;
  for (let cell = 0; cell < width; cell += 1) {
    const ltft = isOpening ? openingLtft : (cohorts.ltftShare[at + cell] ?? 0);
    // Survival from entry (or the start) to this year: the first years' product, then the later years'.
    const first =
      fullTime === 0
        ? 0
        : ((((1 - ltft) * fullTime * (product[turn + cell] ?? 1)) / (product[from + cell] ?? 1)) *
            (product[stride + to + cell] ?? 1)) /
          (product[stride + turn + cell] ?? 1);
    const second =
      lessThan === 0
        ? 0
        : (((ltft * lessThan * (product[2 * stride + turn + cell] ?? 1)) / (product[2 * stride + from + cell] ?? 1)) *
            (product[3 * stride + to + cell] ?? 1)) /
          (product[3 * stride + turn + cell] ?? 1);
    const people = totals[at + cell] ?? 0;
    cohorts.stock[width + cell] = (cohorts.stock[width + cell] ?? 0) - first * people;
    cohorts.stock[3 * width + cell] = (cohorts.stock[3 * width + cell] ?? 0) - second * people;
    shares[cell] = first + second;
  }
};

const addClasses = (
  grid: CompiledPathway['grid'],
  shares: Float64Array,
  source: Float64Array,
  from: number,
  into: Float64Array,
): void => {
  const { regions, places, rows } = grid;
  for (let row = 0; row < rows; row += 1) {
    const share = row < places ? 0 : regions;
    const cell = row * places;
    for (let region = 0; region < regions; region += 1) {
      into[cell + region] =
        (into[cell + region] ?? 0) + (shares[share + region] ?? 0) * (source[from + cell + region] ?? 0);
    }
  }
};

const addTotals = (request: PartYear, length: number, into: Finishers): void => {
  const { compiled, part, cohorts, year, stayPerYear, shares, openingTotals } = request;
  const { regions, regionOf } = compiled.grid;
  const width = 2 * regions;
  const entered = year - length;
  const at = entered < 0 ? 0 : entered * width;
  const totals = (entered < 0 ? openingTotals[-entered - 1] : null) ?? cohorts.entrants;
  const elapsed = length + (entered < 0 ? part.elapsedBefore : (cohorts.elapsed[entered] ?? 0));
  const moved = Math.exp(stayPerYear * Math.min(MOST_COUNTED_YEARS, length));
  const stayed = Math.exp(stayPerYear * Math.min(MOST_COUNTED_YEARS, length + part.yearsBefore));
  for (let cell = 0; cell < width; cell += 1) {
    const share = shares[cell] ?? 0;
    const region = regionOf[cell] ?? 0;
    const people = share * (totals[at + cell] ?? 0);
    // Nothing is known of where those in training at the start were before: they count their years in the part.
    const stayers = entered < 0 ? 0 : share * (cohorts.stayed[at + cell] ?? 0);
    into.people[region] = (into.people[region] ?? 0) + people;
    into.elapsedSum[region] = (into.elapsedSum[region] ?? 0) + people * elapsed;
    into.byTie[cell] = (into.byTie[cell] ?? 0) + people;
    into.stayWeight[cell] = (into.stayWeight[cell] ?? 0) + (people - stayers) * moved + stayers * stayed;
  }
};

/** Entrants of a year who finish: weight × mix, and those behind in the queue, with a home elsewhere. */
const addEntrants = (request: PartYear, entered: number, into: Float64Array): void => {
  const { compiled, cohorts, shares, weighted } = request;
  const { mix, weight, others } = cohorts;
  const { regions, places, rows } = compiled.grid;
  const at = entered * 2 * regions;
  for (let cell = 0; cell < 2 * regions; cell += 1) weighted[cell] = (shares[cell] ?? 0) * (weight[at + cell] ?? 0);
  const from = entered * rows * regions;
  for (let row = 0; row < rows; row += 1) {
    const share = row < places ? 0 : regions;
    const cell = row * places;
    const source = from + row * regions;
    for (let region = 0; region < regions; region += 1) {
      into[cell + region] = (into[cell + region] ?? 0) + (weighted[share + region] ?? 0) * (mix[source + region] ?? 0);
    }
  }
  for (let tie = 0; tie < 2; tie += 1) {
    const cell = (tie * places + places - 1) * places;
    for (let region = 0; region < regions; region += 1) {
      const share = tie * regions + region;
      into[cell + region] = (into[cell + region] ?? 0) + (shares[share] ?? 0) * (others[at + share] ?? 0);
    }
  }
};

/** Adds everybody who finishes the part at the start of this year, whatever year they entered. */
export const finishPart = (request: PartYear, into: Finishers): void => {
  const { compiled, part, cohorts, opening, year, shares } = request;
  const { grid } = compiled;
  for (const length of part.lengths) {
    const entered = year - length;
    const source = entered < 0 ? opening[-entered - 1] : null;
    if (entered < 0 && !source) continue;
    finishingShares(request, length);
    if (source) addClasses(grid, shares, source, 0, into.classes);
    else addEntrants(request, entered, into.classes);
    if (entered >= 0 && cohorts.hasStraight[entered] === 1) {
      addClasses(grid, shares, cohorts.straight, entered * grid.cells, into.classes);
    }
    addTotals(request, length, into);
  }
};
