import { z } from 'zod';
import { BriefingDocument } from '@/lib/contracts/briefing';
import { RunBriefing } from '@/lib/contracts/run-briefing';
import { RoundResult, ScenarioInputs } from '@/lib/contracts/scenario';
import { SchoolCard } from '@/lib/contracts/school-card';
import { TableFile } from '@/lib/contracts/table-file';
import type { OriginScores } from '@/lib/domain/backtest/backtest-origin';
import type { OriginRequest } from '@/lib/domain/backtest/history';
import { FitRequest } from '@/lib/domain/journey-models/fit-request';
import { FitOutcome } from '@/lib/domain/journey-models/fitted-model';
import type { ProtectionRequest } from '@/lib/domain/journeys/protection/protect-journeys';
import type { ProtectedJourneys } from '@/lib/domain/journeys/protection/protected-journeys';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import type { DrawChunk } from '@/lib/domain/pathway/engine/pathway-runner';
import type { PathwaySummary } from '@/lib/domain/pathway/outputs/pathway-summary';
import type { BaselineSetting, CountryBaseline } from '@/lib/domain/pathway-baseline/country-baseline';
import type { RunBreakEven } from '@/lib/domain/pathway-questions/run-break-even';
import type { ValueOfKnowing, ValueRequest } from '@/lib/domain/pathway-questions/value-of-knowing';
import type { RunPlan } from '@/lib/domain/pathway-scenario/plan-run';
import type { DrawRange } from '@/lib/domain/uncertainty/draw-plan';
import type { PackedRun } from './packed-run';

/** A kind of long work: what goes in and what comes out, both checked at the thread's edge. */
export type TaskContract<Payload, Result> = {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly result: z.ZodType<Result>;
};

const task = <Payload, Result>(
  name: string,
  payload: z.ZodType<Payload>,
  result: z.ZodType<Result>,
): TaskContract<Payload, Result> => ({ name, payload, result });

export const RoundRequest = z.strictObject({
  inputs: ScenarioInputs,
  catalogue: LeverCatalogue,
  seed: z.number().int(),
});
export type RoundRequest = z.infer<typeof RoundRequest>;

/** A round that can't be modelled is an answer, not a failure. */
export const RoundOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('modelled'), result: RoundResult }),
  z.strictObject({ kind: z.literal('refused'), code: z.string(), message: z.string() }),
]);
export type RoundOutcome = z.infer<typeof RoundOutcome>;

export const roundTask = task('scenario-round', RoundRequest, RoundOutcome);
export const briefingPdfTask = task('briefing-pdf', BriefingDocument, z.instanceof(Uint8Array));
export const schoolCardPdfTask = task('school-card-pdf', SchoolCard, z.instanceof(Uint8Array));
export const runBriefingPdfTask = task('run-briefing-pdf', RunBriefing, z.instanceof(Uint8Array));
export const workbookTask = task('workbook', TableFile, z.instanceof(Uint8Array));
export const journeyFitTask = task('journey-fit', FitRequest, FitOutcome);

/** Made and read by ourselves, and long: looking at each number would take longer than the work. */
const own = <Value>(key: string) =>
  z.custom<Value>((value) => value !== null && typeof value === 'object' && key in value);

export const protectJourneysTask = task(
  'protect-journeys',
  own<ProtectionRequest>('store'),
  own<ProtectedJourneys>('cubes'),
);

/** The pathway of a country, calibrated: seconds of work, the same for all who ask. */
export const pathwayBaselineTask = task(
  'pathway-baseline',
  own<BaselineSetting>('loaded'),
  own<CountryBaseline>('kind'),
);

/** Predictions from one start year against the years that came later. */
export const backtestTask = task('backtest-origin', own<OriginRequest>('origin'), own<OriginScores>('origin'));

type RangeRequest = { readonly run: PackedRun; readonly range: DrawRange };

/** A range of a run's draws. */
export const pathwayDrawsTask = task('pathway-draws', own<RangeRequest>('range'), own<DrawChunk>('baseline'));

/** The same range without its baseline, which whoever asks has kept. */
export const pathwayOptionTask = task('pathway-option', own<RangeRequest>('range'), z.instanceof(Float64Array));

/** How large the effects of a run would have to be. */
export const pathwayBreakEvenTask = task('pathway-break-even', own<RunPlan>('plan'), own<RunBreakEven>('levers'));
/** What each uncertain number of a run is worth knowing. */
export const pathwayValueTask = task('pathway-value', own<ValueRequest>('extraPosts'), own<ValueOfKnowing>('numbers'));
/** Bands over the draws of all ranges: too long for a thread that answers requests. */
export const pathwaySummaryTask = task(
  'pathway-summary',
  own<{ readonly run: RunPlan; readonly chunks: readonly DrawChunk[]; readonly detail: 'whole' | 'screen' }>('chunks'),
  own<PathwaySummary>('draws'),
);
