import type { ChoiceNode } from './choice-node';
import { type CompiledOption, changesIn, isActive, type ShiftSpan } from './compiled-option';
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

/**
 * Free weights e^(V/λ) of the node's options, of one group where the node holds one, times the posts of the year ÷ those of the
 * first: an option is as many alike as it has posts (McFadden 1978), so that twice the posts are what two such regions were.
 */
const setAttraction = (state: RunState, node: ChoiceNode, name: PathwayNode, group: number, year: number): void => {
  const { utility, size } = state.compiled.nodes[name];
  const drawn = state.drawnAttraction?.[name];
  const lambda = state.weights.nodes.dissimilarity;
  const first = group * node.grid.regions;
  const ofYear = year * utility.length + first;
  for (let option = 0; option < node.attraction.length; option += 1) {
    const central = (utility[first + option] ?? Number.NEGATIVE_INFINITY) / lambda;
    node.attraction[option] = Math.exp(drawn?.[first + option] ?? central) * (size?.[ofYear + option] ?? 1);
  }
  node.weightsChanged = true;
};

/** Attractions are those of the last year, or of the last run of this draw. */
const isAttractionKept = (
  { compiled, isSameDraw }: RunState,
  node: ChoiceNode,
  name: PathwayNode,
  group: number,
  year: number,
) => {
  const { size, utility } = compiled.nodes[name];
  if (!size) return year > 0 || isSameDraw;
  if (year === 0) return false;
  const at = year * utility.length + group * node.grid.regions;
  return node.attraction.every((_, option) => size[at + option] === size[at + option - utility.length]);
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
  const isOfNode = (span: ShiftSpan): boolean =>
    span.node === name && span.lastGroup >= group && span.firstGroup < group + node.groups;
  const isLifted = option.shifts.some((span) => isOfNode(span) && isActive(span, year));
  const isAsBefore = year === 0 || !option.shifts.some((span) => isOfNode(span) && changesIn([span], year));
  if (isAsBefore && !(year === 0 && (isLifted || node.isLifted))) return;
  const { regions } = node.grid;
  const options = node.attraction.length;
  node.lift.fill(1);
  node.isLifted = isLifted;
  node.weightsChanged = true;
  for (const span of option.shifts) {
    if (!isOfNode(span) || !isActive(span, year)) continue;
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
  const { first, others } = pair;
  if (!isAttractionKept(state, first, name, group, year)) {
    setAttraction(state, first, name, group, year);
    if (others) {
      others.attraction.set(first.attraction);
      others.weightsChanged = true;
    }
  }
  setLift(first, name, group, request, year, lambda);
  if (others) setLift(others, name, group, request, year, lambda);
};

/** Posts that the first queue left over. */
const leaveRest = (first: ChoiceNode, others: ChoiceNode): void => {
  if (first.kernel) {
    first.kernel.restPosts(first.at, others.at, ROUNDING);
    return;
  }
  for (let option = 0; option < others.posts.length; option += 1) {
    const posts = first.posts[option] ?? 0;
    const rest = posts - (first.filled[option] ?? 0);
    others.posts[option] = rest > ROUNDING * posts ? rest : 0;
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
  leaveRest(first, others);
  const behind = externals - queued;
  others.applicants[cell] = behind * (1 - tied);
  others.applicants[2 * cell + 1] = behind * tied;
  solveNode(others, weights);
  return placed + behind - (others.outside[cell] ?? 0) - (others.outside[2 * cell + 1] ?? 0);
};
