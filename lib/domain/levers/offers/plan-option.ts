import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import type { PathwayOption, UtilityShift } from '@/lib/domain/pathway/engine/pathway-option';
import type { Horizon, Offer } from './offer';
import { type LiveOffer, type Package, packageOf, yearSpans } from './offer-years';
import { planCareers } from './plan-careers';
import { planCosts } from './plan-costs';
import { planHazards } from './plan-hazards';
import { about, byTie, isAt, type Planned, type Recipe } from './planned';

export interface OptionPlan {
  readonly option: PathwayOption;
  readonly shiftRecipes: readonly Recipe[];
  readonly hazardRecipes: readonly Recipe[];
  readonly careerShiftRecipes: readonly Package[];
  readonly careerHazardRecipes: readonly Package[];
  /** Levers whose cost per place is neither published nor entered: the sum leaves them out, and has to say so. */
  readonly costUnknown: readonly string[];
  /** Levers set beyond what was studied. */
  readonly beyondStudied: readonly string[];
}

const planShifts = (live: readonly LiveOffer[], horizon: Horizon): Planned<UtilityShift>[] =>
  horizon.places.flatMap((place) => {
    const here = live.filter((one) => one.lever.entry.kind !== 'none' && isAt(one, place));
    const inYear = ({ offer }: LiveOffer, year: number) =>
      offer.fromYear <= year && year <= offer.toYear ? offer.coverage : 0;
    return yearSpans(here, horizon, inYear).flatMap(({ fromYear, toYear, reached: all }) =>
      byTie(all).map(({ tied, reached }) => ({
        planned: { ...place, fromYear, toYear, tied, ...about(reached) },
        recipe: { ...packageOf(reached), node: place.node, group: place.group },
      })),
    );
  });

/**
 * The option of a set of offers: where and when something moves, and from what its size is drawn. Levers at the same posts
 * in the same years form one package. Offers of nothing (no intensity or no posts) are left out, so that a plan of
 * them is the plan of none. Offers are checked before (`checkOffers`).
 */
export const planOption = (
  offers: readonly Offer[],
  levers: readonly PathwayLever[],
  horizon: Horizon,
  employerOnCost = 0,
): OptionPlan => {
  const live = offers.flatMap((offer) => {
    const lever = levers.find(({ id }) => id === offer.leverId);
    return lever && offer.intensity > 0 && offer.coverage > 0 ? [{ offer, lever }] : [];
  });
  const shifts = planShifts(live, horizon);
  const hazards = planHazards(live, horizon);
  const careers = planCareers(live, horizon);
  const { costUnknown, ...priced } = planCosts(live, horizon, employerOnCost);
  return {
    option: {
      shifts: shifts.map(({ planned }) => planned),
      hazards: hazards.map(({ planned }) => planned),
      careerShifts: careers.shifts.map(({ planned }) => planned),
      careerHazards: careers.hazards.map(({ planned }) => planned),
      ...priced,
    },
    shiftRecipes: shifts.map(({ recipe }) => recipe),
    hazardRecipes: hazards.map(({ recipe }) => recipe),
    careerShiftRecipes: careers.shifts.map(({ recipe }) => recipe),
    careerHazardRecipes: careers.hazards.map(({ recipe }) => recipe),
    costUnknown,
    beyondStudied: live.flatMap(({ offer, lever }) =>
      lever.intensity.studiedUpTo !== null && offer.intensity > lever.intensity.studiedUpTo ? [lever.id] : [],
    ),
  };
};
