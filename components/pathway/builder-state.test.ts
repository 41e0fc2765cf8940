import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { checkOffers } from '@/lib/domain/levers/offers/check-offers';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import {
  askedOf,
  atNodes,
  type BuilderDraft,
  cardsOf,
  changeCard,
  eachAlone,
  inPlaces,
  leversSetApart,
  newOffer,
  placesOf,
  type ReadyForm,
  removeCard,
  suggestedName,
  switchLever,
} from './builder-state';

const GROUPS = ['general_practice', 'medicine', 'psychiatry'] as const;
const form: ReadyForm = {
  kind: 'ready',
  area: { code: 'XD-TR-drommel', name: 'Drommel', root: 'demonstration' },
  startYear: 2026,
  regions: [{ code: 'XD-TR-drommel', name: 'Drommel' }],
  places: [
    { node: 'foundation', regionCode: 'XD-TR-drommel', group: null },
    ...GROUPS.flatMap((group) => [{ node: 'specialty_entry' as const, regionCode: 'XD-TR-drommel', group }]),
    { node: 'higher_entry', regionCode: 'XD-TR-drommel', group: 'medicine' },
    { node: 'higher_entry', regionCode: 'XD-TR-drommel', group: 'psychiatry' },
  ],
  seed: 1,
};
const programme = { career: 'consultant', coreYears: 3, finalYears: 4 } as const;
const horizon = {
  places: form.places,
  programmes: GROUPS.map((group) => ({ ...programme, group })),
  startYear: 2026,
  years: 15,
};
const draft = { name: 'Package', scenario: PathwayScenario.parse({ country: 'demonstration', offers: [] }) };

describe('the builder', () => {
  it.each(PATHWAY_LEVERS.map((lever) => [lever.id, lever] as const))(
    'switches %s on as something that can be run',
    (_, lever) => {
      expect(checkOffers([newOffer(lever, form)], PATHWAY_LEVERS, horizon)).toEqual([]);
    },
  );

  it('switches a lever on once, changes it, and switches it off', () => {
    const [lever] = PATHWAY_LEVERS;
    if (!lever) throw new Error('no lever');
    const on = switchLever(switchLever(draft, lever, form, true), lever, form, true);
    expect(on.scenario.offers).toHaveLength(1);
    const [card] = cardsOf(on.scenario.offers, new Set());
    if (!card) throw new Error('no card');
    const changed = changeCard(on, card, { coverage: 0.4, reason: 'A trial' });
    expect(changed.scenario.offers).toMatchObject([{ coverage: 0.4, reason: 'A trial' }]);
    expect(askedOf(changed).offers[0]).not.toHaveProperty('reason');
    expect(switchLever(changed, lever, form, false).scenario.offers).toEqual([]);
  });

  it('names a scenario by date, variant and place, and takes a package apart', () => {
    const both = PATHWAY_LEVERS.slice(0, 2).reduce((now, lever) => switchLever(now, lever, form, true), draft);
    expect(suggestedName(both, form, '2026-11-22')).toMatch(/^2026-11-22, .+ and .+, Drommel$/);
    const apart = eachAlone('Package', both.scenario);
    expect(apart.map(({ scenario }) => scenario.offers.length)).toEqual([1, 1]);
    expect(new Set(apart.map(({ scenario }) => scenario.seed)).size).toBe(1);
    expect(new Set(apart.map(({ name }) => name)).size).toBe(2);
  });
});

describe('one lever for several places', () => {
  const TWO = ['XD-TR-drommel', 'XD-TR-oruvane'] as const;
  const wide: ReadyForm = {
    ...form,
    regions: TWO.map((code) => ({ code, name: code })),
    places: [
      ...form.places,
      { node: 'specialty_entry', regionCode: TWO[1], group: 'medicine' },
      { node: 'higher_entry', regionCode: TWO[1], group: 'medicine' },
    ],
  };
  const lever = PATHWAY_LEVERS.find(({ id }) => id === 'golden-hello');
  if (!lever) throw new Error('no lever');
  const on = switchLever(draft, lever, wide, true);
  const cardOf = ({ scenario }: BuilderDraft) => {
    const [card] = cardsOf(scenario.offers, new Set());
    if (!card) throw new Error('no card');
    return card;
  };
  const medicine = inPlaces(on, cardOf(on), wide, { regionCodes: TWO, groups: ['medicine', 'psychiatry'] });

  it('is an offer for each region and group with posts, all of which can be run, on one card', () => {
    expect(medicine.scenario.offers.map(({ regionCode, group }) => [regionCode, group])).toEqual([
      [TWO[0], 'medicine'],
      [TWO[0], 'psychiatry'],
      [TWO[1], 'medicine'],
    ]);
    expect(checkOffers(medicine.scenario.offers, PATHWAY_LEVERS, { ...horizon, places: wide.places })).toEqual([]);
    expect(cardsOf(medicine.scenario.offers, new Set())).toHaveLength(1);
    expect(placesOf(cardOf(medicine))).toEqual({ regionCodes: TWO, groups: ['medicine', 'psychiatry'] });
  });

  it('is set for all of them at once, and taken away at once', () => {
    const changed = changeCard(medicine, cardOf(medicine), { intensity: 7_500 });
    expect(changed.scenario.offers.map(({ intensity }) => intensity)).toEqual([7_500, 7_500, 7_500]);
    const st3 = atNodes(medicine, cardOf(medicine), wide, ['higher_entry']);
    expect(st3.scenario.offers.flatMap(({ nodes }) => nodes)).toEqual(['higher_entry', 'higher_entry', 'higher_entry']);
    expect(removeCard(medicine, cardOf(medicine)).scenario.offers).toEqual([]);
  });

  it('goes back to all groups as one offer a region, and never to no place at all', () => {
    const all = inPlaces(medicine, cardOf(medicine), wide, { regionCodes: TWO, groups: ['medicine', null] });
    expect(all.scenario.offers.map(({ group }) => group)).toEqual([null, null]);
    expect(inPlaces(medicine, cardOf(medicine), wide, { regionCodes: [], groups: [null] })).toBe(medicine);
  });

  it('keeps offers that were set apart on cards of their own', () => {
    const [first, ...rest] = medicine.scenario.offers;
    const offers = first ? [{ ...first, intensity: 1_000 }, ...rest] : [];
    const apart = leversSetApart(offers);
    expect([...apart]).toEqual(['golden-hello']);
    expect(cardsOf(offers, apart).map((card) => card.offers.length)).toEqual([1, 1, 1]);
    expect(leversSetApart(medicine.scenario.offers).size).toBe(0);
  });

  it('is run as one scenario where each lever is run on its own', () => {
    const [alone, ...others] = eachAlone('Package', medicine.scenario);
    expect([alone?.scenario.offers.length, others.length]).toEqual([3, 0]);
  });
});
