import type { PathwayForm } from '@/lib/contracts/pathway-form';
import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { listInWords } from '@/lib/format/words';

export type ReadyForm = Extract<PathwayForm, { kind: 'ready' }>;

/** What is being built, all of it; offers keep the order in which they were switched on. */
export type BuilderDraft = { readonly name: string; readonly scenario: PathwayScenario };

const YEARS_OFFERED = 5;
const MOST_NAME = 120;

/** Levels of a region where a lever can be offered, its own and those with posts. */
export const nodesFor = ({ nodes }: PathwayLever, { places }: ReadyForm, regionCode: string) =>
  nodes.filter((node) => places.some((place) => place.regionCode === regionCode && place.node === node));

/** Specialty groups of a region in which a lever can be offered. */
export const groupsFor = ({ groups, nodes }: PathwayLever, { places }: ReadyForm, regionCode: string) => [
  ...new Set(
    places.flatMap(({ node, regionCode: code, group }) =>
      code === regionCode && group !== null && nodes.includes(node) && (groups === null || groups.includes(group))
        ? [group]
        : [],
    ),
  ),
];

/** A lever as it is first switched on: as it was studied, for five years from the first. */
export function newOffer(lever: PathwayLever, form: ReadyForm): Offer {
  const regionCode = form.regions.find(({ code }) => code === form.area.code)?.code ?? form.regions[0]?.code ?? '';
  const [only, second] = groupsFor(lever, form, regionCode);
  return {
    leverId: lever.id,
    regionCode,
    group: second === undefined && lever.groups !== null ? (only ?? null) : null,
    nodes: nodesFor(lever, form, regionCode),
    intensity: lever.intensity.suggested,
    coverage: 1,
    fromYear: form.startYear,
    toYear: form.startYear + YEARS_OFFERED - 1,
    costPerPlacePerYearGbp: null,
    yearsPaid: lever.cost.yearsPaid,
    fixedPerYearGbp: 0,
  };
}

/** The same offer in another region: its levels and group as far as there are posts of them. */
export function inRegion(lever: PathwayLever, offer: Offer, form: ReadyForm, regionCode: string): Partial<Offer> {
  const nodes = nodesFor(lever, form, regionCode);
  const kept = nodes.filter((node) => offer.nodes.includes(node));
  const hasGroup = offer.group !== null && groupsFor(lever, form, regionCode).includes(offer.group);
  return { regionCode, nodes: kept.length > 0 ? kept : nodes, group: hasGroup ? offer.group : null };
}

type Change = (offers: readonly Offer[]) => readonly Offer[];

const withOffers = (draft: BuilderDraft, change: Change): BuilderDraft => ({
  ...draft,
  scenario: { ...draft.scenario, offers: [...change(draft.scenario.offers)] },
});

export const switchLever = (draft: BuilderDraft, lever: PathwayLever, form: ReadyForm, isOn: boolean): BuilderDraft =>
  withOffers(draft, (offers) => {
    const others = offers.filter(({ leverId }) => leverId !== lever.id);
    return isOn ? [...others, newOffer(lever, form)] : others;
  });

/** Offers of one lever with the same settings, changed together: in several regions, for several specialty groups. */
export type OfferCard = { readonly key: string; readonly lever: PathwayLever; readonly offers: readonly Offer[] };

const settingsOf = ({ regionCode: _, group: __, nodes: ___, ...settings }: Offer): string => JSON.stringify(settings);

/** Levers whose offers differ from region to region: each of their offers is a card of its own, and stays one. */
export const leversSetApart = (offers: readonly Offer[]): ReadonlySet<string> =>
  new Set(
    offers.flatMap((offer) =>
      offers.some((other) => other.leverId === offer.leverId && settingsOf(other) !== settingsOf(offer))
        ? [offer.leverId]
        : [],
    ),
  );

/** Cards in the order in which levers were switched on. */
export function cardsOf(offers: readonly Offer[], apart: ReadonlySet<string>): OfferCard[] {
  const cards = new Map<string, { lever: PathwayLever; offers: Offer[] }>();
  for (const offer of offers) {
    const lever = PATHWAY_LEVERS.find(({ id }) => id === offer.leverId);
    if (!lever) continue;
    const key = apart.has(lever.id)
      ? [lever.id, offer.regionCode, offer.group ?? 'all', ...offer.nodes, offer.fromYear].join('-')
      : lever.id;
    const card = cards.get(key) ?? { lever, offers: [] };
    card.offers.push(offer);
    cards.set(key, card);
  }
  return [...cards].map(([key, card]) => ({ key, ...card }));
}

