import { z } from 'zod';
import { Indicator } from '@/lib/domain/indicators/indicator';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { AreaEntry, AreaSuccessor } from './area-entry';
import { Backtest, ProjectionScorecard } from './backtest';
import { BriefingDocument } from './briefing';
import { CountTableEntry, CountTableView } from './count-table';
import { Figure, Period, SourceRef } from './figure';
import { FindingsAnswer } from './findings';
import { JobRepresentationView } from './job-representation';
import { JourneyTableEntry, JourneyTableView } from './journeys';
import { PathwayRun } from './pathway-records';
import { PathwayResult } from './pathway-result';
import { PathwayStreamLine } from './pathway-stream';
import { QualityEntry } from './quality';
import { RunStreamLine } from './run-stream';
import { Band, RoundResult, RunReceipt, ScenarioInputs } from './scenario';
import { Run, Scenario, ScenarioSummary } from './scenario-records';
import { ColdSpotsAnswer, SchoolReach } from './school-reach';
import { TableFile } from './table-file';

/** RFC 9457: every refusal of the API. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  /** With 400: each field that can't be read. */
  errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
});

/** What the API answers, by the name that the document gives it. */
export const API_ANSWERS = {
  Problem,
  Area: AreaEntry,
  AreaSuccessor,
  Indicator,
  Period,
  SourceRef,
  Figure,
  QualityEntry,
  CountTableEntry,
  CountTableView,
  JourneyTableEntry,
  JourneyTableView,
  TableFile,
  Band,
  RoundResult,
  ScenarioInputs,
  RunReceipt,
  LeverCatalogue,
  ScenarioSummary,
  Scenario,
  Run,
  RunStreamLine,
  PathwayStreamLine,
  PathwayScenario,
  PathwayResult,
  BriefingDocument,
  AreasAnswer: z.strictObject({ areas: z.array(AreaEntry) }),
  IndicatorsAnswer: z.strictObject({ indicators: z.array(Indicator) }),
  FiguresAnswer: z.strictObject({ figures: z.array(Figure) }),
  QualityAnswer: z.strictObject({ flags: z.array(QualityEntry) }),
  CountTablesAnswer: z.strictObject({ tables: z.array(CountTableEntry) }),
  JourneyTablesAnswer: z.strictObject({ tables: z.array(JourneyTableEntry) }),
  ColdSpotsAnswer,
  SchoolReach,
  JobRepresentationView,
  FindingsAnswer,
  ScenariosAnswer: z.strictObject({ scenarios: z.array(ScenarioSummary) }),
  ScenarioAnswer: z.strictObject({ scenario: Scenario }),
  RunAnswer: z.strictObject({ run: Run }),
  PathwayRunAnswer: z.strictObject({ run: PathwayRun }),
  BacktestAnswer: z.strictObject({ backtest: Backtest }),
  ProjectionScorecardAnswer: z.strictObject({ scorecard: ProjectionScorecard }),
  BriefingAnswer: z.strictObject({ briefing: BriefingDocument }),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type AnswerName = keyof typeof API_ANSWERS;
