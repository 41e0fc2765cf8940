import { type EngineMemory, inKernel } from '@/lib/domain/pathway/engine/kernel/engine-memory';
import { classGrid } from './class-grid';
import { compileOption } from './compiled-option';
import { compilePathway } from './compiled-pathway';
import type { PathwayInput } from './pathway-input';
import { NO_OPTION, type PathwayDraw, type PathwayOption } from './pathway-option';
import { runPathway } from './run-pathway';
import { type RecordLayout, recordLayout } from './run-record';
import { runState } from './run-state';

/** Changes with anything that moves a number of the pathway. Stored with every run. */
export const PATHWAY_ENGINE_VERSION = 'pathway-1.4.0';

export interface PathwayRunner {
  readonly layout: RecordLayout;
  /** Each runs one draw into a record of `layout.length`. */
  readonly runBaseline: (draw: PathwayDraw, record: Float64Array) => void;
  readonly runOption: (draw: PathwayDraw, record: Float64Array) => void;
}

/** Where a run's figures lie, without making the memory that it runs in: the same for all options of an input. */
export const pathwayLayout = (input: PathwayInput): RecordLayout => {
  const { regions, rows } = classGrid(input.regions.length);
  return recordLayout({ regions, years: input.years, rows }, []);
};

/**
 * An input made ready once for any number of options, all run on the same memory. Baseline and option have common random
 * numbers: each draw's parameters serve both. Where consecutive draws share their parameters the baseline is the same to the
 * last bit and is run once. Input, options and draws have been checked. `build` decides where it runs: in the kernel, or with
 * `PLAIN_MEMORY` in the plain engine.
 * @throws PathwayInvariantError where an invariant of the engine breaks.
 */
export const pathwayEngine = (
  input: PathwayInput,
  build: <T>(make: (memory: EngineMemory) => T) => T = inKernel,
): ((option: PathwayOption) => PathwayRunner) => {
  const compiled = compilePathway(input);
  const state = build((memory) => runState(compiled, [], memory));
  const without = compileOption(compiled, NO_OPTION);
  const kept = new Float64Array(state.layout.length);
  let keptFor: string | null = null;
  const runBaseline = (draw: PathwayDraw, record: Float64Array): void => {
    const key = JSON.stringify(draw.parameters);
    if (key !== keptFor) {
      keptFor = null;
      runPathway(state, { option: without, draw }, kept);
      keptFor = key;
    }
    record.set(kept);
  };
  return (option) => {
    const withOption = compileOption(compiled, option);
    return {
      layout: state.layout,
      runBaseline,
      runOption: (draw, record) => runPathway(state, { option: withOption, draw }, record),
    };
  };
};

let last: { readonly key: string; readonly engine: (option: PathwayOption) => PathwayRunner } | null = null;

/**
 * The engine of the input that was run last, made anew for another one: a worker gets many ranges of the same country.
 * `key`: the hash of the input, which equals another's only where the inputs are equal.
 */
export const keptEngine = (input: PathwayInput, key: string): ((option: PathwayOption) => PathwayRunner) => {
  if (last?.key !== key) last = { key, engine: pathwayEngine(input) };
  return last.engine;
};

/** For one option. */
export const pathwayRunner = (
  input: PathwayInput,
  option: PathwayOption,
  build: <T>(make: (memory: EngineMemory) => T) => T = inKernel,
): PathwayRunner => pathwayEngine(input, build)(option);

/** Records of draws `from` to before `to`: baseline and option of each, in the order of the draws. */
export interface DrawChunk {
  readonly from: number;
  readonly to: number;
  readonly baseline: Float64Array;
  readonly option: Float64Array;
}

/**
 * Runs a range of draws. `kept`: records of the same draws' baselines from an earlier run of the same input (another option,
 * or another size of a lever): they are taken over and only the option is run, to the same last bit.
 * @throws RangeError where a draw doesn't exist or `kept` is of other draws.
 */
export const runDraws = (
  runner: PathwayRunner,
  draws: readonly PathwayDraw[],
  from = 0,
  to = draws.length,
  kept: Float64Array | null = null,
): DrawChunk => {
  const { length } = runner.layout;
  const size = (to - from) * length;
  if (kept && kept.length !== size) throw new RangeError(`${kept.length} numbers kept instead of ${size}`);
  const chunk = { from, to, baseline: kept ?? new Float64Array(size), option: new Float64Array(size) };
  for (let index = from; index < to; index += 1) {
    const draw = draws[index];
    if (!draw) throw new RangeError(`draw ${index} does not exist`);
    const at = (index - from) * length;
    if (!kept) runner.runBaseline(draw, chunk.baseline.subarray(at, at + length));
    runner.runOption(draw, chunk.option.subarray(at, at + length));
  }
  return chunk;
};