/** Puts other offers in the place of a card's own. */
const replaced = (draft: BuilderDraft, { offers: own }: OfferCard, others: readonly Offer[]): BuilderDraft =>
  withOffers(draft, (offers) => {
    const at = offers.findIndex((offer) => own.includes(offer));
    const rest = offers.filter((offer) => !own.includes(offer));
    return at < 0 ? rest : [...rest.slice(0, at), ...others, ...rest.slice(at)];
  });

/** Changes all offers of a card alike. */
export const changeCard = (draft: BuilderDraft, card: OfferCard, change: Partial<Offer>): BuilderDraft =>
  replaced(
    draft,
    card,
    card.offers.map((offer) => ({ ...offer, ...change })),
  );

export const removeCard = (draft: BuilderDraft, card: OfferCard): BuilderDraft => replaced(draft, card, []);

/** Who enters at these levels, in each region as far as it has posts there. */
export const atNodes = (draft: BuilderDraft, card: OfferCard, form: ReadyForm, nodes: Offer['nodes']): BuilderDraft =>
  replaced(
    draft,
    card,
    card.offers.map((offer) => {
      const kept = nodesFor(card.lever, form, offer.regionCode).filter((node) => nodes.includes(node));
      return kept.length > 0 ? { ...offer, nodes: kept } : offer;
    }),
  );

/** Offers that a scenario can have. */
export const MOST_OFFERS = 60;

export type Places = { readonly regionCodes: readonly string[]; readonly groups: readonly (SpecialtyGroup | null)[] };

export const placesOf = ({ offers }: OfferCard): Places => ({
  regionCodes: [...new Set(offers.map(({ regionCode }) => regionCode))],
  groups: [...new Set(offers.map(({ group }) => group))],
});

/**
 * The same offer in other regions and for other groups: one for each pair with posts. Every group at once is `null`. Unchanged
 * where nothing would be left, or more than a scenario can have.
 */
export function inPlaces(draft: BuilderDraft, card: OfferCard, form: ReadyForm, places: Places): BuilderDraft {
  const [first] = card.offers;
  if (!first) return draft;
  const wanted = places.groups.includes(null) ? [null] : places.groups;
  const nodes = [...new Set(card.offers.flatMap((offer) => offer.nodes))];
  const offers = places.regionCodes.flatMap((regionCode) => {
    const moved = { ...first, nodes, ...inRegion(card.lever, { ...first, nodes }, form, regionCode) };
    const known = groupsFor(card.lever, form, regionCode);
    return wanted.flatMap((group) => (group === null || known.includes(group) ? [{ ...moved, group }] : []));
  });
  const others = draft.scenario.offers.length - card.offers.length;
  return offers.length === 0 || others + offers.length > MOST_OFFERS ? draft : replaced(draft, card, offers);
}

/** Without what decides no number, so that typing a reason asks for nothing new. */
export const askedOf = ({ scenario }: BuilderDraft): PathwayScenario => ({
  ...scenario,
  draws: 256,
  offers: scenario.offers.map(({ reason: _, ...offer }) => offer),
});

/** Date, variant, place: so that nobody has to call it final. */
export const suggestedName = ({ scenario: { offers } }: BuilderDraft, { area }: ReadyForm, today: string): string =>
  `${today}, ${listInWords([...new Set(offers.map(({ leverId }) => leverName(leverId).toLowerCase()))]) || 'nothing offered'}, ${area.name}`.slice(
    0,
    MOST_NAME,
  );

/** Each lever as a scenario of its own, wherever it is offered, on the same draws: what one does without the others. */
export const eachAlone = (name: string, scenario: PathwayScenario): { name: string; scenario: PathwayScenario }[] =>
  leversOf(scenario).map((leverId) => ({
    name: `${leverName(leverId)} alone: ${name}`.slice(0, MOST_NAME),
    scenario: { ...scenario, offers: scenario.offers.filter((offer) => offer.leverId === leverId) },
  }));

export const leversOf = ({ offers }: PathwayScenario): string[] => [...new Set(offers.map(({ leverId }) => leverId))];
