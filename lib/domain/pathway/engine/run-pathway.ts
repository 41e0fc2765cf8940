import { nodeWeights, setDrawWeights } from './draw-weights';
import { feedVacancyBack, supervisedShare } from './feedbacks';
import { setDeprivation, setLeverHazards } from './hazards';
import { resetRun } from './reset-run';
import { assertConserved, assertPosts, assertStocks, populationOf } from './run-checks';
import type { RunRequest } from './run-node';
import { yearCell } from './run-record';
import type { NodePair, RunState } from './run-state';
import { runCareers, setCareerSurvival } from './year-careers';
import { runEntry, runFoundation } from './year-gap';
import { runHigher } from './year-higher';
import { costOfYear, recordChoices, recordInclusiveValues, recordPair, recordRegions } from './year-record';
import {
  finishTraining,
  foundationYear,
  type MutablePartYear,
  partYears,
  setFoundationSurvival,
  trainForYear,
} from './year-training';

const setPosts = (
  state: RunState,
  pair: NodePair,
  node: 'specialty_entry' | 'higher_entry',
  group: number,
  year: number,
): void => {
  const { compiled } = state;
  const { regions } = compiled.grid;
  const { posts, groups } = compiled.nodes[node];
  const from = (year * groups + group) * regions;
  pair.first.posts.set(posts.subarray(from, from + pair.first.posts.length));
};

/** Posts that lead to CCT are cut to what supervisors can take on. */
const capPosts = (state: RunState): void => {
  const { compiled, entry, higher } = state;
  if (!compiled.input.switches.feedbacks.supervisorCap) return;
  const { regions } = compiled.grid;
  for (let region = 0; region < regions; region += 1) {
    const cells: [Float64Array, number][] = compiled.input.programmes.map(({ coreYears }, group) =>
      coreYears === null
        ? [entry.first.posts, group * regions + region]
        : [higher[group]?.first.posts ?? entry.first.posts, region],
    );
    const posts = cells.reduce((sum, [list, cell]) => sum + (list[cell] ?? 0), 0);
    const share = supervisedShare(state, region, posts);
    for (const [list, cell] of cells) list[cell] = (list[cell] ?? 0) * share;
  }
};

const offerPosts = (state: RunState, year: number): void => {
  const { entry, higher, offered, taken } = state;
  setPosts(state, entry, 'specialty_entry', 0, year);
  higher.forEach((pair, group) => {
    if (pair) setPosts(state, pair, 'higher_entry', group, year);
  });
  capPosts(state);
  offered.fill(0);
  taken.fill(0);
  if (!state.compiled.input.switches.feedbacks.vacancyBurnout) return;
  for (const pair of [entry, ...higher]) {
    if (!pair) continue;
    for (let option = 0; option < pair.first.posts.length; option += 1) {
      const region = pair.first.regionOf[option] ?? 0;
      offered[region] = (offered[region] ?? 0) + (pair.first.posts[option] ?? 0);
    }
  }
};

const recruit = (state: RunState, request: RunRequest, year: number, record: Float64Array): void => {
  const { entry, higher, layout } = state;
  offerPosts(state, year);
  let unplaced = runEntry(state, request, year);
  recordPair(state, record, entry, 'specialty_entry', 0, year);
  recordChoices(state, record, entry.first, year);
  recordInclusiveValues(state, record, year);
  higher.forEach((pair, group) => {
    if (!pair) return;
    unplaced += runHigher(state, request, group, year);
    recordPair(state, record, pair, 'higher_entry', group, year);
    recordChoices(state, record, pair.first, year);
  });
  record[yearCell(layout, 'unplaced', year)] = unplaced;
};

const runYear = (
  state: RunState,
  request: RunRequest,
  parts: readonly MutablePartYear[],
  year: number,
  record: Float64Array,
): void => {
  const { compiled, layout } = state;
  const changed = setLeverHazards(compiled, request.option, request.draw, year, state.hazards);
  const isFedBack = year > 0 && compiled.input.switches.feedbacks.vacancyBurnout !== null;
  if (changed || isFedBack) {
    setFoundationSurvival(state);
    setCareerSurvival(state, request);
  }
  finishTraining(state, parts, year);
  // Gap, entry and foundation use last year's F1 and F2 before this year's replace them.
  recruit(state, request, year, record);
  state.left += foundationYear(state, state.f1, state.f2);
  runFoundation(state, request, year, state.f1);
  recordPair(state, record, state.foundation, 'foundation', 0, year);
  state.left += foundationYear(state, state.f1, state.f1);
  runCareers(state, request, year);
  const training = trainForYear(state, request, parts, changed || isFedBack);
  feedVacancyBack(state);
  welcomeBack(state);
  recordRegions(state, record, year);
  record[yearCell(layout, 'inTraining', year)] = training;
  record[yearCell(layout, 'costGbp', year)] = costOfYear(state, request, year);
  assertPosts(state);
  assertStocks(state);
};

/** A share of those who left comes back to the gap pool, without a region; homes and ties as among new doctors. */
const welcomeBack = (state: RunState): void => {
  const { compiled, gap } = state;
  const { places, rows } = compiled.grid;
  const back = state.left * compiled.input.rates.returning.value;
  state.left -= back;
  for (let row = 0; row < rows; row += 1) {
    const cell = row * places + places - 1;
    gap[2][cell] = (gap[2][cell] ?? 0) + back * (compiled.returnerMix[row] ?? 0);
  }
};

/**
 * Runs all years of one option under one draw and writes its record (`RecordLayout`). The same request gives the same bytes on
 * any worker, whatever ran before.
 * @throws PathwayInvariantError where people are lost or made, a count is below 0, or a post is filled twice.
 */
export const runPathway = (
  state: RunState,
  request: RunRequest,
  into: Float64Array,
  checks: 'every_year' | 'at_the_end' = 'at_the_end',
): void => {
  const record = state.kernel ? state.record : into;
  record.fill(0);
  resetRun(state);
  const { parameters } = request.draw;
  state.isSameDraw = state.lastParameters === parameters;
  state.lastParameters = null;
  const hasLtft = request.option.ltft.length > 0;
  if (hasLtft) state.hasPlainLtft = false;
  if (!state.isSameDraw) {
    setDrawWeights(state.compiled, parameters, state.weights);
    state.drawnAttraction = state.attractionOf(parameters, nodeWeights(state.weights));
  }
  setDeprivation(state.compiled, parameters, state.hazards);
  const parts = partYears(state);
  state.openingPeople ??= populationOf(state);
  const opening = state.openingPeople;
  for (let year = 0; year < state.compiled.years; year += 1) {
    runYear(state, request, parts, year, record);
    // Every change is a flow that is counted, so what is lost in any year is missing at the end.
    const isLast = year === state.compiled.years - 1;
    if (isLast || checks === 'every_year') {
      assertConserved(opening + state.joined - state.departed, populationOf(state));
    }
  }
  state.lastParameters = parameters;
  state.hasPlainLtft = !hasLtft;
  if (state.kernel) into.set(record);
};
