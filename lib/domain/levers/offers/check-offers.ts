import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import type { Horizon, Offer, OfferRefusal } from './offer';

type Found = Omit<OfferRefusal, 'offer'> | null;

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most;

const moneyProblem = ({ costPerPlacePerYearGbp, fixedPerYearGbp }: Offer): Found =>
  (costPerPlacePerYearGbp ?? 0) >= 0 && fixedPerYearGbp >= 0
    ? null
    : { code: 'negative_money', message: 'Money can’t be below £0.' };

const rangeProblem = (offer: Offer, { name, intensity }: PathwayLever, { startYear, years }: Horizon): Found => {
  const { least, most, unit } = intensity;
  if (!isWithin(offer.intensity, least, most)) {
    return { code: 'out_of_range', message: `${name}: from ${least} to ${most} (${unit}).` };
  }
  if (!isWithin(offer.coverage, 0, 1)) return { code: 'out_of_range', message: 'A share of posts is from 0 to 1.' };
  const last = startYear + years - 1;
  if (!(isWithin(offer.fromYear, startYear, last) && offer.toYear >= offer.fromYear)) {
    return { code: 'out_of_range', message: `${name}: it starts from ${startYear} to ${last} and ends no earlier.` };
  }
  return isWithin(offer.yearsPaid, 0, 20)
    ? null
    : { code: 'out_of_range', message: `${name}: paid for 0 to 20 years.` };
};

const placeProblem = (offer: Offer, lever: PathwayLever, { places }: Horizon): Found => {
  if (!places.some(({ regionCode }) => regionCode === offer.regionCode)) {
    return { code: 'unknown_place', message: `No posts are loaded for ${offer.regionCode}, so it takes no part.` };
  }
  const isOffered =
    offer.nodes.length > 0 &&
    offer.nodes.every((node) => lever.nodes.includes(node)) &&
    (offer.group === null || lever.groups === null || lever.groups.includes(offer.group));
  if (!isOffered) return { code: 'not_offered_there', message: `${lever.name}: not offered for that level or group.` };
  const hasPosts = places.some(
    ({ node, regionCode, group }) =>
      regionCode === offer.regionCode &&
      offer.nodes.includes(node) &&
      (group === null || offer.group === null || group === offer.group),
  );
  return hasPosts ? null : { code: 'unknown_place', message: `${lever.name}: no posts of that level and group there.` };
};

/** Whether who accepts gets money: the lever is a payment, or a place has a price. */
const isPaid = (offer: Offer, { entry }: PathwayLever): boolean =>
  (entry.kind === 'pay' && offer.intensity > 0) || (offer.costPerPlacePerYearGbp ?? 0) > 0;

/** The years of a payment made once are the lever's own, whatever an offer says. */
const yearsProblem = (offer: Offer, lever: PathwayLever): Found =>
  offer.yearsPaid === 0 && !lever.cost.isPaidOnce && isPaid(offer, lever)
    ? {
        code: 'contradictory',
        message: `${lever.name}: a payment that is paid for no year. Set a year or more, or £0.`,
      }
    : null;

const contradiction = (offer: Offer, lever: PathwayLever, { programmes }: Horizon): Found => {
  if (lever.cost.charged === 'per_year' && (offer.costPerPlacePerYearGbp ?? 0) > 0) {
    return {
      code: 'contradictory',
      message: `${lever.name}: doctors after CCT have it. Enter its cost as a sum a year.`,
    };
  }
  if (lever.changes !== 'run_through') return null;
  if (offer.coverage < 1) {
    return { code: 'contradictory', message: `${lever.name}: a programme competes again or it doesn’t: all posts.` };
  }
  const programme = programmes.find(({ group }) => group === offer.group);
  return programme?.coreYears === null
    ? { code: 'contradictory', message: `${lever.name}: that programme has no second competition.` }
    : null;
};

const isTwice = (one: Offer, other: Offer): boolean =>
  one !== other &&
  one.leverId === other.leverId &&
  one.regionCode === other.regionCode &&
  (one.group === null || other.group === null || one.group === other.group) &&
  one.nodes.some((node) => other.nodes.includes(node)) &&
  one.fromYear <= other.toYear &&
  other.fromYear <= one.toYear;

/** Everything that is wrong with a set of offers; none where it can be modelled. */
export const checkOffers = (
  offers: readonly Offer[],
  levers: readonly PathwayLever[],
  horizon: Horizon,
): OfferRefusal[] =>
  offers.flatMap((offer): OfferRefusal[] => {
    const lever = levers.find(({ id }) => id === offer.leverId);
    if (!lever) return [{ code: 'unknown_lever', offer, message: `There is no lever “${offer.leverId}”.` }];
    const problems = [
      moneyProblem(offer),
      rangeProblem(offer, lever, horizon),
      placeProblem(offer, lever, horizon),
      yearsProblem(offer, lever),
      contradiction(offer, lever, horizon),
    ];
    if (offers.some((other) => isTwice(offer, other))) {
      problems.push({ code: 'duplicate_lever', message: `${lever.name}: set twice for the same posts and years.` });
    }
    return problems.flatMap((problem) => (problem ? [{ ...problem, offer }] : []));
  });
