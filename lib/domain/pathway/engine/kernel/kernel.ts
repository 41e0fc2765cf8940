import { KERNEL_CODE } from './kernel-code';

/** The kernel's functions. Addresses are those of `EngineMemory.describe` and of its arrays. */
export interface Kernel {
  readonly firstFree: () => number;
  /** Passes; 0 = nothing was full, −1 = no posts at all, −2 = the prices don't settle. */
  readonly solveNode: (
    node: number,
    nearness: number,
    stay0: number,
    stay1: number,
    dissimilarity: number,
    weightsChanged: number,
    warmYears: number,
  ) => number;
  readonly measurePlaced: (node: number, nearness: number, stay0: number, stay1: number, mix: number) => void;
  readonly enterPart: (node: number, group: number, part: number, year: number) => void;
  readonly enterOthers: (node: number, group: number, part: number, year: number) => void;
  readonly finishTraining: (training: number, year: number) => void;
  /** People in training at the end of the year. */
  readonly trainForYear: (training: number, year: number, left: number) => number;
  readonly hasStocks: (training: number, least: number) => number;
  readonly setSurvival: (part: number, block: number, hazard: number, ratios: number, reliefs: number) => void;
  readonly restPosts: (first: number, others: number, rounding: number) => void;
  readonly placedClasses: (node: number, perCell: number, classes: number) => void;
  readonly forcedMoves: (node: number, nearness: number, stay0: number, stay1: number) => number;
  readonly addChoices: (node: number, asked: number, met: number) => void;
  readonly inclusiveValues: (node: number, people: number, values: number) => void;
  readonly recordPair: (
    first: number,
    others: number,
    history: number,
    filledAt: number,
    demandAt: number,
    taken: number,
  ) => void;
  readonly applyAll: (
    into: number,
    cells: number,
    f2: number,
    gap1: number,
    gap2: number,
    gap3: number,
    rates: number,
  ) => void;
  /** Applicants without a post; those who left are written to `left`. */
  readonly ageGap: (
    node: number,
    f2: number,
    gap1: number,
    gap2: number,
    gap3: number,
    rates: number,
    stays: number,
    left: number,
  ) => number;
  readonly applyAgain: (node: number, classes: number, pool: number) => void;
  /** Applicants without a post. */
  readonly keepPool: (node: number, pool: number, stays: number) => number;
  /** Those who leave. */
  readonly foundationYear: (classes: number, into: number, regions: number, survival: number) => number;
  /** People who take up no career. */
  readonly chooseCareers: (
    finishers: number,
    regions: number,
    nearness: number,
    staying: number,
    attraction: number,
    arriving: number,
    scratch: number,
  ) => number;
}

let compiled: WebAssembly.Module | null = null;

const moduleOf = (): WebAssembly.Module => {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_CODE), (letter) => letter.charCodeAt(0)));
  return compiled;
};

/** A kernel that works on `memory`. */
export const kernelOn = (memory: WebAssembly.Memory): Kernel =>
  new WebAssembly.Instance(moduleOf(), { env: { memory } }).exports as unknown as Kernel;
