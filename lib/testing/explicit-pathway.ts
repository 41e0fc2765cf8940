import type { ChoiceNode } from '@/lib/domain/pathway/engine/choice-node';
import { compileOption } from '@/lib/domain/pathway/engine/compiled-option';
import { type CompiledPathway, compilePathway } from '@/lib/domain/pathway/engine/compiled-pathway';
import { setDrawWeights } from '@/lib/domain/pathway/engine/draw-weights';
import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import { NO_OPTION } from '@/lib/domain/pathway/engine/pathway-option';
import type { ProgrammePart } from '@/lib/domain/pathway/engine/programme-parts';
import { resetRun } from '@/lib/domain/pathway/engine/reset-run';
import { preparePair, solvePair } from '@/lib/domain/pathway/engine/run-node';
import { type NodePair, type RunState, runState } from '@/lib/domain/pathway/engine/run-state';

const YEARS = 6;

/** People by consecutive years in their region (0 to 5 or more), each a class array, with the sum of years since entry. */
interface Bucket {
  readonly people: Float64Array;
  readonly since: Float64Array;
}

interface Cohort {
  readonly part: number;
  readonly length: number;
  readonly ltft: boolean;
  done: number;
  readonly buckets: readonly Bucket[];
}

/**
 * The pathway without moments, for small cases: every trainee is in a cell of part, year, length, home, tie, region *and*
 * years in the region, moved on year by year. Choice at each node is the engine's own. Slow, no levers, no feedbacks.
 */
export const explicitPathway = (input: PathwayInput) => {
  const compiled = compilePathway(input);
  const state = runState(compiled);
  resetRun(state);
  setDrawWeights(compiled, {}, state.weights);
  const { cells, regions, places } = compiled.grid;
  const bucket = (): Bucket => ({ people: new Float64Array(cells), since: new Float64Array(cells) });
  const buckets = (): Bucket[] => Array.from({ length: YEARS }, bucket);
  const placeOf = (cell: number): number => cell % places;
  const tieOf = (cell: number): number => (cell < cells / 2 ? 0 : 1);
  const option = compileOption(compiled, NO_OPTION);
  const draw = { parameters: {}, shifts: [], hazardRatios: [], careerShifts: [], careerHazardRatios: [] };
  const cohorts: Cohort[] = [];
  const pools = input.programmes.map(buckets);

  const enter = (part: number, entrants: readonly Bucket[], done = 0): void => {
    const of = compiled.parts[part];
    if (!of) return;
    const kinds = [true, false].flatMap((ltft) =>
      of.lengths.flatMap((length) => {
        const share = (ltft ? of.ltftShare : 1 - of.ltftShare) * ((ltft ? of.ltft : of.fullTime).exactly[length] ?? 0);
        return share > 0 && length >= Math.max(done, 1) ? [{ ltft, length, share }] : [];
      }),
    );
    const whole = kinds.reduce((sum, { share }) => sum + share, 0);
    for (const { ltft, length, share } of kinds) {
      const scaled = entrants.map(({ people, since }) => ({
        people: people.map((heads) => (heads * share) / whole),
        since: since.map((years) => (years * share) / whole),
      }));
      cohorts.push({ part, length, ltft, done, buckets: scaled });
    }
  };

  /** Takes everybody who finishes out of the cohorts, a bucket by years in the region then. */
  const finish = (isMatch: (part: ProgrammePart) => boolean): Bucket[] => {
    const out = buckets();
    for (const cohort of cohorts) {
      const part = compiled.parts[cohort.part];
      if (!part || !isMatch(part) || cohort.done !== cohort.length) continue;
      cohort.buckets.forEach(({ people, since }, years) => {
        const into = out[Math.min(YEARS - 1, years + cohort.length)];
        for (let cell = 0; cell < cells && into; cell += 1) {
          const heads = people[cell] ?? 0;
          into.people[cell] = (into.people[cell] ?? 0) + heads;
          into.since[cell] = (into.since[cell] ?? 0) + (since[cell] ?? 0) + heads * cohort.length;
        }
        people.fill(0);
        since.fill(0);
      });
    }
    return out;
  };

  /** People placed in a group who stayed, by class, and all who were placed there. */
  const placedIn = (node: ChoiceNode, group: number) => {
    const { nearness, staying } = state.weights.nodes;
    const [all, stayers] = [new Float64Array(cells), new Float64Array(cells)];
    for (let cell = 0; cell < cells; cell += 1) {
      const region = placeOf(cell);
      if (region >= regions) continue;
      const [tie, row, first] = [tieOf(cell), Math.floor(cell / places), group * regions];
      const lift = node.lift[tie * node.groups * regions + first + region] ?? 1;
      const weight = (node.rationed[first + region] ?? 0) * lift * (nearness[row * regions + region] ?? 0);
      const here = node.placed[cell] ?? 0;
      all[cell] = weight * ((node.placedOfRow[row] ?? 0) + (staying[tie] ?? 0) * here);
      stayers[cell] = weight * (1 + (staying[tie] ?? 0)) * here;
    }
    return { all, stayers };
  };

  const placedBoth = (pair: NodePair, group: number) => {
    const first = placedIn(pair.first, group);
    if (!pair.others) return first;
    const others = placedIn(pair.others, group);
    return { all: first.all.map((n, i) => n + (others.all[i] ?? 0)), stayers: first.stayers };
  };

  return { compiled, state, option, draw, cohorts, pools, buckets, enter, finish, placedBoth, placeOf, tieOf };
};

export type ExplicitPathway = ReturnType<typeof explicitPathway>;
export type { Bucket };

/** Prepares and solves a competition as the engine does. */
export const compete = (
  { state, option, draw }: ExplicitPathway,
  pair: NodePair,
  at: { node: 'foundation' | 'specialty_entry' | 'higher_entry'; group: number; year: number },
  externals: readonly [number, number],
): void => {
  preparePair(state, pair, at.node, at.group, { option, draw }, at.year);
  solvePair(state, pair, externals[0], externals[1]);
};

export const postsOf = (compiled: CompiledPathway, state: RunState, year: number): void => {
  const { regions } = compiled.grid;
  const set = (pair: NodePair, name: 'foundation' | 'specialty_entry' | 'higher_entry', group: number): void => {
    const { posts, groups } = compiled.nodes[name];
    const from = (year * groups + group) * regions;
    pair.first.posts.set(posts.subarray(from, from + pair.first.posts.length));
  };
  set(state.foundation, 'foundation', 0);
  set(state.entry, 'specialty_entry', 0);
  state.higher.forEach((pair, group) => {
    if (pair) set(pair, 'higher_entry', group);
  });
};
