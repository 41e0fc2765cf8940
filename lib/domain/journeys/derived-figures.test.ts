import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { CAPITAL_RELATIONS } from './axis-label';
import { capitalShares } from './capital-relation';
import type { Counts } from './counts';
import { cohortRecords, placesOf } from './demonstration-fixture';
import { distanceProfile, kmBetween } from './distance-profile';
import { graduatesPerPlace } from './graduates-per-place';
import { nonZero, person, SMALL, storeOf, tableIn } from './journey-fixture';
import { settlementShares } from './settlement-shares';
import { arrivalsGini, arrivalsOf } from './stage-matrix';

const model = modelWith();
const places = placesOf(model);
const everybody = [...cohortRecords(model)];
const store = storeOf(everybody, places);
const regionOf = (code: string): string | null =>
  places.regionOf.get(code) ?? (places.regions.includes(code) ? code : null);

const table = (rows: readonly string[], columns: readonly string[], counts: readonly (number | null)[]): Counts => ({
  rows,
  columns,
  counts,
});

const small = storeOf([
  person({ count: 6 }),
  person({ schoolId: 's2', count: 5, foundationAreaCode: 'FA1' }),
  person({ homeLadCode: 'H2', count: 4 }),
  person({ homeLadCode: 'H2', schoolId: 's2', count: 3 }),
  person({ homeLadCode: 'H9', count: 2 }),
]);

describe('stayers, returners and newcomers', () => {
  it('splits a region’s people by home and school, unknowns among them', () => {
    const outcome = settlementShares(tableIn(small, 'foundation_region_by_settlement'), 'R1');
    expect(outcome).toMatchObject({ kind: 'computed', people: 20, notReached: 0 });
    expect(outcome).toMatchObject({
      groups: [
        { group: 'stayer', people: 6, share: 0.3 },
        { group: 'returner', people: 5, share: 0.25 },
        { group: 'newcomer_studied', people: 4, share: 0.2 },
        { group: 'newcomer_arrived', people: 3, share: 0.15 },
        { group: 'unknown', people: 2, share: 0.1 },
        { group: 'left', people: 0, share: 0 },
      ],
    });
  });

  it.each(places.schools)('adds up to 100 %% of the graduates of %s', (school) => {
    const outcome = settlementShares(tableIn(store, 'school_by_settlement_at_career'), school);
    if (outcome.kind !== 'computed') throw new Error(outcome.reason);
    expect(outcome.groups.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 12);
    const entered = everybody.filter(({ schoolId }) => schoolId === school).length;
    expect(outcome.people + outcome.notReached).toBe(entered);
  });

  it('gives none where a cell is withheld, nobody came, or the row isn’t there', () => {
    expect(settlementShares(table(['R1'], ['stayer', 'unknown'], [4, null]), 'R1')).toMatchObject({
      reason: 'not_finite',
    });
    expect(settlementShares(table(['R1'], ['stayer'], [0]), 'R1')).toMatchObject({ reason: 'no_denominator' });
    expect(settlementShares(table(['R1'], ['stayer'], [1]), 'R2')).toMatchObject({ reason: 'out_of_range' });
  });
});

