import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { Offer } from '@/lib/domain/levers/offers/offer';
import { DRAW_STAGES } from '@/lib/domain/uncertainty/draw-plan';
import { FeedbackSwitches } from './feedback-switches';

/** Ways to weigh residents by need. */
export const NEED_WEIGHTINGS = ['deprivation_20', 'need_index', 'deprived', 'population'] as const;

/** Structural assumptions: each may be set the other way, and is shown with the result. */
const Switches = z.strictObject({
  choice: z.enum(['plain', 'nested']).default('nested'),
  regime: z.enum(['before_act', 'after_act']).default('after_act'),
  stayConstant: z.enum(['causal', 'sorting']).default('causal'),
  ceiling: z.enum(['on', 'off']).default('on'),
  preferences: z.enum(['unchanged', 'shifted']).default('unchanged'),
  ...FeedbackSwitches.shape,
});

/** What a run of the pathway is asked: everything that decides its numbers besides what is loaded and the engine. */
export const PathwayScenario = z.strictObject({
  country: Root,
  /** Years run, from the year of the latest recruitment that is loaded. */
  years: z.number().int().min(1).max(30).default(15),
  offers: z.array(Offer).max(60),
  switches: Switches.default(Switches.parse({})),
  /** Probability that an uncertain lever has no effect. */
  noEffectProbability: z.number().min(0).max(1).default(0.5),
  needWeighting: z.enum(NEED_WEIGHTINGS).default('deprivation_20'),
  /** Employer’s costs on top of payments to doctors, as a share of them. Missing: not counted. */
  employerOnCost: z.number().positive().max(0.5).optional(),
  draws: z.union(DRAW_STAGES.map((stage) => z.literal(stage))).default(256),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
});
export type PathwayScenario = z.infer<typeof PathwayScenario>;
