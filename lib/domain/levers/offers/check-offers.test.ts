import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { checkOffers } from './check-offers';
import type { Offer } from './offer';
import { HORIZON, offerOf } from './offer-fixture';

const codesOf = (...offers: Offer[]) => checkOffers(offers, PATHWAY_LEVERS, HORIZON).map(({ code }) => code);

describe('checkOffers', () => {
  it('takes what is offered', () => {
    expect(codesOf(offerOf('one-region-guarantee'), offerOf('golden-hello', { intensity: 20_000 }))).toEqual([]);
  });

  it.each<[string, Offer, string]>([
    ['a lever there is none of', offerOf('free-lunch'), 'unknown_lever'],
    ['a region without posts', offerOf('coaching', { regionCode: 'west' }), 'unknown_place'],
    ['a group without posts', offerOf('coaching', { group: 'surgery' }), 'unknown_place'],
    ['negative money', offerOf('coaching', { costPerPlacePerYearGbp: -1 }), 'negative_money'],
    ['a negative sum a year', offerOf('coaching', { fixedPerYearGbp: -1 }), 'negative_money'],
    ['an intensity beyond the dial', offerOf('housing-support', { intensity: 2_000 }), 'out_of_range'],
    ['an intensity that is no number', offerOf('coaching', { intensity: Number.NaN }), 'out_of_range'],
    ['more posts than there are', offerOf('coaching', { coverage: 1.1 }), 'out_of_range'],
    ['a start before the first year', offerOf('coaching', { fromYear: 2025 }), 'out_of_range'],
    ['an end before the start', offerOf('coaching', { toYear: 2026 }), 'out_of_range'],
    ['a level it isn’t for', offerOf('coaching', { nodes: ['foundation'] }), 'not_offered_there'],
    ['no level', offerOf('coaching', { nodes: [] }), 'not_offered_there'],
    [
      'a group it isn’t for',
      offerOf('linked-foundation-specialty-posts', { group: 'psychiatry' }),
      'not_offered_there',
    ],
    [
      'a price per training place for what doctors after CCT have',
      offerOf('post-cct-fellowship', { costPerPlacePerYearGbp: 500 }),
      'contradictory',
    ],
    ['a payment for no year', offerOf('pay-supplement', { intensity: 2_000, yearsPaid: 0 }), 'contradictory'],
    ['a payment of no known price for no year', offerOf('childcare-support', { yearsPaid: 0 }), 'contradictory'],
    ['a price for no year', offerOf('coaching', { costPerPlacePerYearGbp: 100, yearsPaid: 0 }), 'contradictory'],
    ['run-through on part of the posts', offerOf('run-through-certainty', { coverage: 0.5 }), 'contradictory'],
    [
      'run-through where nobody competes again',
      offerOf('run-through-certainty', { group: 'paediatrics' }),
      'contradictory',
    ],
  ])('refuses %s', (_, offer, code) => {
    expect(codesOf(offer)).toEqual([code]);
  });

  it('takes what costs nothing, or has no price, for no year', () => {
    expect(codesOf(offerOf('pay-supplement', { intensity: 0, yearsPaid: 0 }))).toEqual([]);
    expect(codesOf(offerOf('golden-hello', { yearsPaid: 0 }))).toEqual([]);
    expect(codesOf(offerOf('coaching', { yearsPaid: 0, fixedPerYearGbp: 9_000 }))).toEqual([]);
    expect(codesOf(offerOf('coaching', { costPerPlacePerYearGbp: 0, yearsPaid: 0 }))).toEqual([]);
  });

  it('refuses a lever twice for the same posts and years, and not otherwise', () => {
    const one = offerOf('coaching', { toYear: 2030 });
    expect(codesOf(one, offerOf('coaching', { fromYear: 2030 }))).toEqual(['duplicate_lever', 'duplicate_lever']);
    expect(codesOf(one, offerOf('coaching', { fromYear: 2031 }))).toEqual([]);
    expect(codesOf(one, offerOf('coaching', { regionCode: 'south' }))).toEqual([]);
    const psychiatry = offerOf('coaching', { group: 'psychiatry' });
    expect(codesOf(psychiatry, offerOf('coaching', { group: 'paediatrics' }))).toEqual([]);
  });
});
