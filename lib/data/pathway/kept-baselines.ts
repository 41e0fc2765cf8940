import 'server-only';
import type { DrawChunk } from '@/lib/domain/pathway/engine/pathway-runner';
import type { RunPlan } from '@/lib/domain/pathway-scenario/plan-run';
import type { DrawRange } from '@/lib/domain/uncertainty/draw-plan';
import { packRun } from '@/lib/jobs/packed-run';
import { type JobOptions, runJob } from '@/lib/jobs/runner';
import { pathwayDrawsTask, pathwayOptionTask } from '@/lib/jobs/task-contracts';

/** Draws that a thread makes at a time: few, so that nobody waits for the slower one. */
export const DRAWS_AT_A_TIME = 8;

/** Baselines of a country and seed: 23 MB for 1,000 draws of 13 regions over 15 years. */
const MOST_KEPT = 4;

declare global {
  // One per process: pages and routes are bundled apart. Newest last.
  var steadBaselines: Map<string, Map<string, Float64Array>> | undefined;
}

function baselinesOf(key: string): Map<string, Float64Array> {
  globalThis.steadBaselines ??= new Map();
  const kept = globalThis.steadBaselines;
  const found = kept.get(key) ?? new Map<string, Float64Array>();
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size > MOST_KEPT) kept.delete(oldest);
  }
  return found;
}

/**
 * A range of a run's draws. From one setting of a lever to the next only the option changes, so that the baseline of the same
 * country, seed and draws is run once and kept: half of the work, and the same numbers to the last bit.
 */
export async function runKept(
  run: RunPlan,
  range: DrawRange,
  options: Pick<JobOptions<unknown>, 'signal' | 'urgency'>,
): Promise<DrawChunk> {
  const baselines = baselinesOf(`${run.inputKey} ${run.scenario.seed}`);
  // Stored runs are made in larger ranges than those on a screen.
  const key = `${range.from}-${range.to}`;
  const baseline = baselines.get(key);
  const asked = { run: packRun(run), range };
  if (baseline) return { ...range, baseline, option: await runJob(pathwayOptionTask, asked, options) };
  const chunk = await runJob(pathwayDrawsTask, asked, options);
  baselines.set(key, chunk.baseline);
  return chunk;
}
