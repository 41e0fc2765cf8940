import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { Offer } from '@/lib/domain/levers/offers/offer';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import { type PlaceAsked, peopleOfPlaces, type RegionGrid } from './region-people';
import { touchedBy, touchedByRound } from './touched-training';

const offer = (change: Partial<Offer>): Offer =>
  Offer.parse({
    leverId: 'golden-hello',
    regionCode: 'A',
    group: null,
    nodes: ['specialty_entry'],
    intensity: 1,
    coverage: 1,
    fromYear: 2026,
    toYear: 2030,
    costPerPlacePerYearGbp: null,
    yearsPaid: 3,
    fixedPerYearGbp: 0,
    ...change,
  });

describe('what a scenario touches', () => {
  it('is every region, stage and specialty group of its offers, once', () => {
    const offers = [
      offer({ group: 'psychiatry' }),
      offer({ regionCode: 'B', nodes: ['foundation'] }),
      offer({ regionCode: 'B', group: 'medicine', nodes: ['higher_entry'] }),
    ];
    expect(touchedBy({ offers }, PATHWAY_LEVERS)).toEqual({
      regionCodes: ['A', 'B'],
      stages: ['specialty', 'foundation'],
      groups: ['medicine', 'psychiatry'],
    });
  });

  it('is every specialty group that a lever is for, where none is chosen', () => {
    const limited = PATHWAY_LEVERS.find(({ groups }) => groups !== null);
    const open = PATHWAY_LEVERS.find(({ groups }) => groups === null);
    expect(touchedBy({ offers: [offer({ leverId: limited?.id ?? '' })] }, PATHWAY_LEVERS).groups).toEqual(
      SPECIALTY_GROUPS.filter((group) => limited?.groups?.includes(group)),
    );
    expect(touchedBy({ offers: [offer({ leverId: open?.id ?? '' })] }, PATHWAY_LEVERS).groups).toEqual(
      SPECIALTY_GROUPS,
    );
  });

  it('is no specialty group in a round, or at foundation alone', () => {
    expect(touchedByRound('A')).toEqual({ regionCodes: ['A'], stages: ['specialty'], groups: [] });
    expect(touchedBy({ offers: [offer({ nodes: ['foundation'] })] }, PATHWAY_LEVERS).groups).toEqual([]);
    expect(touchedBy({ offers: [] }, PATHWAY_LEVERS)).toEqual({ regionCodes: [], stages: [], groups: [] });
  });
});

const value = (count: number) => ({ kind: 'value' as const, count });
const WITHHELD = { kind: 'suppressed' as const };
/** Two tables of the same women: in the first a count of region A is withheld. */
const FIRST: RegionGrid = {
  side: 'columns',
  rows: ['A', 'B'],
  columns: ['A', 'B'],
  cells: [value(20), value(5), WITHHELD, value(40)],
};
const SECOND: RegionGrid = {
  side: 'rows',
  rows: ['A', 'B'],
  columns: ['x', 'y'],
  cells: [value(15), value(10), value(30), WITHHELD],
};
const PLACES: PlaceAsked[] = [
  { code: 'A', name: 'A', regions: ['A'] },
  { code: 'rest', name: 'Rest', regions: ['B'] },
];
const womenIn = (grids: RegionGrid[]) =>
  peopleOfPlaces(PLACES, { groups: new Map([['F', grids]]), unknown: [], stage: 'specialty training' }).map(
    ({ people }) => people.F,
  );

describe('people of a region', () => {
  it('come from the first table of which no part is withheld', () => {
    expect(womenIn([FIRST, SECOND])).toEqual([
      [value(15), value(10)],
      [value(5), value(40)],
    ]);
  });

  it('are withheld where every table withholds a part', () => {
    expect(womenIn([FIRST])[0]).toEqual([value(20), WITHHELD]);
    expect(womenIn([SECOND])[1]).toEqual([value(30), WITHHELD]);
  });

  it('are not loaded where no table has the region', () => {
    const elsewhere = { ...FIRST, columns: ['X', 'Y'] };
    expect(womenIn([elsewhere])[0]).toEqual([]);
    expect(womenIn([])[0]).toEqual([{ kind: 'not_loaded' }]);
  });
});
