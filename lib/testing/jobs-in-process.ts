import type { TaskContract } from '@/lib/jobs/task-contracts';
import { TASK_RUNS } from '@/lib/jobs/task-runs';

/** The same tasks without a worker thread, for tests that ask who may start them. */
export async function runJob<Payload, Result>(
  contract: TaskContract<Payload, Result>,
  payload: Payload,
): Promise<Result> {
  return contract.result.parse(await TASK_RUNS[contract.name]?.(payload, () => {}));
}
