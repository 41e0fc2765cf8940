import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { hasOnCost } from '@/lib/domain/levers/offers/plan-costs';
import { rateNotes } from '@/lib/domain/pathway-rates/rate-notes';
import type { PathwayScenario } from './pathway-scenario';
import { hasNoCeiling, PLACES_NOT_LIMITED } from './place-limit';
import type { RunPlan } from './plan-run';

/** Of a run that counts employer’s costs: on what, and that their size is an assumption. */
const onCostNotes = ({ employerOnCost, offers }: PathwayScenario): string[] => {
  if (employerOnCost === undefined) return [];
  const paid = PATHWAY_LEVERS.filter((lever) => hasOnCost(lever) && offers.some(({ leverId }) => leverId === lever.id));
  const percent = Math.round(1000 * employerOnCost) / 10;
  return paid.length > 0
    ? [
        `Costs hold employer’s national insurance and administration of ${percent}% on top of payments to doctors (${paid.map(({ name }) => name).join(', ')}): an assumption.`,
      ]
    : [];
};

/** What a run rests on beside what its country does. */
export const runNotes = (countryNotes: readonly string[], { plan, scenario, input }: RunPlan): string[] => [
  ...(hasNoCeiling(scenario) ? [PLACES_NOT_LIMITED] : []),
  ...countryNotes,
  ...rateNotes(input),
  ...[...new Set(plan.costUnknown)].map(
    (id) => `${leverName(id)}: its cost is not published and not entered, so it is in no sum.`,
  ),
  ...onCostNotes(scenario),
  ...[...new Set(plan.beyondStudied)].map((id) => `${leverName(id)}: set beyond what was studied.`),
  ...scenario.offers.flatMap(({ leverId, strength }) =>
    strength ? [`${leverName(leverId)}: set to a strength of your own, not that of the evidence.`] : [],
  ),
];
