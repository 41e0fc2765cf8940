import { fitModel } from '@/lib/domain/journey-models/fit-model';
import { protectRequested } from '@/lib/domain/journeys/protection/protect-journeys';
import { modelRound } from '@/lib/domain/pathway/recruitment-round';
import {
  briefingPdfTask,
  journeyFitTask,
  protectJourneysTask,
  roundTask,
  schoolCardPdfTask,
  type TaskContract,
  workbookTask,
} from '@/lib/jobs/task-contracts';
import { renderBriefingPdf } from '@/lib/print/render-briefing';
import { renderSchoolCardPdf } from '@/lib/print/render-school-card';
import { renderWorkbook } from '@/lib/print/workbook';

const tasks: Readonly<Record<string, (payload: unknown) => unknown>> = {
  [roundTask.name]: (payload) => modelRound(roundTask.payload.parse(payload)),
  [briefingPdfTask.name]: (payload) => renderBriefingPdf(briefingPdfTask.payload.parse(payload)),
  [journeyFitTask.name]: (payload) => fitModel(journeyFitTask.payload.parse(payload)),
  [protectJourneysTask.name]: (payload) => protectRequested(protectJourneysTask.payload.parse(payload)),
  [schoolCardPdfTask.name]: (payload) => renderSchoolCardPdf(schoolCardPdfTask.payload.parse(payload)),
  [workbookTask.name]: (payload) => renderWorkbook(workbookTask.payload.parse(payload)),
};

/** The same tasks without a worker thread, for tests that ask who may start them. */
export async function runJob<Payload, Result>(
  contract: TaskContract<Payload, Result>,
  payload: Payload,
): Promise<Result> {
  return contract.result.parse(await tasks[contract.name]?.(payload));
}
