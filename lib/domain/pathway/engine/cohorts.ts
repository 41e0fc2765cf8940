import type { EngineMemory } from '@/lib/domain/pathway/engine/kernel/engine-memory';
import type { CompiledPathway } from './compiled-pathway';
import type { ProgrammePart } from './programme-parts';

/** Kinds: 0 full time, 1 less than full time. Phases: 0 the first years of a part, 1 the rest. */
export const KIND_PHASES = 4;

/**
 * Trainees of one part by the year they entered it. Between two competitions nobody changes region and leaving doesn't
 * depend on the home, so that a cohort keeps its mix of homes: it is written once, at entry, and read in the years in which
 * some of it finish. What happens in between is one product of survivals by tie × region. Exact, and a tenth of the cells.
 */
export interface PartCohorts {
  /** `[year of entry][tie][home][region]` people per unit of weight: all groups of a node have the same mix of homes. */
  readonly mix: Float64Array;
  /** `[year of entry][tie][region]` weight of the group after rationing: entrants = weight × mix. */
  readonly weight: Float64Array;
  /** `[year of entry][tie][region]` entrants who weren't prioritised: their home is elsewhere. */
  readonly others: Float64Array;
  /** `[year of entry][class]` entrants who went straight on, where a lever made the programme run-through; 1 = there are some. */
  readonly straight: Float64Array;
  readonly hasStraight: Uint8Array;
  /** `[year of entry][tie][region]` all entrants, and those who were in the region before. */
  readonly entrants: Float64Array;
  readonly stayed: Float64Array;
  /** `[year of entry][tie][region]` */
  readonly ltftShare: Float64Array;
  /** `[year of entry]` mean years since specialty entry at the start of the part. */
  readonly elapsed: Float64Array;
  /** `[kind × phase][year][tie][region]` product of annual survivals before that year. */
  readonly product: Float64Array;
  /** `[kind × phase][tie][region]` survival of the current year; people in training. */
  readonly survival: Float64Array;
  readonly stock: Float64Array;
}

/** `mix` is shared by the parts that begin at the same node. */
export const partCohorts = (
  { grid, years }: CompiledPathway,
  mix: Float64Array,
  hasStraight: boolean,
  { f64, bytes }: EngineMemory,
): PartCohorts => {
  const width = 2 * grid.regions;
  return {
    mix,
    weight: f64(years * width),
    others: f64(years * width),
    straight: f64(hasStraight ? years * grid.cells : 0),
    hasStraight: bytes(years),
    entrants: f64(years * width),
    stayed: f64(years * width),
    ltftShare: f64(years * width),
    elapsed: f64(years),
    product: f64(KIND_PHASES * (years + 1) * width),
    survival: f64(KIND_PHASES * width),
    stock: f64(KIND_PHASES * width),
  };
};

/** Share of less than full time among those who are still there after `years` years: the quicker ones have finished. */
export const ltftAfter = (part: ProgrammePart, years: number): number => {
  const ltft = part.ltftShare * (part.ltft.atLeast[years] ?? 0);
  const fullTime = (1 - part.ltftShare) * (part.fullTime.atLeast[years] ?? 0);
  return ltft / (ltft + fullTime);
};

/** `[years done − 1][tie][region]` totals of those in training at the start. */
export const openingTotals = ({ grid, opening }: CompiledPathway, part: number): (Float64Array | null)[] => {
  const { regions, places, rows } = grid;
  return (opening.training[part] ?? []).map((classes) => {
    if (!classes) return null;
    const totals = new Float64Array(2 * regions);
    for (let row = 0; row < rows; row += 1) {
      const into = row < places ? 0 : regions;
      for (let region = 0; region < regions; region += 1) {
        totals[into + region] = (totals[into + region] ?? 0) + (classes[row * places + region] ?? 0);
      }
    }
    return totals;
  });
};

/** Empties a part and puts those who are in it at the start where they belong. */
export const resetPart = (
  compiled: CompiledPathway,
  part: ProgrammePart,
  cohorts: PartCohorts,
  totals: readonly (Float64Array | null)[],
): void => {
  const { grid, years, input } = compiled;
  const width = 2 * grid.regions;
  const { earlyYears } = input.rates;
  cohorts.stock.fill(0);
  for (let block = 0; block < KIND_PHASES; block += 1) {
    const from = block * (years + 1) * width;
    cohorts.product.fill(1, from, from + width);
  }
  totals.forEach((people, index) => {
    if (!people) return;
    const done = index + 1;
    const ltft = ltftAfter(part, done);
    const phase = done >= earlyYears ? 1 : 0;
    for (let cell = 0; cell < width; cell += 1) {
      const heads = people[cell] ?? 0;
      const fullTime = phase * width + cell;
      const lessThan = (2 + phase) * width + cell;
      cohorts.stock[fullTime] = (cohorts.stock[fullTime] ?? 0) + heads * (1 - ltft);
      cohorts.stock[lessThan] = (cohorts.stock[lessThan] ?? 0) + heads * ltft;
    }
  });
};
