import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { rateNotes } from '@/lib/domain/pathway-rates/rate-notes';
import { hasNoCeiling, PLACES_NOT_LIMITED } from './place-limit';
import type { RunPlan } from './plan-run';

const nameOf = (leverId: string): string => PATHWAY_LEVERS.find(({ id }) => id === leverId)?.name ?? leverId;

/** What a run rests on beside what its country does. */
export const runNotes = (countryNotes: readonly string[], { plan, scenario, input }: RunPlan): string[] => [
  ...(hasNoCeiling(scenario) ? [PLACES_NOT_LIMITED] : []),
  ...countryNotes,
  ...rateNotes(input),
  ...[...new Set(plan.costUnknown)].map(
    (id) => `${nameOf(id)}: its cost is not published and not entered, so it is in no sum.`,
  ),
  ...[...new Set(plan.beyondStudied)].map((id) => `${nameOf(id)}: set beyond what was studied.`),
  ...scenario.offers.flatMap(({ leverId, strength }) =>
    strength ? [`${nameOf(leverId)}: set to a strength of your own, not that of the evidence.`] : [],
  ),
];
