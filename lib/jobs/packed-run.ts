import type { RunPlan } from '@/lib/domain/pathway-scenario/plan-run';
import { type Packed, pack, unpack } from './packed';

type Asked = Omit<RunPlan, 'input'>;

/** A run as threads get it: its input, which is most of it, stays the same from one setting of a lever to the next. */
export type PackedRun = { readonly input: Packed<RunPlan['input']>; readonly asked: Packed<Asked> };

const inputs = new WeakMap<RunPlan['input'], PackedRun['input']>();
const runs = new WeakMap<RunPlan, PackedRun>();

function packedInput(of: RunPlan['input']): PackedRun['input'] {
  const packed = inputs.get(of) ?? pack(of);
  inputs.set(of, packed);
  return packed;
}

/** Packs a run once for all its ranges, and an input once for all its runs. */
export function packRun(run: RunPlan): PackedRun {
  const { input, ...asked } = run;
  const packed = runs.get(run) ?? { input: packedInput(input), asked: pack(asked) };
  runs.set(run, packed);
  return packed;
}

/** The run in a thread. Nobody writes to it. */
export const unpackRun = ({ input, asked }: PackedRun): RunPlan => ({ ...unpack(asked), input: unpack(input) });
