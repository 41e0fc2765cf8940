import { CAREER_KINDS, type CareerKind } from '@/lib/domain/pathway/engine/pathway-input';
import type { CareerShift } from '@/lib/domain/pathway/engine/pathway-option';
import type { Horizon } from './offer';
import { type LiveOffer, type Package, packageOf, programmeYears, yearSpans } from './offer-years';

type Planned = { planned: CareerShift; recipe: Package };

/** A career in years: how fast doctors whose tie has ended become a share of all. An assumption. */
const CAREER_YEARS = 30;

/** Years of the shortest programme that leads there: the first who can arrive. */
const shortest = ({ programmes }: Horizon, kind: CareerKind): number =>
  Math.min(...programmes.filter(({ career }) => career === kind).map(programmeYears));

const careerOf = ({ lever }: LiveOffer) => (lever.career.kind === 'utility' ? lever.career : null);

/** Offers of a group count for the career its programme leads to. */
const leadsTo = ({ offer, lever }: LiveOffer, kind: CareerKind, { programmes }: Horizon): boolean =>
  lever.career.kind === 'utility' &&
  lever.career.careers.includes(kind) &&
  (offer.group === null || programmes.some(({ group, career }) => group === offer.group && career === kind));

const plan = (
  live: readonly LiveOffer[],
  horizon: Horizon,
  shareIn: (one: LiveOffer, year: number, training: number) => number,
): Planned[] => {
  const regions = [...new Set(live.map(({ offer }) => offer.regionCode))];
  return regions.flatMap((regionCode) =>
    CAREER_KINDS.flatMap((kind) => {
      const training = shortest(horizon, kind);
      const here = live.filter((one) => one.offer.regionCode === regionCode && leadsTo(one, kind, horizon));
      const inYear = (one: LiveOffer, year: number) => shareIn(one, year, training);
      return yearSpans(here, horizon, inYear).map(({ fromYear, toYear, reached }) => ({
        planned: {
          regionCode,
          kind,
          fromYear,
          toYear,
          leverIds: reached.map(({ lever }) => lever.id),
          intensity: Math.max(...reached.map(({ share }) => share)),
        },
        recipe: packageOf(reached),
      }));
    }),
  );
};

/**
 * What offers do at CCT and after. A lever on those who trained with it starts once the first of them complete; what follows
 * the end of a tie grows as they become a share of all doctors, over careers of 30 years.
 */
export const planCareers = (
  live: readonly LiveOffer[],
  horizon: Horizon,
): { readonly shifts: readonly Planned[]; readonly hazards: readonly Planned[] } => {
  const acting = live.filter((one) => careerOf(one) !== null);
  const tied = acting.filter((one) => careerOf(one)?.afterTie);
  return {
    shifts: plan(acting, horizon, (one, year, training) => {
      const wait = careerOf(one)?.afterTraining ? training : 0;
      return one.offer.fromYear + wait <= year && year <= one.offer.toYear + wait ? one.offer.coverage : 0;
    }),
    hazards: plan(tied, horizon, (one, year, training) => {
      const wait = training + (careerOf(one)?.afterTie?.tieYears ?? 0);
      const intakes = Math.min(year, one.offer.toYear + wait) - (one.offer.fromYear + wait) + 1;
      return one.offer.coverage * Math.min(1, Math.max(0, intakes) / CAREER_YEARS);
    }),
  };
};
