import { z } from 'zod';
import { BACKTEST_VERDICTS } from '@/lib/domain/backtest/pass-marks';
import { SCORED_LEVELS } from '@/lib/domain/backtest/score-forecasts';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import { Band } from './scenario';

const Limits = z.strictObject({ lower: z.number(), upper: z.number() });
const level = z.enum(SCORED_LEVELS);
/** 0 to 1. */
const Share = z.number();

/** Errors of predictions of a level, so many years ahead (null: all), within one set of rules or across their change. */
const BacktestErrors = z.strictObject({
  level,
  horizon: z.number().int().nullable(),
  isAcross: z.boolean(),
  forecasts: z.number().int(),
  origins: z.number().int(),
  absoluteError: z.number(),
  percentageError: z.number().nullable(),
  fillErrorPoints: z.number(),
  rankedScore: z.number(),
  within80: Share,
  within90: Share,
  within95: Share,
  withinExpected80: Share,
  withinExpected95: Share,
  persistenceAbsoluteError: z.number(),
  persistencePercentageError: z.number().nullable(),
  persistenceRankedScore: z.number(),
  skill: z.number().nullable(),
});
export type BacktestErrors = z.infer<typeof BacktestErrors>;

/** One prediction against what happened: of the country, a specialty group, or a region that the reader manages. */
const BacktestForecast = z.strictObject({
  level,
  regionCode: z.string().nullable(),
  group: z.enum(SPECIALTY_GROUPS).nullable(),
  origin: z.number().int(),
  year: z.number().int(),
  isAcross: z.boolean(),
  posts: z.number(),
  accepts: z.number(),
  predicted: z.number(),
  expected80: Limits,
  expected95: Limits,
  counted80: Limits,
  counted90: Limits,
  counted95: Limits,
  rankedScore: z.number(),
  persistence: z.number(),
  persistenceRankedScore: z.number(),
});
export type BacktestForecast = z.infer<typeof BacktestForecast>;

const PassMark = z.strictObject({
  id: z.enum(['country_error', 'region_error', 'coverage', 'persistence']),
  value: z.number().nullable(),
  isMet: z.boolean().nullable(),
});

const Tested = z.strictObject({
  kind: z.literal('tested'),
  /** Code of the country. */
  root: z.string(),
  verdict: z.enum(BACKTEST_VERDICTS),
  engineVersion: z.string(),
  draws: z.number().int(),
  seed: z.number().int(),
  releaseIds: z.array(z.string()),
  origins: z.array(z.number().int()),
  marks: z.array(PassMark),
  errors: z.array(BacktestErrors),
  forecasts: z.array(BacktestForecast),
  notes: z.array(z.string()),
});

/** The model fitted to earlier years against later ones, or what has to be loaded for it. */
export const Backtest = z.discriminatedUnion('kind', [
  Tested,
  z.strictObject({ kind: z.literal('not_loaded'), root: z.string(), missing: z.array(z.string()) }),
]);
export type Backtest = z.infer<typeof Backtest>;
export type BacktestTested = z.infer<typeof Tested>;

/** A projected year of a stored run against what was loaded for it later. Specialty posts, head count. */
const ProjectionScore = z.strictObject({
  runId: z.string(),
  title: z.string(),
  regionCode: z.string(),
  madeAt: z.string(),
  startYear: z.number().int(),
  year: z.number().int(),
  baseline: Band,
  option: Band,
  assumedPosts: z.number(),
  offeredPosts: z.number(),
  accepts: z.number(),
  isWithin80: z.boolean(),
  isWithin95: z.boolean().nullable(),
  isAcross: z.boolean(),
});
export type ProjectionScore = z.infer<typeof ProjectionScore>;

/** Runs that the reader may see; empty where none of their projected years has been loaded since. */
export const ProjectionScorecard = z.strictObject({
  root: z.string(),
  /** The latest recruitment that is loaded; null where none is. */
  latestYear: z.number().int().nullable(),
  projections: z.array(ProjectionScore),
});
export type ProjectionScorecard = z.infer<typeof ProjectionScorecard>;
