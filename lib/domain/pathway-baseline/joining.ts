import type { ExternalApplicants, PathwayInput, Sourced, StageRates } from '@/lib/domain/pathway/engine/pathway-input';
import { sum } from '@/lib/domain/statistics/sum';
import type { LoadedPathway } from './loaded-pathway';
import type { RoundTotals } from './node-posts';
import { allOf, finishersOf } from './training-stocks';

export interface Competition {
  readonly rates: StageRates;
  /** People who want a post, for each post. */
  readonly peoplePerPlace: Sourced;
  readonly prioritisedShare: Sourced;
}

/** Who wants a post and isn't on the pathway: other grades and other countries. */
export const externalsOf = (
  { rates, peoplePerPlace, prioritisedShare }: Competition,
  programmes: PathwayInput['programmes'],
  totals: readonly RoundTotals[],
  opening: PathwayInput['opening'],
): ExternalApplicants[] => {
  const wanted = (own: readonly RoundTotals[]) => peoplePerPlace.value * sum(own.map(({ posts }) => posts));
  const ages = [rates.applying.gap1, rates.applying.gap2, rates.applying.gap3];
  const own =
    sum(opening.foundation.filter(({ year }) => year === 2).map(({ people }) => people)) * rates.applying.f2.value +
    sum(opening.gap.map(({ age, people }) => people * (ages[age - 1]?.value ?? 0)));
  const entry = wanted(totals.filter(({ node }) => node === 'specialty_entry'));
  const higher = programmes.flatMap(({ group, coreYears }): ExternalApplicants[] => {
    if (coreYears === null) return [];
    const places = totals.filter((total) => total.node === 'higher_entry' && total.group === group);
    const waiting = sum(opening.higherPool.filter((pool) => pool.group === group).map(({ people }) => people));
    const isCore = (stock: PathwayInput['opening']['training'][number]) =>
      stock.group === group && stock.part === 'core';
    const completing = allOf(finishersOf(opening.training, { programmes, rates }, isCore));
    const people = Math.max(0, wanted(places) - waiting - completing);
    return [{ node: 'higher_entry', group, people, prioritisedShare }];
  });
  return [{ node: 'specialty_entry', group: null, people: Math.max(0, entry - own), prioritisedShare }, ...higher];
};

/** New doctors for each F1 post that is taken, so that somebody is left to choose otherwise. An assumption. */
const LEAVERS_PER_PLACE = 1.02;

/** Graduates of the loaded schools, and those from elsewhere without whom F1 posts would stay empty. */
export const leaversOf = (
  { leavers }: LoadedPathway,
  totals: readonly RoundTotals[],
  orElsewhere: (code: string | null) => string | null,
): { readonly leavers: PathwayInput['leavers']; readonly notes: readonly string[] } => {
  const own = leavers.map(({ schoolRegionCode, homeRegionCode, peoplePerYear }) => ({
    schoolRegionCode: orElsewhere(schoolRegionCode),
    homeRegionCode: orElsewhere(homeRegionCode),
    people: peoplePerYear,
  }));
  const taken = sum(totals.filter(({ node }) => node === 'foundation').map(({ accepts }) => accepts));
  const missing = LEAVERS_PER_PLACE * taken - sum(own.map(({ people }) => people));
  if (missing <= 0) return { leavers: own, notes: [] };
  return {
    leavers: [...own, { schoolRegionCode: null, homeRegionCode: null, people: missing }],
    notes: [
      `Graduates of the loaded schools are fewer than the F1 posts taken: ${Math.round(missing)} a year are added from elsewhere.`,
    ],
  };
};