describe('distances', () => {
  const line = table(['a', 'b'], ['x', 'y', 'unknown', 'not_reached', 'left'], [1, 2, 3, 4, 5, 6, 7, 0, 0, 0]);
  const km: Readonly<Record<string, number>> = { 'a|x': 10, 'a|y': 50, 'b|x': 50.1, 'b|y': 400 };

  it('weights by people, with the upper end inside its band', () => {
    const profile = distanceProfile({
      step: 'home_to_foundation',
      table: line,
      kmOf: (from, to) => km[`${from}|${to}`] ?? null,
    });
    expect(profile).toMatchObject({
      kind: 'computed',
      step: 'home_to_foundation',
      people: 16,
      unknown: 3,
      notThere: 9,
      gaps: 0,
      medianKm: 50.1,
      bands: [
        { label: '0-50', people: 3, share: 3 / 16 },
        { label: '50-100', people: 6, share: 6 / 16 },
        { label: '100-200', people: 0, share: 0 },
        { label: '200+', people: 7, share: 7 / 16 },
      ],
    });
    expect(profile).toHaveProperty('meanKm', (10 + 100 + 6 * 50.1 + 2800) / 16);
  });

  it('takes bands of one’s own, counts gaps and refuses where nobody’s distance is known', () => {
    const kmOf = () => 7;
    const gapped = distanceProfile({
      step: 'home_to_school',
      table: table(['a'], ['x', 'y'], [3, null]),
      kmOf,
      bandsKm: [5],
    });
    expect(gapped).toMatchObject({ people: 3, gaps: 1, bands: [{ people: 0 }, { label: '5+', people: 3 }] });
    const none = distanceProfile({ step: 'home_to_school', table: table(['a'], ['x'], [3]), kmOf: () => null });
    expect(none).toEqual({ kind: 'refused', reason: 'no_denominator' });
  });

  it('agrees with the bands that the store counted person by person', () => {
    const profile = distanceProfile({
      step: 'school_to_foundation',
      table: tableIn(store, 'school_by_foundation_area'),
      kmOf: kmBetween(places.positions),
    });
    const banded = tableIn(store, 'school_by_school_to_foundation_band');
    const { arrivals } = arrivalsOf(banded, ['0-50', '50-100', '100-200', '200+']);
    expect(profile).toMatchObject({ bands: arrivals.map((people) => ({ people })) });
    const homes = distanceProfile({
      step: 'home_to_foundation',
      table: tableIn(store, 'home_by_foundation_area'),
      kmOf: kmBetween(places.positions),
    });
    const fromHome = arrivalsOf(tableIn(store, 'school_by_home_to_foundation_band'), [
      '0-50',
      '50-100',
      '100-200',
      '200+',
    ]);
    expect(homes).toMatchObject({ bands: fromHome.arrivals.map((people) => ({ people })) });
    expect(homes).not.toMatchObject({ bands: arrivals.map((people) => ({ people })) });
  });
});

describe('regions along the way', () => {
  it('gives the same relations with the capital from areas as the store does person by person', () => {
    const capital = places.capitalRegion ?? '';
    const derived = capitalShares({ table: tableIn(store, 'school_by_foundation_area'), regionOf, capital });
    if (derived.kind !== 'computed') throw new Error(derived.reason);
    const { arrivals } = arrivalsOf(tableIn(store, 'school_by_capital_relation'), CAPITAL_RELATIONS);
    expect(CAPITAL_RELATIONS.map((relation) => derived.counts[relation])).toEqual(arrivals);
    expect(Object.values(derived.shares).reduce((total, share) => total + share, 0)).toBeCloseTo(1, 12);
    expect(arrivals.every((people) => people > 0)).toBe(true);
  });

  it('sets graduates against foundation places', () => {
    const given = table(['s1', 's2', 's9'], ['FA1', 'FA2', 'not_reached'], [30, 24, 9, 5, null, 9, 7, 7, 7]);
    const input = {
      table: given,
      regionOf: (code: string) => SMALL.regionOf.get(code) ?? null,
      annualPlaces: 20,
      years: 2,
    };
    expect(graduatesPerPlace({ ...input, region: 'R1' })).toEqual({
      kind: 'computed',
      graduatesPerYear: 27,
      annualPlaces: 20,
      ratio: 1.35,
      gaps: 0,
    });
    expect(graduatesPerPlace({ ...input, region: 'R2' })).toMatchObject({ graduatesPerYear: 2.5, gaps: 1 });
    expect(graduatesPerPlace({ ...input, region: 'R1', annualPlaces: 0 })).toMatchObject({ reason: 'no_denominator' });
  });
});

describe('a cohort with nobody in it', () => {
  it('gives reasons, not errors', () => {
    const empty = storeOf([]);
    const reasons = [
      settlementShares(tableIn(empty, 'career_region_by_settlement'), 'R1'),
      distanceProfile({
        step: 'home_to_school',
        table: tableIn(empty, 'home_by_school'),
        kmOf: kmBetween(SMALL.positions),
      }),
    ].map((outcome) => outcome.kind === 'refused' && outcome.reason);
    expect(reasons).toEqual(['no_denominator', 'no_denominator']);
    expect(arrivalsGini(tableIn(empty, 'home_region_by_school_region'), SMALL.regions)).toMatchObject({
      reason: 'no_events',
    });
    expect(nonZero(tableIn(empty, 'home_by_school'))).toEqual({});
  });
});
