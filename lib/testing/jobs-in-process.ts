import { modelRound } from '@/lib/domain/pathway/recruitment-round';
import { briefingPdfTask, roundTask, type TaskContract } from '@/lib/jobs/task-contracts';
import { renderBriefingPdf } from '@/lib/print/render-briefing';

const tasks: Readonly<Record<string, (payload: unknown) => unknown>> = {
  [roundTask.name]: (payload) => modelRound(roundTask.payload.parse(payload)),
  [briefingPdfTask.name]: (payload) => renderBriefingPdf(briefingPdfTask.payload.parse(payload)),
};

/** The same tasks without a worker thread, for tests that ask who may start them. */
export async function runJob<Payload, Result>(
  contract: TaskContract<Payload, Result>,
  payload: Payload,
): Promise<Result> {
  return contract.result.parse(tasks[contract.name]?.(payload));
}
