import { type CoverageSegment, coverageSegments } from '@/lib/domain/levers/coverage';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import type { PathwayNode } from '@/lib/domain/pathway/engine/pathway-input';
import type { Horizon, Offer, ProgrammeLength } from './offer';

/** A lever as set, with its entry in the catalogue. */
export interface LiveOffer {
  readonly offer: Offer;
  readonly lever: PathwayLever;
}

export const FOUNDATION_YEARS = 2;

/** Nominal years of the stage that somebody enters: core training, or what ends in CCT. */
export const stageYears = (
  node: Exclude<PathwayNode, 'foundation'>,
  { coreYears, finalYears }: ProgrammeLength,
): number => (node === 'specialty_entry' ? (coreYears ?? finalYears) : finalYears);

/** Years that each who accepts is paid for; of a payment made once those of the lever, whatever an offer says. */
export const yearsPaidOf = ({ offer, lever }: LiveOffer): number =>
  lever.cost.isPaidOnce ? lever.cost.yearsPaid : offer.yearsPaid;

/** Money acts on the staying of a doctor for at most these years: in a 12-year follow-up earnings faded and the rest endured. */
const YEARS_MONEY_HOLDS = 5;

/** Years for which money holds somebody in a programme: while it is paid at the stages that it is offered at, and five at most. */
export const yearsMoneyHolds = (live: LiveOffer, programme: ProgrammeLength): number => {
  const paid = Math.min(yearsPaidOf(live), YEARS_MONEY_HOLDS);
  if (live.lever.cost.isPaidOnce || programme.coreYears === null) return paid;
  const stages = live.offer.nodes.map((node) => (node === 'foundation' ? 0 : stageYears(node, programme)));
  return Math.min(
    paid,
    stages.reduce((sum, years) => sum + years, 0),
  );
};

/** An offer with the share of people it reaches in some years, 0 to 1. */
export interface Reached extends LiveOffer {
  readonly share: number;
}

/** Offers that reach people together, and the parts of the people by which of them they have. */
export interface Package {
  readonly reached: readonly Reached[];
  readonly segments: readonly CoverageSegment[];
}

export const packageOf = (reached: readonly Reached[]): Package => ({
  reached,
  segments: coverageSegments(reached.map(({ share }) => share)),
});

export interface YearSpan {
  readonly fromYear: number;
  readonly toYear: number;
  readonly reached: readonly Reached[];
}

/** Years a doctor of an intake is reached for, out of the years of the programme. */
export interface Cohorts {
  readonly years: number;
  readonly reachedFor: number;
}

/** Where an offer enters a programme: the earlier of its nodes. */
export const nodeOf = ({ offer }: LiveOffer): PathwayNode =>
  offer.nodes.includes('specialty_entry') ? 'specialty_entry' : 'higher_entry';

export const programmeYears = ({ coreYears, finalYears }: ProgrammeLength): number => (coreYears ?? 0) + finalYears;

/** Intakes of a programme that an offer has reached by a year, as a share of all years of the programme. */
export const shareReached = ({ offer, lever }: LiveOffer, { years, reachedFor }: Cohorts, year: number): number => {
  if (lever.reach === 'everyone') return offer.fromYear <= year && year <= offer.toYear ? offer.coverage : 0;
  const first = Math.max(offer.fromYear, year - reachedFor + 1);
  const intakes = Math.max(0, Math.min(offer.toYear, year) - first + 1);
  return intakes >= years ? offer.coverage : (offer.coverage * intakes) / years;
};

/** Consecutive years in which the same offers reach the same shares; years without any are left out. */
export const yearSpans = (
  offers: readonly LiveOffer[],
  { startYear, years }: Horizon,
  shareIn: (offer: LiveOffer, year: number) => number,
): YearSpan[] => {
  if (offers.length === 0) return [];
  const spans: { fromYear: number; toYear: number; reached: Reached[]; key: string }[] = [];
  for (let year = startYear; year < startYear + years; year += 1) {
    const reached = offers.flatMap((live) => {
      const share = shareIn(live, year);
      return share > 0 ? [{ ...live, share }] : [];
    });
    const key = JSON.stringify(
      reached.map(({ offer, share }) => [offers.findIndex((one) => one.offer === offer), share]),
    );
    const last = spans.at(-1);
    if (last && last.key === key && last.toYear === year - 1) last.toYear = year;
    else if (reached.length > 0) spans.push({ fromYear: year, toYear: year, reached, key });
  }
  return spans.map(({ fromYear, toYear, reached }) => ({ fromYear, toYear, reached }));
};
