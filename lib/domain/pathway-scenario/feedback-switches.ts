import { z } from 'zod';
import type { PathwayFeedbacks } from '@/lib/domain/pathway/engine/pathway-switches';

/** Ways in which a result may act on what comes after it, each with a year's delay. Assumptions, and off unless somebody turns them on. */
export const FeedbackSwitches = z.strictObject({
  workload: z.enum(['off', 'on']).default('off'),
  supervisors: z.enum(['off', 'on']).default('off'),
  nurses: z.enum(['off', 'on']).default('off'),
});
export type FeedbackSwitches = z.infer<typeof FeedbackSwitches>;

/**
 * A fifth of trainees at high risk of burnout (National Training Survey 2025), who leave 1.8 times as often. How far vacancy
 * raises that share has been measured by nobody: 2 points for each 10 points of vacancy is an assumption.
 */
const WORKLOAD = { prevalence: 0.2, hazardRatio: 1.8, burnoutPer10Points: 0.02 };

/** One trainee in the parts that end in CCT for each two FTE of consultants and GPs. An assumption: there is no such rule. */
const SUPERVISORS = { traineesPerFte: 0.5 };

/** Doctors retained per nurse retained (Moscelli and others 2025: 10 % more nurses, 1.6 % more doctors), for 10 % more nurses everywhere. */
const NURSES = { elasticity: 0.16, change: 0.1 };

export const feedbacksOf = (
  { workload, supervisors, nurses }: FeedbackSwitches,
  regions: readonly { readonly code: string }[],
): PathwayFeedbacks => ({
  vacancyBurnout: workload === 'on' ? WORKLOAD : null,
  supervisorCap: supervisors === 'on' ? SUPERVISORS : null,
  nurseRetention:
    nurses === 'on'
      ? {
          elasticity: NURSES.elasticity,
          changes: regions.map(({ code }) => ({ regionCode: code, change: NURSES.change })),
        }
      : null,
});
