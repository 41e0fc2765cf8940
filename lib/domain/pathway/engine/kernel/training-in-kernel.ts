import type { Finishers } from '@/lib/domain/pathway/engine/cohort-exits';
import { ltftAfter, type PartCohorts } from '@/lib/domain/pathway/engine/cohorts';
import type { CompiledPathway } from '@/lib/domain/pathway/engine/compiled-pathway';
import type { ProgrammePart } from '@/lib/domain/pathway/engine/programme-parts';
import type { EngineMemory } from './engine-memory';

/** Where a part, or those who finish, are laid out for the kernel; 0 in the plain engine. */
export interface TrainingLayout {
  /** `[part]` */
  readonly parts: readonly number[];
  /** `[career kind]` */
  readonly careers: readonly number[];
  readonly all: number;
  /** `[tie][region]` ratios on leaving and what is taken off, for one part at a time. */
  readonly ratios: Float64Array;
  readonly reliefs: Float64Array;
  /** Rows of regions. */
  readonly scratch: Float64Array;
}

interface TrainingParts {
  readonly compiled: CompiledPathway;
  readonly cohorts: readonly PartCohorts[];
  readonly openingTotals: readonly (readonly (Float64Array | null)[])[];
  readonly core: readonly Finishers[];
  readonly careers: readonly Finishers[];
  /** `[years, 0 to 5]` e^(bonus × years in the region). */
  readonly stayFactors: Float64Array;
}

const copyOf = (memory: EngineMemory, values: ArrayLike<number>): Float64Array => {
  const copy = memory.f64(values.length);
  copy.set(values);
  return copy;
};

const describeFinishers = (memory: EngineMemory, finishers: Finishers): number =>
  memory.describe([finishers.classes, finishers.people, finishers.elapsedSum, finishers.stayWeight, finishers.byTie]);

const tableOf = (memory: EngineMemory, lists: readonly (Float64Array | null)[]): number =>
  memory.describe(lists.map((list) => list && copyOf(memory, list)));

/** The order is that of `Part` in `assembly/fields.ts`. */
const describePart = (
  memory: EngineMemory,
  { compiled, cohorts, openingTotals, stayFactors }: TrainingParts,
  index: number,
  part: ProgrammePart,
  finishers: number,
): number => {
  const { grid, years, input, opening } = compiled;
  const own = cohorts[index];
  if (!own) return 0;
  const classes = opening.training[index] ?? [];
  const longest = Math.max(part.fullTime.atLeast.length, classes.length + 1);
  return memory.describe([
    ...[
      grid.regions,
      grid.places,
      years,
      input.rates.earlyYears,
      part.yearsBefore,
      part.lengths.length,
      classes.length,
    ],
    copyOf(memory, part.lengths),
    ...[part.fullTime.exactly, part.fullTime.atLeast, part.ltft.exactly, part.ltft.atLeast].map((shares) =>
      copyOf(memory, shares),
    ),
    copyOf(
      memory,
      Array.from({ length: longest }, (_, done) => ltftAfter(part, done)),
    ),
    ...[own.mix, own.weight, own.others, own.straight, own.hasStraight, own.entrants, own.stayed, own.ltftShare],
    ...[own.elapsed, own.product, own.survival, own.stock],
    tableOf(memory, classes),
    tableOf(memory, openingTotals[index] ?? []),
    stayFactors,
    copyOf(memory, [part.elapsedBefore]),
    finishers,
    memory.scratch(2 * grid.regions + 4 + 4 * (grid.regions + 4)),
  ]);
};

export const layOutTraining = (memory: EngineMemory, training: TrainingParts): TrainingLayout => {
  const { compiled } = training;
  const width = 2 * compiled.grid.regions;
  const core = training.core.map((finishers) => describeFinishers(memory, finishers));
  const careers = training.careers.map((finishers) => describeFinishers(memory, finishers));
  const parts = compiled.parts.map((part, index) => {
    const finishers = (part.isFinal ? careers[part.career] : core[part.group]) ?? 0;
    return describePart(memory, training, index, part, finishers);
  });
  const finishers = [...core, ...careers];
  return {
    parts,
    careers,
    all: memory.describe([parts.length, ...parts, finishers.length, ...finishers]),
    ratios: memory.f64(width),
    reliefs: memory.f64(width),
    scratch: memory.scratch(2 * (compiled.grid.regions + 4)),
  };
};
