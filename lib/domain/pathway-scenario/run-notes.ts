import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import { rateNotes } from '@/lib/domain/pathway-rates/rate-notes';
import { hasNoCeiling, PLACES_NOT_LIMITED } from './place-limit';
import type { RunPlan } from './plan-run';

/** What a run rests on beside what its country does. */
export const runNotes = (countryNotes: readonly string[], { plan, scenario, input }: RunPlan): string[] => [
  ...(hasNoCeiling(scenario) ? [PLACES_NOT_LIMITED] : []),
  ...countryNotes,
  ...rateNotes(input),
  ...[...new Set(plan.costUnknown)].map(
    (id) => `${leverName(id)}: its cost is not published and not entered, so it is in no sum.`,
  ),
  ...[...new Set(plan.beyondStudied)].map((id) => `${leverName(id)}: set beyond what was studied.`),
  ...scenario.offers.flatMap(({ leverId, strength }) =>
    strength ? [`${leverName(leverId)}: set to a strength of your own, not that of the evidence.`] : [],
  ),
];
