import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import type { PathwayNode } from '@/lib/domain/pathway/engine/pathway-input';
import type { HazardChange, PathwayOption, UtilityShift } from '@/lib/domain/pathway/engine/pathway-option';
import { SPECIALTY_GROUPS, type SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { Horizon, Offer, Place } from './offer';
import {
  type LiveOffer,
  nodeOf,
  type Package,
  packageOf,
  programmeYears,
  type Reached,
  shareReached,
  yearSpans,
  yearsMoneyHolds,
} from './offer-years';
import { planCareers } from './plan-careers';
import { planCosts } from './plan-costs';

/** What a shift or hazard ratio is made from in each draw. */
export interface Recipe extends Package {
  /** Whose pay a payment is read against; null: of each offer’s own node. */
  readonly node: PathwayNode | null;
  readonly group: SpecialtyGroup | null;
}

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

const isAt = ({ offer, lever }: LiveOffer, { node, regionCode, group }: Place): boolean =>
  offer.regionCode === regionCode &&
  offer.nodes.includes(node) &&
  (group === null || offer.group === null || offer.group === group) &&
  (group === null || lever.groups === null || lever.groups.includes(group));

/** Doctors with a tie and others apart where a lever acts on the first alone. */
const byTie = (reached: readonly Reached[]): { tied: boolean | null; reached: readonly Reached[] }[] => {
  if (!reached.some(({ lever }) => lever.onlyTied)) return [{ tied: null, reached }];
  const others = reached.filter(({ lever }) => !lever.onlyTied);
  return [{ tied: true, reached }, ...(others.length > 0 ? [{ tied: false, reached: others }] : [])];
};

const about = (reached: readonly Reached[]) => ({
  leverIds: reached.map(({ lever }) => lever.id),
  intensity: Math.max(...reached.map(({ share }) => share)),
});

type Planned<T> = { planned: T; recipe: Recipe };

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

const planHazards = (live: readonly LiveOffer[], horizon: Horizon): Planned<HazardChange>[] => {
  const regions = [...new Set(horizon.places.map(({ regionCode }) => regionCode))];
  const pairs = regions.flatMap((regionCode) =>
    SPECIALTY_GROUPS.flatMap((group) => {
      const programme = horizon.programmes.find((one) => one.group === group);
      return programme ? [{ regionCode, group, programme }] : [];
    }),
  );
  return pairs.flatMap(({ regionCode, group, programme }) => {
    const here = live.filter(
      (one) =>
        one.lever.leaving.kind !== 'none' &&
        horizon.places.some((place) => place.group === group && place.regionCode === regionCode && isAt(one, place)),
    );
    const years = programmeYears(programme);
    const shareIn = (one: LiveOffer, year: number) => {
      const ahead = nodeOf(one) === 'specialty_entry' ? years : programme.finalYears;
      const paid = one.lever.entry.kind === 'pay' ? yearsMoneyHolds(one, programme) : ahead;
      return shareReached(one, { years, reachedFor: Math.min(ahead, paid) }, year);
    };
    return yearSpans(here, horizon, shareIn).flatMap(({ fromYear, toYear, reached: all }) =>
      byTie(all).map(({ tied, reached }) => ({
        planned: { regionCode, group, fromYear, toYear, tied, ...about(reached) },
        recipe: { ...packageOf(reached), node: null, group },
      })),
    );
  });
};

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
