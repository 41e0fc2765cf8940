import { type ChoiceNode, choiceNode, resetNode } from './choice-node';
import type { Finishers } from './cohort-exits';
import { openingTotals, type PartCohorts, partCohorts, resetPart } from './cohorts';
import type { CompiledPathway } from './compiled-pathway';
import { type DrawWeights, drawWeights } from './draw-weights';
import { type HazardRatios, hazardRatios } from './hazards';
import { type RecordFocus, type RecordLayout, recordLayout } from './run-record';

/** A competition: those placed first, and those who may have what is left. */
export interface NodePair {
  readonly first: ChoiceNode;
  /** Applicants who aren't prioritised: from elsewhere, with a home elsewhere. Null where there are none. */
  readonly others: ChoiceNode | null;
}

/** All memory of a run. Made once, used for every draw; nothing in it outlives a draw but its size. */
export interface RunState {
  readonly compiled: CompiledPathway;
  readonly layout: RecordLayout;
  readonly weights: DrawWeights;
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
}

const finishers = ({ grid }: CompiledPathway): Finishers => ({
  classes: new Float64Array(grid.cells),
  people: new Float64Array(grid.regions),
  elapsedSum: new Float64Array(grid.regions),
  stayWeight: new Float64Array(2 * grid.regions),
  byTie: new Float64Array(2 * grid.regions),
});

const nodePair = ({ grid }: CompiledPathway, groups: number, hasOthers: boolean): NodePair => ({
  first: choiceNode(grid, groups),
  others: hasOthers ? choiceNode(grid, groups, { home: grid.regions, place: grid.regions }) : null,
});

export const runState = (compiled: CompiledPathway, focus: readonly RecordFocus[] = []): RunState => {
  const { grid, years, groups, input } = compiled;
  const options = groups * grid.regions;
  const isAfterAct = input.switches.regime === 'after_act';
  const mixLength = years * grid.rows * grid.regions;
  const entryMix = new Float64Array(mixLength);
  const cells = (): Float64Array => new Float64Array(grid.cells);
  const kinds = (): Float64Array => new Float64Array(2 * grid.regions);
  return {
    compiled,
    layout: recordLayout({ regions: grid.regions, years, rows: grid.rows }, focus),
    weights: drawWeights(compiled),
    hazards: hazardRatios(compiled),
    foundation: nodePair(compiled, 1, false),
    entry: nodePair(compiled, groups, isAfterAct),
    higher: input.programmes.map(({ coreYears }) => (coreYears === null ? null : nodePair(compiled, 1, isAfterAct))),
    entryMix,
    cohorts: compiled.parts.map((part) =>
      partCohorts(
        compiled,
        part.isFinal && !part.isRunThrough ? new Float64Array(mixLength) : entryMix,
        part.isFinal && !part.isRunThrough,
      ),
    ),
    openingTotals: compiled.parts.map((_, part) => openingTotals(compiled, part)),
    f1: cells(),
    f2: cells(),
    gap: [cells(), cells(), cells()],
    pool: input.programmes.map(cells),
    poolElapsed: new Float64Array(groups),
    poolPeople: new Float64Array(groups),
    core: input.programmes.map(() => finishers(compiled)),
    careers: [finishers(compiled), finishers(compiled)],
    careerAttraction: kinds(),
    arriving: kinds(),
    settlingNew: kinds(),
    settlingOld: kinds(),
    careerHeads: kinds(),
    careerFte: kinds(),
    filled: {
      foundation: new Float64Array(years * grid.regions),
      specialty_entry: new Float64Array(years * options),
      higher_entry: new Float64Array(years * options),
    },
    offered: new Float64Array(grid.regions),
    taken: new Float64Array(grid.regions),
    demands: new Float64Array(options),
    leftByRegion: new Float64Array(grid.regions),
    shares: kinds(),
    weighted: kinds(),
    left: 0,
    departed: 0,
    joined: 0,
  };
};

/** Back to the opening stocks, as if nothing had been run. */
export const resetRun = (state: RunState): void => {
  const { compiled, foundation, entry, higher } = state;
  const { opening, parts } = compiled;
  for (const pair of [foundation, entry, ...higher]) {
    if (pair) resetNode(pair.first);
    if (pair?.others) resetNode(pair.others);
  }
  parts.forEach((part, index) => {
    const cohorts = state.cohorts[index];
    const totals = state.openingTotals[index];
    if (cohorts && totals) resetPart(compiled, part, cohorts, totals);
  });
  state.f1.set(opening.f1);
  state.f2.set(opening.f2);
  opening.gap.forEach((classes, age) => {
    state.gap[age]?.set(classes);
  });
  opening.higherPool.forEach((classes, group) => {
    state.pool[group]?.set(classes);
    state.poolPeople[group] = classes.reduce((sum, people) => sum + people, 0);
  });
  compiled.input.programmes.forEach(({ coreYears, dilation }, group) => {
    state.poolElapsed[group] = (coreYears ?? 0) * dilation.value;
  });
  for (const history of Object.values(state.filled)) history.fill(0);
  state.settlingNew.fill(0);
  state.settlingOld.set(opening.settling);
  state.careerHeads.set(opening.careerHeads);
  state.careerFte.set(opening.careerFte);
  state.left = opening.left;
  state.departed = 0;
  state.joined = 0;
};
