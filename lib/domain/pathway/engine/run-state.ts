import { type EngineMemory, PLAIN_MEMORY } from '@/lib/domain/pathway/engine/kernel/engine-memory';
import type { Kernel } from '@/lib/domain/pathway/engine/kernel/kernel';
import { layOutTraining, type TrainingLayout } from '@/lib/domain/pathway/engine/kernel/training-in-kernel';
import { type ChoiceNode, choiceNode } from './choice-node';
import type { Finishers } from './cohort-exits';
import { openingTotals, type PartCohorts, partCohorts } from './cohorts';
import type { CompiledPathway } from './compiled-pathway';
import { type DrawnAttraction, keptAttraction } from './draw-attraction';
import { type DrawWeights, drawWeights } from './draw-weights';
import { type HazardRatios, hazardRatios } from './hazards';
import type { DrawnParameters } from './pathway-option';
import { type RecordFocus, type RecordLayout, recordLayout } from './run-record';

/** A competition: those placed first, and those who may have what is left. */
export interface NodePair {
  readonly first: ChoiceNode;
  /** Applicants who aren't prioritised: from elsewhere, with a home elsewhere. Null where there are none. */
  readonly others: ChoiceNode | null;
}

/** All memory of a run. Made once, used for every draw; nothing in it outlives a draw but its size. */
export interface RunState {
  /** Null in the plain engine. */
  readonly kernel: Kernel | null;
  readonly training: TrainingLayout;
  readonly compiled: CompiledPathway;
  readonly layout: RecordLayout;
  /** Where the kernel writes the record of a run; empty in the plain engine. */
  readonly record: Float64Array;
  /** Survival of a foundation year, `[tie][region]`; shares who apply, F2 and gap pool by age; people and values by row. */
  readonly foundationSurvival: Float64Array;
  /** `[kind][region]` */
  readonly careerSurvival: Float64Array;
  readonly applying: Float64Array;
  readonly rowPeople: Float64Array;
  readonly rowValues: Float64Array;
  readonly weights: DrawWeights;
  readonly attractionOf: ReturnType<typeof keptAttraction>;
  readonly hazards: HazardRatios;
  readonly foundation: NodePair;
  readonly entry: NodePair;
  /** By programme; null where it is run-through. */
  readonly higher: readonly (NodePair | null)[];
  /** `[year][tie][home][region]` mix of those placed at CT1/ST1, which all programmes share. */
  readonly entryMix: Float64Array;
  readonly cohorts: readonly PartCohorts[];
  readonly openingTotals: readonly (readonly (Float64Array | null)[])[];
  readonly f1: Float64Array;
  readonly f2: Float64Array;
  readonly gap: readonly [Float64Array, Float64Array, Float64Array];
  readonly pool: readonly Float64Array[];
  /** `[group]` mean years since specialty entry of those in the pool. */
  readonly poolElapsed: Float64Array;
  /** `[group]` people in the pool. */
  readonly poolPeople: Float64Array;
  /** Core finishers by programme, then finishers by career kind. */
  readonly core: readonly Finishers[];
  readonly careers: readonly Finishers[];
  readonly careerAttraction: Float64Array;
  readonly arriving: Float64Array;
  /** `[kind][region]` */
  readonly settlingNew: Float64Array;
  readonly settlingOld: Float64Array;
  readonly careerHeads: Float64Array;
  readonly careerFte: Float64Array;
  /** `[node][year][option]` posts filled, for costs. */
  readonly filled: Readonly<Record<'foundation' | 'specialty_entry' | 'higher_entry', Float64Array>>;
  /** `[region]` posts and filled posts of this year's specialty rounds; scratch `[tie][region]`. */
  readonly offered: Float64Array;
  readonly taken: Float64Array;
  readonly leftByRegion: Float64Array;
  /** `[option]` scratch. */
  readonly demands: Float64Array;
  readonly shares: Float64Array;
  readonly weighted: Float64Array;
  /** Left and may come back; gone for good. Head count. */
  left: number;
  departed: number;
  joined: number;
  /** Parameters of the last run that came to its end: what only depends on them is as it was. */
  lastParameters: DrawnParameters | null;
  isSameDraw: boolean;
  /** Null: those of the input. */
  drawnAttraction: DrawnAttraction | null;
  /** Everybody at the start, once it has been counted. */
  openingPeople: number | null;
  /** Whether the shares of less than full time of all years are those without a lever. */
  hasPlainLtft: boolean;
}

