import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import type { Offer } from '@/lib/domain/levers/offers/offer';
import { yearsPaidOf } from '@/lib/domain/levers/offers/offer-years';
import type { HeadlineSummary } from '@/lib/domain/pathway/outputs/headline';
import type { Band } from '@/lib/domain/pathway/round';
import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { hasNoCeiling } from '@/lib/domain/pathway-scenario/place-limit';
import { offersFoundation } from './foundation-series';
import { journeyLabel } from './journey-words';
import { formatGbpShort, formatNumber } from './number';
import { costRemark, formatChance, formatPosts } from './round-words';
import { listInWords } from './words';

/** What the words of a run are made from. */
interface Told {
  readonly scenario: PathwayScenario;
  readonly summary: HeadlineSummary;
  readonly regions: readonly { readonly code: string; readonly name: string }[];
}

/** What is known of the cost of a run. */
type CostKnown = 'whole' | 'part' | 'none';

export const groupWords = (group: SpecialtyGroup): string => journeyLabel(group).toLowerCase();

export const NODE_WORDS = {
  foundation: 'F1',
  specialty_entry: 'CT1/ST1',
  higher_entry: 'ST3/ST4',
} as const;

export const bandWords = ({ median, lower80, upper80 }: Band, write = formatPosts): string =>
  `${write(median)} (80% interval ${write(lower80)} to ${write(upper80)})`;

const offeredWords = (offers: readonly Offer[]): string =>
  listInWords([...new Set(offers.map(({ leverId }) => leverName(leverId).toLowerCase()))]);

/** The whole answer in two sentences: never the gain without its interval, nor without who loses. */
export function pathwaySentence({ scenario, summary, regions }: Told, areaName: string): string {
  const years = scenario.years === 1 ? 'the year' : `the ${scenario.years} years`;
  if (scenario.offers.length === 0) return `Nothing is offered, so nothing changes over ${years}.`;
  const { totals, extraPostsFilled, chanceOfOneExtraPost } = summary;
  const isOne = new Set(scenario.offers.map(({ regionCode }) => regionCode)).size === 1;
  const who = targetsOf(scenario, regions) || areaName;
  const offered = offeredWords(scenario.offers);
  const chance = `at least one more in ${formatChance(chanceOfOneExtraPost)} draws`;
  if (hasNoCeiling(scenario)) {
    return `In the model, if there were a specialty post for everyone who wants it, with ${offered} ${bandWords(extraPostsFilled)} more people would come to ${who} over ${years}; ${chance}. ${comersWords(totals)}`;
  }
  const effect = `In the model, with ${offered}, ${who} ${isOne ? 'fills' : 'together fill'} ${bandWords(extraPostsFilled)} more specialty posts over ${years}; ${chance}.`;
  if (Math.abs(extraPostsFilled.mean) < 0.05) {
    return `${effect} Specialty posts as a whole stay as they are; ${offersFoundation(scenario) ? 'foundation posts, ' : ''}CCTs and careers are below.`;
  }
  return `${effect} ${losersWords(totals)}`;
}

const targetsOf = (scenario: PathwayScenario, regions: Told['regions']): string =>
  listInWords(
    regions.flatMap(({ code, name }) => (scenario.offers.some(({ regionCode }) => regionCode === code) ? [name] : [])),
  );

/** Less than this reads as none. */
const LEAST_SHOWN = 0.05;

/** How many of those gained come from outside the posts; where fewer do than without the offer, so in words. */
export const fromOutsideWords = ({ median }: Pick<Band, 'median'>): string => {
  const whence = 'come from doctors without a post or from elsewhere';
  return median <= -LEAST_SHOWN ? `${formatPosts(-median)} fewer ${whence}` : `${formatPosts(median)} ${whence}`;
};

type Moved = Pick<HeadlineSummary['totals'], 'gainTarget' | 'lostByOtherRegions' | 'fromOutside'>;

const comersWords = ({ gainTarget, lostByOtherRegions, fromOutside }: Moved): string =>
  `Of ${formatPosts(gainTarget.median)} at the median, ${formatPosts(lostByOtherRegions.median)} would otherwise have gone to other regions and ${fromOutsideWords(fromOutside)} (medians need not add up).`;

const losersWords = ({ gainTarget, lostByOtherRegions, fromOutside }: Moved): string =>
  `Of ${formatPosts(gainTarget.median)} specialty posts at the median, ${formatPosts(lostByOtherRegions.median)} are lost by other regions and ${fromOutsideWords(fromOutside)} (medians need not add up).`;

