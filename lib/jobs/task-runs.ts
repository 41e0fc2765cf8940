import { fitModel } from '@/lib/domain/journey-models/fit-model';
import { protectRequested } from '@/lib/domain/journeys/protection/protect-journeys';
import { modelRound } from '@/lib/domain/pathway/recruitment-round';
import { countryBaseline } from '@/lib/domain/pathway-baseline/country-baseline';
import { runRange } from '@/lib/domain/pathway-scenario/plan-run';
import { renderBriefingPdf } from '@/lib/print/render-briefing';
import { renderSchoolCardPdf } from '@/lib/print/render-school-card';
import { renderWorkbook } from '@/lib/print/workbook';
import {
  briefingPdfTask,
  journeyFitTask,
  pathwayBaselineTask,
  pathwayDrawsTask,
  protectJourneysTask,
  roundTask,
  schoolCardPdfTask,
  workbookTask,
} from './task-contracts';

type Run = (payload: unknown, progress: (value: unknown) => void) => unknown;

/** What each task does, by name. */
export const TASK_RUNS: Readonly<Record<string, Run>> = {
  [roundTask.name]: (payload, progress) =>
    modelRound({
      ...roundTask.payload.parse(payload),
      onBlock: (result) => progress({ kind: 'modelled', result }),
    }),
  [briefingPdfTask.name]: (payload) => renderBriefingPdf(briefingPdfTask.payload.parse(payload)),
  [journeyFitTask.name]: (payload) => fitModel(journeyFitTask.payload.parse(payload)),
  [pathwayBaselineTask.name]: (payload) => countryBaseline(pathwayBaselineTask.payload.parse(payload)),
  [pathwayDrawsTask.name]: (payload) => {
    const { run, range } = pathwayDrawsTask.payload.parse(payload);
    return runRange(run, range);
  },
  [protectJourneysTask.name]: (payload) => protectRequested(protectJourneysTask.payload.parse(payload)),
  [schoolCardPdfTask.name]: (payload) => renderSchoolCardPdf(schoolCardPdfTask.payload.parse(payload)),
  [workbookTask.name]: (payload) => renderWorkbook(workbookTask.payload.parse(payload)),
};
