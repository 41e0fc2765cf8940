import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import type { LeverCost, LtftChange, PathwayOption, RunThrough } from '@/lib/domain/pathway/engine/pathway-option';
import type { Horizon, Offer, Place } from './offer';
import { FOUNDATION_YEARS, type LiveOffer, stageYears, yearsPaidOf } from './offer-years';

/**
 * Employer’s national insurance and administration on top of a payment, as a share of it: 15 to 20 %. An assumption,
 * the middle is suggested where a payment is costed.
 */
export const EMPLOYER_ON_COST = 0.175;
export const EMPLOYER_ON_COSTS = [0.15, EMPLOYER_ON_COST, 0.2] as const;

/** Whether employer’s costs come on top of what a lever gives: of payments to doctors, whatever price was entered for them. */
export const hasOnCost = ({ entry }: PathwayLever): boolean => entry.kind === 'pay';

/** £ per covered place per year before on-costs; null where nobody knows it. */
export const costPerPlacePerYearGbp = (lever: PathwayLever, offer: Offer): number | null => {
  if (offer.costPerPlacePerYearGbp !== null) return offer.costPerPlacePerYearGbp;
  const { perPlacePerYearGbp } = lever.cost;
  if (perPlacePerYearGbp !== 'follows') return perPlacePerYearGbp;
  return lever.entry.kind === 'pay' ? offer.intensity * lever.entry.perYear : null;
};

const isPaidAt = ({ offer, lever }: LiveOffer, { node, regionCode, group }: Place): boolean =>
  offer.regionCode === regionCode &&
  offer.nodes.includes(node) &&
  (group === null ||
    ((offer.group === null || offer.group === group) && (lever.groups === null || lever.groups.includes(group))));

/** Nobody is paid for a post that has ended; what is paid once has been paid by then. */
const yearsPaidAt = (live: LiveOffer, { node, group }: Place, { programmes }: Horizon): number => {
  const years = yearsPaidOf(live);
  if (live.lever.cost.isPaidOnce) return years;
  if (node === 'foundation') return Math.min(years, FOUNDATION_YEARS);
  const programme = programmes.find((one) => one.group === group);
  return programme ? Math.min(years, Math.ceil(stageYears(node, programme))) : years;
};

const costsOf = (live: LiveOffer, horizon: Horizon, employerOnCost: number): LeverCost[] => {
  const { offer, lever } = live;
  const perPlace = costPerPlacePerYearGbp(lever, offer) ?? 0;
  const onCost = hasOnCost(lever) ? 1 + employerOnCost : 1;
  return horizon.places
    .filter((place) => isPaidAt(live, place))
    .map((place, i) => ({
      node: place.node,
      regionCode: place.regionCode,
      group: place.group,
      fromYear: offer.fromYear,
      toYear: offer.toYear,
      leverIds: [lever.id],
      intensity: offer.coverage,
      coverage: offer.coverage,
      perEntrantPerYearGbp: perPlace * onCost,
      yearsPaid: yearsPaidAt(live, place, horizon),
      // A sum a year is paid once, not for every group.
      fixedPerYearGbp: i === 0 ? offer.fixedPerYearGbp : 0,
    }));
};

const groupsOf = ({ offer, lever }: LiveOffer, { programmes }: Horizon) =>
  programmes.filter(
    ({ group }) =>
      (offer.group === null || offer.group === group) && (lever.groups === null || lever.groups.includes(group)),
  );

/** Those who entered first complete core training once its years are over; before, nobody can run through. */
const runThroughOf = (live: LiveOffer, horizon: Horizon): RunThrough[] => {
  const { offer, lever } = live;
  if (lever.changes !== 'run_through') return [];
  const last = horizon.startYear + horizon.years - 1;
  return groupsOf(live, horizon).flatMap(({ group, coreYears }) => {
    const fromYear = offer.fromYear + (coreYears ?? 0);
    if (coreYears === null || fromYear > last) return [];
    const toYear = Math.min(last, offer.toYear + coreYears);
    return [{ regionCode: offer.regionCode, group, fromYear, toYear, leverIds: [lever.id] }];
  });
};

const ltftOf = (live: LiveOffer, horizon: Horizon): LtftChange[] => {
  const { offer, lever } = live;
  if (lever.changes !== 'ltft') return [];
  const { regionCode, fromYear, toYear, coverage, intensity: shareAdded } = offer;
  return groupsOf(live, horizon).map(({ group }) => ({
    regionCode,
    group,
    fromYear,
    toYear,
    leverIds: [lever.id],
    intensity: coverage,
    shareAdded,
  }));
};

type Priced = Pick<PathwayOption, 'costs' | 'runThrough' | 'ltft'> & { readonly costUnknown: readonly string[] };

/** What offers cost, and how they change the pathway itself. */
export const planCosts = (live: readonly LiveOffer[], horizon: Horizon, employerOnCost: number): Priced => ({
  costs: live.flatMap((one) => costsOf(one, horizon, employerOnCost)),
  runThrough: live.flatMap((one) => runThroughOf(one, horizon)),
  ltft: live.flatMap((one) => ltftOf(one, horizon)),
  costUnknown: live.flatMap(({ offer, lever }) =>
    costPerPlacePerYearGbp(lever, offer) === null && offer.fixedPerYearGbp === 0 ? [lever.id] : [],
  ),
});