/** `CT1/ST1 and ST3/ST4`: where somebody enters who is offered something. */
export const nodesWords = (nodes: Offer['nodes']): string => nodes.map((node) => NODE_WORDS[node]).join(' and ');

/** One offer as it was set, with everything that decides its numbers. */
export function offerWords(offer: Offer, regionName: string): string {
  const lever = PATHWAY_LEVERS.find(({ id }) => id === offer.leverId);
  const who = offer.group === null ? 'all specialties it is for' : groupWords(offer.group);
  const perPlace =
    offer.costPerPlacePerYearGbp === null
      ? 'its published cost a place, if there is one'
      : `${formatGbpShort(offer.costPerPlacePerYearGbp)} a place and year`;
  const perYear = offer.fixedPerYearGbp > 0 ? ` and ${formatGbpShort(offer.fixedPerYearGbp)} a year` : '';
  const cost = `${perPlace}${perYear}, paid for ${formatNumber(lever ? yearsPaidOf({ offer, lever }) : offer.yearsPaid)} years`;
  const strength = offer.strength
    ? `; strength ${formatNumber(100 * offer.strength.low)} to ${formatNumber(100 * offer.strength.high)}% of the evidence`
    : '';
  return [
    `${lever?.name ?? offer.leverId}, ${regionName}: ${nodesWords(offer.nodes)}, ${who}`,
    `${formatNumber(offer.intensity, Number.isInteger(offer.intensity) ? 0 : 2)} (${lever?.intensity.unit ?? 'unit'}) on ${formatNumber(100 * offer.coverage)}% of posts`,
    `${offer.fromYear} to ${offer.toYear}`,
    `${cost}${strength}`,
  ].join('; ');
}

/** `£1.2m (80% interval £0.4m to £3.1m)`, or why there is no cost. */
export const costWords = (band: Band | null, known: CostKnown): string => {
  if (known === 'none') return 'not known: no cost entered';
  if (!band) return 'not given: fewer than half of the draws gain enough';
  return [bandWords(band, formatGbpShort), costRemark(known)].filter(Boolean).join('; ');
};

interface CostTold {
  readonly costKnown: CostKnown;
  readonly scenario: Pick<PathwayScenario, 'switches'>;
  readonly summary: { readonly totals: Pick<HeadlineSummary['totals'], 'costGbp'> };
}

/** Why there is no cost for each gain: it is given of whole costs and of posts that exist alone, over the draws that gain. */
const whyNoCostPer = (band: Band | null, { costKnown, scenario, summary }: CostTold): string | null => {
  if (hasNoCeiling(scenario)) return 'not given: places are not limited in this run';
  if (costKnown === 'part') return 'not given: a lever has no cost entered';
  if (costKnown === 'whole' && summary.totals.costGbp.mean === 0) return 'no cost';
  return band && costKnown !== 'none' ? null : costWords(band, costKnown);
};

export const costPerWords = (band: Band | null, told: CostTold): string =>
  whyNoCostPer(band, told) ?? costWords(band, told.costKnown);

/** Its median alone, for a large figure with the interval beside it, or why there is none. */
export const costPerMedian = (band: Band | null, told: CostTold): string =>
  whyNoCostPer(band, told) ?? formatGbpShort(band?.median ?? 0);

export const WEIGHTING_WORDS: Readonly<Record<PathwayScenario['needWeighting'], string>> = {
  deprivation_20: 'Residents, one fifth by deprivation',
  need_index: 'Commissioners’ need index',
  deprived: 'Residents in the most deprived fifth',
  population: 'Residents, unweighted',
};

/** `17.5% on payments to doctors`, or that none are counted. */
export const onCostWords = (share: number | undefined): string =>
  share === undefined
    ? 'not counted'
    : `${formatNumber(100 * share, share * 100 === Math.round(share * 100) ? 0 : 1)}% on payments to doctors`;

/** What was assumed besides the offers, as it was set. */
export const assumptionLines = ({
  years,
  noEffectProbability,
  needWeighting,
  switches,
  employerOnCost,
}: PathwayScenario): string[] => [
  `${years} years; an uncertain lever does nothing in ${Math.round(100 * noEffectProbability)}% of draws; need by ${WEIGHTING_WORDS[needWeighting].toLowerCase()}`,
  `Structure: ${switches.regime.replace('_', ' ')}, ${switches.choice} choice, staying ${switches.stayConstant}, ceiling ${switches.ceiling}, preferences ${switches.preferences}`,
  `Feedbacks: workload ${switches.workload}, supervisors ${switches.supervisors}, nurses ${switches.nurses}`,
  ...(employerOnCost === undefined ? [] : [`Employer’s costs: ${onCostWords(employerOnCost)} (an assumption)`]),
];
