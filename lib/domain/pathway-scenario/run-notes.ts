import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import type { PathwayScenario } from './pathway-scenario';
import type { RunPlan } from './plan-run';

/** Said before anything else of a run whose places are not limited. */
export const PLACES_NOT_LIMITED =
  'Places are not limited in this run: it shows demand, not posts that exist, and is no result to act on.';

export const hasNoCeiling = ({ switches }: Pick<PathwayScenario, 'switches'>): boolean => switches.ceiling === 'off';

const nameOf = (leverId: string): string => PATHWAY_LEVERS.find(({ id }) => id === leverId)?.name ?? leverId;

/** What a run rests on beside what its country does. */
export const runNotes = (countryNotes: readonly string[], { plan, scenario }: RunPlan): string[] => [
  ...(hasNoCeiling(scenario) ? [PLACES_NOT_LIMITED] : []),
  ...countryNotes,
  ...[...new Set(plan.costUnknown)].map(
    (id) => `${nameOf(id)}: its cost is not published and not entered, so it is in no sum.`,
  ),
  ...[...new Set(plan.beyondStudied)].map((id) => `${nameOf(id)}: set beyond what was studied.`),
  ...scenario.offers.flatMap(({ leverId, strength }) =>
    strength ? [`${nameOf(leverId)}: set to a strength of your own, not that of the evidence.`] : [],
  ),
];
