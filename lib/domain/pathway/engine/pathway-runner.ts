import { classGrid } from './class-grid';
import { compileOption } from './compiled-option';
import { compilePathway } from './compiled-pathway';
import type { PathwayInput } from './pathway-input';
import { NO_OPTION, type PathwayDraw, type PathwayOption } from './pathway-option';
import { runPathway } from './run-pathway';
import { type RecordFocus, type RecordLayout, recordLayout } from './run-record';
import { runState } from './run-state';

/** Changes with anything that moves a number of the pathway. Stored with every run. */
export const PATHWAY_ENGINE_VERSION = 'pathway-1.0.0';

export interface PathwayRunner {
  readonly layout: RecordLayout;
  /** Runs baseline and option under one draw into two records of `layout.length`. */
  readonly run: (draw: PathwayDraw, baseline: Float64Array, option: Float64Array) => void;
}

/** Programmes whose posts the option touches by name: their fill is recorded on its own. */
const focusOf = (input: PathwayInput, option: PathwayOption): RecordFocus[] => {
  const keys = new Set<string>();
  return [...option.shifts, ...option.costs].flatMap(({ node, group }) => {
    const key = `${node} ${group}`;
    const index = input.programmes.findIndex((programme) => programme.group === group);
    if (group === null || keys.has(key)) return [];
    keys.add(key);
    return [{ node, group: index }];
  });
};

/** Where a run's figures will lie, without making the memory that it runs in. */
export const pathwayLayout = (input: PathwayInput, option: PathwayOption): RecordLayout => {
  const { regions, rows } = classGrid(input.regions.length);
  return recordLayout({ regions, years: input.years, rows }, focusOf(input, option));
};

/**
 * Baseline and option on common random numbers: each draw's parameters serve both. Where consecutive draws share their
 * parameters the baseline is the same to the last bit and is run once. Input, option and draws have been checked.
 * @throws PathwayInvariantError where an invariant of the engine breaks.
 */
export const pathwayRunner = (input: PathwayInput, option: PathwayOption): PathwayRunner => {
  const compiled = compilePathway(input);
  const state = runState(compiled, focusOf(input, option));
  const [without, withOption] = [compileOption(compiled, NO_OPTION), compileOption(compiled, option)];
  const kept = new Float64Array(state.layout.length);
  let keptFor: string | null = null;
  return {
    layout: state.layout,
    run: (draw, baseline, after) => {
      const key = JSON.stringify(draw.parameters);
      if (key !== keptFor) {
        runPathway(state, { option: without, draw }, kept);
        keptFor = key;
      }
      baseline.set(kept);
      runPathway(state, { option: withOption, draw }, after);
    },
  };
};

/** Records of draws `from` to before `to`: baseline and option of each, in the order of the draws. */
export interface DrawChunk {
  readonly from: number;
  readonly to: number;
  readonly baseline: Float64Array;
  readonly option: Float64Array;
}

export const runDraws = (
  runner: PathwayRunner,
  draws: readonly PathwayDraw[],
  from = 0,
  to = draws.length,
): DrawChunk => {
  const { length } = runner.layout;
  const chunk = {
    from,
    to,
    baseline: new Float64Array((to - from) * length),
    option: new Float64Array((to - from) * length),
  };
  for (let index = from; index < to; index += 1) {
    const draw = draws[index];
    if (!draw) throw new RangeError(`draw ${index} does not exist`);
    const at = (index - from) * length;
    runner.run(draw, chunk.baseline.subarray(at, at + length), chunk.option.subarray(at, at + length));
  }
  return chunk;
};
