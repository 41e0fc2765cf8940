import { parentPort } from 'node:worker_threads';
import { fitModel } from '@/lib/domain/journey-models/fit-model';
import { protectRequested } from '@/lib/domain/journeys/protection/protect-journeys';
import { modelRound } from '@/lib/domain/pathway/recruitment-round';
import { renderBriefingPdf } from '@/lib/print/render-briefing';
import { renderSchoolCardPdf } from '@/lib/print/render-school-card';
import { renderWorkbook } from '@/lib/print/workbook';
import { type JobReply, JobRequest } from './protocol';
import {
  briefingPdfTask,
  journeyFitTask,
  protectJourneysTask,
  roundTask,
  schoolCardPdfTask,
  workbookTask,
} from './task-contracts';

type Run = (payload: unknown, progress: (value: unknown) => void) => unknown;

const runs: Readonly<Record<string, Run>> = {
  [roundTask.name]: (payload, progress) =>
    modelRound({
      ...roundTask.payload.parse(payload),
      onBlock: (result) => progress({ kind: 'modelled', result }),
    }),
  [briefingPdfTask.name]: (payload) => renderBriefingPdf(briefingPdfTask.payload.parse(payload)),
  [journeyFitTask.name]: (payload) => fitModel(journeyFitTask.payload.parse(payload)),
  [protectJourneysTask.name]: (payload) => protectRequested(protectJourneysTask.payload.parse(payload)),
  [schoolCardPdfTask.name]: (payload) => renderSchoolCardPdf(schoolCardPdfTask.payload.parse(payload)),
  [workbookTask.name]: (payload) => renderWorkbook(workbookTask.payload.parse(payload)),
};

const reply = (message: JobReply) => parentPort?.postMessage(message);

parentPort?.on('message', async (message: unknown) => {
  const { id, task, payload } = JobRequest.parse(message);
  try {
    const run = runs[task];
    if (!run) throw new Error(`Unknown task ${task}`);
    const value = await run(payload, (partial) => reply({ kind: 'progress', id, value: partial }));
    reply({ kind: 'done', id, value });
  } catch (error) {
    reply({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
});
