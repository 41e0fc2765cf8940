import type { PartCohorts } from './cohorts';
import { isActive } from './compiled-option';
import { nodeWeights } from './draw-weights';
import { enterOthers, enterPart, measurePlaced } from './node-flows';
import { preparePair, type RunRequest, solvePair } from './run-node';
import type { NodePair, RunState } from './run-state';

/** Run-through: core completers of a region go on there without competing, as far as there are posts. Returns them. */
const goStraightOn = (
  state: RunState,
  at: { group: number; region: number; year: number },
  cohorts: PartCohorts,
  posts: number,
): number => {
  const { group, region, year } = at;
  const { regions, places, rows, cells } = state.compiled.grid;
  const core = state.core[group];
  const people = core?.people[region] ?? 0;
  if (!core || people <= 0) return 0;
  const share = Math.min(1, posts / people);
  for (let row = 0; row < rows; row += 1) {
    const cell = row * places + region;
    const heads = share * (core.classes[cell] ?? 0);
    const total = (2 * year + (row < places ? 0 : 1)) * regions + region;
    core.classes[cell] = (core.classes[cell] ?? 0) - heads;
    cohorts.straight[year * cells + cell] = heads;
    cohorts.entrants[total] = (cohorts.entrants[total] ?? 0) + heads;
    cohorts.stayed[total] = (cohorts.stayed[total] ?? 0) + heads;
  }
  cohorts.hasStraight[year] = 1;
  return share * people;
};

/** Mean years since specialty entry of those who compete; the pool has waited one more. */
const meanElapsed = (state: RunState, group: number): number => {
  const core = state.core[group];
  let people = 0;
  let sum = 0;
  for (let region = 0; region < (core?.people.length ?? 0); region += 1) {
    people += core?.people[region] ?? 0;
    sum += core?.elapsedSum[region] ?? 0;
  }
  const waiting = state.poolPeople[group] ?? 0;
  sum += waiting * ((state.poolElapsed[group] ?? 0) + 1);
  people += waiting;
  return people > 0 ? sum / people : (state.poolElapsed[group] ?? 0);
};

const keepPool = (state: RunState, pair: NodePair, group: number): number => {
  const { cells } = state.compiled.grid;
  const { outside } = pair.first;
  const pool = state.pool[group];
  if (!pool) return 0;
  const stays = 1 - state.compiled.input.rates.higherPoolLeaving.value;
  if (state.kernel) {
    const waiting = state.kernel.keepPool(pair.first.at, pool.byteOffset, stays);
    state.left += waiting * (1 - stays);
    state.poolPeople[group] = waiting * stays;
    return waiting;
  }
  // Applicants from outside the pathway (last cell of each tie) are no part of the pool.
  outside[cells / 2 - 1] = 0;
  outside[cells - 1] = 0;
  let unplaced = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const rest = outside[cell] ?? 0;
    unplaced += rest;
    pool[cell] = rest * stays;
  }
  state.left += unplaced * (1 - stays);
  state.poolPeople[group] = unplaced * stays;
  return unplaced;
};

/** ST3/ST4 recruitment of one programme. Posts of the node are set by the caller. Returns who is unplaced. */
export const runHigher = (state: RunState, request: RunRequest, group: number, year: number): number => {
  const { compiled } = state;
  const { cells, regions } = compiled.grid;
  const pair = state.higher[group];
  const part = compiled.parts.findIndex((one) => one.group === group && one.isFinal);
  const cohorts = state.cohorts[part];
  const core = state.core[group];
  const pool = state.pool[group];
  if (!(pair && cohorts && core && pool)) return 0;
  const elapsed = meanElapsed(state, group);
  const straight = state.filled.higher_entry;
  const from = year * compiled.groups * regions + group * regions;
  for (const span of request.option.runThrough) {
    if (span.group !== group || !isActive(span, year)) continue;
    const posts = pair.first.posts[span.region] ?? 0;
    const people = goStraightOn(state, { group, region: span.region, year }, cohorts, posts);
    straight[from + span.region] = people;
    pair.first.posts[span.region] = Math.max(0, posts - people);
  }
  preparePair(state, pair, 'higher_entry', group, request, year);
  const { applicants } = pair.first;
  const { classes } = core;
  if (state.kernel) state.kernel.applyAgain(pair.first.at, classes.byteOffset, pool.byteOffset);
  else for (let cell = 0; cell < cells; cell += 1) applicants[cell] = (classes[cell] ?? 0) + (pool[cell] ?? 0);
  const externals = compiled.externalHigher[year * compiled.groups + group] ?? 0;
  state.joined += solvePair(state, pair, externals, compiled.prioritisedHigher[group] ?? 0);
  const weights = nodeWeights(state.weights);
  measurePlaced(pair.first, weights, cohorts.mix, year * compiled.grid.rows * regions);
  enterPart(pair.first, 0, cohorts, year, state.training.parts[part]);
  if (pair.others) {
    measurePlaced(pair.others, weights, pair.others.work.perCell, 0);
    enterOthers(pair.others, 0, cohorts, year, state.training.parts[part]);
  }
  cohorts.elapsed[year] = elapsed;
  state.poolElapsed[group] = elapsed;
  return keepPool(state, pair, group);
};
