import { nodeWeights } from './draw-weights';
import { enterOthers, enterPart, measurePlaced, placedClasses } from './node-flows';
import { preparePair, type RunRequest, solvePair } from './run-node';
import type { RunState } from './run-state';

/** Index of the part that a programme's entrants begin. */
export const firstPartOf = (state: RunState, group: number): number =>
  state.compiled.parts.findIndex((part) => part.group === group);

/** Places new doctors in F1. Those without a place are gone: they never were on the pathway's later stages. */
export const runFoundation = (state: RunState, request: RunRequest, year: number, newF1: Float64Array): void => {
  const { compiled, foundation } = state;
  const { cells, regions } = compiled.grid;
  const node = foundation.first;
  preparePair(state, foundation, 'foundation', 0, request, year);
  node.applicants.set(compiled.leavers.subarray(year * cells, (year + 1) * cells));
  node.posts.set(compiled.nodes.foundation.posts.subarray(year * regions, (year + 1) * regions));
  solvePair(state, foundation, 0, 0);
  newF1.fill(0);
  measurePlaced(node, nodeWeights(state.weights), node.work.perCell, 0);
  placedClasses(node, newF1);
  state.joined += compiled.leaversOfYear[year] ?? 0;
  for (let cell = 0; cell < cells; cell += 1) state.departed += node.outside[cell] ?? 0;
};

const applyAll = (state: RunState): void => {
  const { f2, kernel, applying } = state;
  const { applicants } = state.entry.first;
  const [gap1, gap2, gap3] = state.gap;
  if (kernel) {
    const [one, two, three] = [gap1.byteOffset, gap2.byteOffset, gap3.byteOffset];
    const { cells } = state.compiled.grid;
    kernel.applyAll(applicants.byteOffset, cells, f2.byteOffset, one, two, three, applying.byteOffset);
    return;
  }
  const [a0, a1, a2, a3] = [applying[0] ?? 0, applying[1] ?? 0, applying[2] ?? 0, applying[3] ?? 0];
  for (let cell = 0; cell < applicants.length; cell += 1) {
    applicants[cell] = a0 * (f2[cell] ?? 0) + a1 * (gap1[cell] ?? 0) + a2 * (gap2[cell] ?? 0) + a3 * (gap3[cell] ?? 0);
  }
};

/** Those without a post are a year older in the gap pool; some of them leave. Returns applicants who have no post. */
const ageGap = (state: RunState, stays: number): number => {
  const { f2, kernel, applying } = state;
  const { applicants, outside, at } = state.entry.first;
  const [gap1, gap2, gap3] = state.gap;
  if (kernel) {
    const [one, two, three] = [gap1.byteOffset, gap2.byteOffset, gap3.byteOffset];
    const { scratch } = state.training;
    const people = kernel.ageGap(at, f2.byteOffset, one, two, three, applying.byteOffset, stays, scratch.byteOffset);
    state.left += scratch[0] ?? 0;
    return people;
  }
  const [a0, a1, a2, a3] = [applying[0] ?? 0, applying[1] ?? 0, applying[2] ?? 0, applying[3] ?? 0];
  let unplaced = 0;
  let left = 0;
  for (let cell = 0; cell < applicants.length; cell += 1) {
    const all = applicants[cell] ?? 0;
    const placed = all > 0 ? 1 - (outside[cell] ?? 0) / all : 0;
    const people = f2[cell] ?? 0;
    const one = gap1[cell] ?? 0;
    const two = gap2[cell] ?? 0;
    const three = gap3[cell] ?? 0;
    unplaced += (a0 * people + a1 * one + a2 * two + a3 * three) * (1 - placed);
    const rest0 = people * (1 - a0 * placed);
    const rest1 = one * (1 - a1 * placed);
    const rest2 = two * (1 - a2 * placed) + three * (1 - a3 * placed);
    left += (rest0 + rest1 + rest2) * (1 - stays);
    gap1[cell] = rest0 * stays;
    gap2[cell] = rest1 * stays;
    gap3[cell] = rest2 * stays;
  }
  state.left += left;
  return unplaced;
};

/** CT1/ST1 recruitment from F2, gap pool and outside. `posts` of the node are set by the caller. Returns who is unplaced. */
export const runEntry = (state: RunState, request: RunRequest, year: number): number => {
  const { compiled, entry } = state;
  const { rates } = compiled.input;
  preparePair(state, entry, 'specialty_entry', 0, request, year);
  applyAll(state);
  state.joined += solvePair(state, entry, compiled.externalEntry[year] ?? 0, compiled.prioritisedEntry);
  const weights = nodeWeights(state.weights);
  const width = compiled.grid.rows * compiled.grid.regions;
  measurePlaced(entry.first, weights, state.entryMix, year * width);
  if (entry.others) measurePlaced(entry.others, weights, entry.others.work.perCell, 0);
  for (let group = 0; group < compiled.groups; group += 1) {
    const index = firstPartOf(state, group);
    const cohorts = state.cohorts[index];
    if (!cohorts) continue;
    const part = state.training.parts[index];
    enterPart(entry.first, group, cohorts, year, part);
    if (entry.others) enterOthers(entry.others, group, cohorts, year, part);
    cohorts.elapsed[year] = 0;
  }
  return ageGap(state, (1 - rates.gapLeaving.value) ** (request.draw.parameters.gapLeavingFactor ?? 1));
};
