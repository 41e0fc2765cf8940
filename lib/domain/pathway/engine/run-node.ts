import type { ChoiceNode } from './choice-node';
import { type CompiledOption, changesIn, isActive } from './compiled-option';
import type { CompiledNode } from './compiled-pathway';
import { nodeWeights } from './draw-weights';
import type { PathwayNode } from './pathway-input';
import type { PathwayDraw } from './pathway-option';
import type { NodePair, RunState } from './run-state';
import { solveNode } from './solve-node';

/** What a run is of: one option under one draw. */
export interface RunRequest {
  readonly option: CompiledOption;
  readonly draw: PathwayDraw;
}

/** A post within this share of being filled is filled. */
const ROUNDING = 1e-9;

/** Free weights e^(V/λ) of the node's options, of one group where the node holds one. */
export const setAttraction = (node: ChoiceNode, compiled: CompiledNode, group: number, lambda: number): void => {
  const first = group * node.grid.regions;
  for (let option = 0; option < node.attraction.length; option += 1) {
    node.attraction[option] = Math.exp((compiled.utility[first + option] ?? Number.NEGATIVE_INFINITY) / lambda);
  }
  node.weightsChanged = true;
};

/** Writes e^(dU/λ) of the shifts that act this year; leaves the node alone in years like the last. */
export const setLift = (
  node: ChoiceNode,
  name: PathwayNode,
  group: number,
  request: RunRequest,
  year: number,
  lambda: number,
): void => {
  const { option, draw } = request;
  if (!changesIn(option.shifts, year)) return;
  const { regions } = node.grid;
  const options = node.attraction.length;
  node.lift.fill(1);
  node.weightsChanged = true;
  for (const span of option.shifts) {
    if (span.node !== name || !isActive(span, year)) continue;
    const factor = Math.exp((draw.shifts[span.value] ?? 0) / lambda);
    for (let index = span.firstGroup; index <= span.lastGroup; index += 1) {
      const local = index - group;
      if (local < 0 || local >= node.groups) continue;
      for (let tie = span.firstTie; tie <= span.lastTie; tie += 1) {
        const cell = tie * options + local * regions + span.region;
        node.lift[cell] = (node.lift[cell] ?? 1) * factor;
      }
    }
  }
};

/** Attraction and levers of both queues of a competition. */
export const preparePair = (
  state: RunState,
  pair: NodePair,
  name: PathwayNode,
  group: number,
  request: RunRequest,
  year: number,
): void => {
  const lambda = state.weights.nodes.dissimilarity;
  const compiled = state.compiled.nodes[name];
  for (const node of pair.others ? [pair.first, pair.others] : [pair.first]) {
    if (year === 0) setAttraction(node, compiled, group, lambda);
    setLift(node, name, group, request, year, lambda);
  }
};

/**
 * Adds applicants from outside the pathway: in one queue with the others, or, after the Act, those who aren't prioritised
 * behind. Returns the people who joined the pathway.
 */
export const solvePair = (state: RunState, pair: NodePair, externals: number, prioritised: number): number => {
  const { grid, input } = state.compiled;
  const { first, others } = pair;
  const tied = input.rates.tieShare.value;
  const queued = others ? externals * prioritised : externals;
  // A home elsewhere and no region: the last cell of a tie.
  const cell = grid.places * grid.places - 1;
  first.applicants[cell] = (first.applicants[cell] ?? 0) + queued * (1 - tied);
  first.applicants[2 * cell + 1] = (first.applicants[2 * cell + 1] ?? 0) + queued * tied;
  const weights = nodeWeights(state.weights);
  solveNode(first, weights);
  let placed = 0;
  for (const at of [cell, 2 * cell + 1]) {
    const all = first.applicants[at] ?? 0;
    const share = at === cell ? 1 - tied : tied;
    if (all > 0) placed += queued * share * (1 - (first.outside[at] ?? 0) / all);
  }
  if (!others) return placed;
  for (let option = 0; option < others.posts.length; option += 1) {
    const posts = first.posts[option] ?? 0;
    const rest = posts - (first.filled[option] ?? 0);
    others.posts[option] = rest > ROUNDING * posts ? rest : 0;
  }
  const behind = externals - queued;
  others.applicants[cell] = behind * (1 - tied);
  others.applicants[2 * cell + 1] = behind * tied;
  solveNode(others, weights);
  return placed + behind - (others.outside[cell] ?? 0) - (others.outside[2 * cell + 1] ?? 0);
};