const finishers = ({ grid }: CompiledPathway, { f64 }: EngineMemory): Finishers => ({
  classes: f64(grid.cells),
  people: f64(grid.regions),
  elapsedSum: f64(grid.regions),
  stayWeight: f64(2 * grid.regions),
  byTie: f64(2 * grid.regions),
});

const nodePair = ({ grid }: CompiledPathway, groups: number, hasOthers: boolean, memory: EngineMemory): NodePair => ({
  first: choiceNode(grid, groups, { home: 0, place: 0 }, memory),
  others: hasOthers ? choiceNode(grid, groups, { home: grid.regions, place: grid.regions }, memory) : null,
});

export const runState = (
  compiled: CompiledPathway,
  focus: readonly RecordFocus[] = [],
  memory: EngineMemory = PLAIN_MEMORY,
): RunState => {
  const { grid, years, groups, input } = compiled;
  const options = groups * grid.regions;
  const isAfterAct = input.switches.regime === 'after_act';
  const mixLength = years * grid.rows * grid.regions;
  const entryMix = memory.f64(mixLength);
  const cells = (): Float64Array => memory.f64(grid.cells);
  const kinds = (): Float64Array => memory.f64(2 * grid.regions);
  const layout = recordLayout({ regions: grid.regions, years, rows: grid.rows }, focus);
  const { f2, gap1, gap2, gap3 } = input.rates.applying;
  const applying = memory.f64(4);
  applying.set([f2.value, gap1.value, gap2.value, gap3.value]);
  const weights = drawWeights(compiled, memory);
  const training = {
    compiled,
    cohorts: compiled.parts.map((part) =>
      partCohorts(
        compiled,
        part.isFinal && !part.isRunThrough ? memory.f64(mixLength) : entryMix,
        part.isFinal && !part.isRunThrough,
        memory,
      ),
    ),
    openingTotals: compiled.parts.map((_, part) => openingTotals(compiled, part)),
    core: input.programmes.map(() => finishers(compiled, memory)),
    careers: [finishers(compiled, memory), finishers(compiled, memory)],
  };
  return {
    kernel: memory.kernel,
    training: layOutTraining(memory, { ...training, stayFactors: weights.career.stayFactors }),
    ...training,
    layout,
    record: memory.f64(memory === PLAIN_MEMORY ? 0 : layout.length),
    foundationSurvival: kinds(),
    careerSurvival: kinds(),
    applying,
    rowPeople: memory.f64(grid.rows),
    rowValues: memory.f64(grid.rows),
    weights,
    attractionOf: keptAttraction(compiled),
    hazards: hazardRatios(compiled),
    foundation: nodePair(compiled, 1, false, memory),
    entry: nodePair(compiled, groups, isAfterAct, memory),
    higher: input.programmes.map(({ coreYears }) =>
      coreYears === null ? null : nodePair(compiled, 1, isAfterAct, memory),
    ),
    entryMix,
    f1: cells(),
    f2: cells(),
    gap: [cells(), cells(), cells()],
    pool: input.programmes.map(cells),
    poolElapsed: memory.f64(groups),
    poolPeople: memory.f64(groups),
    careerAttraction: kinds(),
    arriving: kinds(),
    settlingNew: kinds(),
    settlingOld: kinds(),
    careerHeads: kinds(),
    careerFte: kinds(),
    filled: {
      foundation: memory.f64(years * grid.regions),
      specialty_entry: memory.f64(years * options),
      higher_entry: memory.f64(years * options),
    },
    offered: memory.f64(grid.regions),
    taken: memory.f64(grid.regions),
    demands: memory.f64(options),
    leftByRegion: memory.f64(grid.regions),
    shares: kinds(),
    weighted: kinds(),
    left: 0,
    departed: 0,
    joined: 0,
    lastParameters: null,
    isSameDraw: false,
    drawnAttraction: null,
    openingPeople: null,
    hasPlainLtft: false,
  };
};
