import type { HazardChange } from '@/lib/domain/pathway/engine/pathway-option';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import type { Horizon } from './offer';
import {
  FOUNDATION_YEARS,
  type LiveOffer,
  nodeOf,
  packageOf,
  programmeYears,
  shareReached,
  yearSpans,
  yearsMoneyHolds,
  yearsPaidOf,
} from './offer-years';
import { about, byTie, isAt, type Planned } from './planned';

/** Leaving in F1 and F2 where something is offered at F1. */
const planFoundationHazards = (live: readonly LiveOffer[], horizon: Horizon): Planned<HazardChange>[] =>
  horizon.places
    .filter(({ node }) => node === 'foundation')
    .flatMap((place) => {
      const { regionCode } = place;
      const here = live.filter((one) => one.lever.leaving.kind !== 'none' && isAt(one, place));
      const shareIn = (one: LiveOffer, year: number) => {
        const paid = one.lever.entry.kind === 'pay' ? yearsPaidOf(one) : FOUNDATION_YEARS;
        return shareReached(one, { years: FOUNDATION_YEARS, reachedFor: Math.min(FOUNDATION_YEARS, paid) }, year);
      };
      return yearSpans(here, horizon, shareIn).flatMap(({ fromYear, toYear, reached: all }) =>
        byTie(all).map(({ tied, reached }) => ({
          planned: { regionCode, group: 'foundation' as const, fromYear, toYear, tied, ...about(reached) },
          recipe: { ...packageOf(reached), node: 'foundation' as const, group: null },
        })),
      );
    });

const planProgrammeHazards = (live: readonly LiveOffer[], horizon: Horizon): Planned<HazardChange>[] => {
  const offered = new Set(live.map(({ offer }) => offer.regionCode));
  const regions = [...new Set(horizon.places.map(({ regionCode }) => regionCode))].filter((code) => offered.has(code));
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

/** Who leaves less or more: in every programme and in F1 and F2, where a lever acts on leaving. */
export const planHazards = (live: readonly LiveOffer[], horizon: Horizon): Planned<HazardChange>[] => [
  ...planProgrammeHazards(live, horizon),
  ...planFoundationHazards(live, horizon),
];
