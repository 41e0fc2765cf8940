import { backtestOrigin } from '@/lib/domain/backtest/backtest-origin';
import { fitModel } from '@/lib/domain/journey-models/fit-model';
import { protectRequested } from '@/lib/domain/journeys/protection/protect-journeys';
import { modelRound } from '@/lib/domain/pathway/recruitment-round';
import { countryBaseline } from '@/lib/domain/pathway-baseline/country-baseline';
import { runBreakEven } from '@/lib/domain/pathway-questions/run-break-even';
import { valueOfRun } from '@/lib/domain/pathway-questions/value-of-knowing';
import { runOptionRange, runRange, summariseRun } from '@/lib/domain/pathway-scenario/plan-run';
import { renderBriefingPdf } from '@/lib/print/render-briefing';
import { renderRunBriefingPdf } from '@/lib/print/render-run-briefing';
import { renderSchoolCardPdf } from '@/lib/print/render-school-card';
import { renderWorkbook } from '@/lib/print/workbook';
import { unpackRun } from './packed-run';
import {
  backtestTask,
  briefingPdfTask,
  journeyFitTask,
  pathwayBaselineTask,
  pathwayBreakEvenTask,
  pathwayDrawsTask,
  pathwayOptionTask,
  pathwaySummaryTask,
  pathwayValueTask,
  protectJourneysTask,
  roundTask,
  runBriefingPdfTask,
  schoolCardPdfTask,
  workbookTask,
} from './task-contracts';

type Run = (payload: unknown, progress: (value: unknown) => void) => unknown;

/** Draws go from thread to thread, megabytes of them: in memory that all of them read they aren't copied each time. */
const forAllThreads = (numbers: Float64Array): Float64Array => {
  const shared = new Float64Array(new SharedArrayBuffer(numbers.byteLength));
  shared.set(numbers);
  return shared;
};

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
  [backtestTask.name]: (payload) => backtestOrigin(backtestTask.payload.parse(payload)),
  [pathwayDrawsTask.name]: (payload) => {
    const { run, range } = pathwayDrawsTask.payload.parse(payload);
    const { from, to, baseline, option } = runRange(unpackRun(run), range);
    return { from, to, baseline: forAllThreads(baseline), option: forAllThreads(option) };
  },
  [pathwayOptionTask.name]: (payload) => {
    const { run, range } = pathwayOptionTask.payload.parse(payload);
    return forAllThreads(runOptionRange(unpackRun(run), range));
  },
  [pathwaySummaryTask.name]: (payload) => {
    const { run, chunks, detail } = pathwaySummaryTask.payload.parse(payload);
    return summariseRun(run, chunks, detail);
  },
  [pathwayBreakEvenTask.name]: (payload) => runBreakEven(pathwayBreakEvenTask.payload.parse(payload)),
  [pathwayValueTask.name]: (payload) => valueOfRun(pathwayValueTask.payload.parse(payload)),
  [protectJourneysTask.name]: (payload) => protectRequested(protectJourneysTask.payload.parse(payload)),
  [runBriefingPdfTask.name]: (payload) => renderRunBriefingPdf(runBriefingPdfTask.payload.parse(payload)),
  [schoolCardPdfTask.name]: (payload) => renderSchoolCardPdf(schoolCardPdfTask.payload.parse(payload)),
  [workbookTask.name]: (payload) => renderWorkbook(workbookTask.payload.parse(payload)),
};
