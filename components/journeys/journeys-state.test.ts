import { describe, expect, it } from 'vitest';
import type { FlowChoice, JourneyGuide } from '@/lib/contracts/journey-views';
import { JourneysQuery, journeysHref } from '@/lib/contracts/journeys-query';
import { FLOW_TABLES } from '@/lib/domain/journeys/flow-tables';
import { knownState, stageTables } from './journeys-state';

const SOURCE = {
  kind: 'cohort',
  releaseId: 'r1',
  title: 'cohort.csv',
  publisher: '',
  licence: '',
  ruleSet: 'hesa_rounding_5',
  roundingBase: null,
} as const;

type Changed = Partial<Record<string, Partial<FlowChoice>>>;

const guide = (changed: Changed = {}, own: Partial<JourneyGuide> = {}): JourneyGuide => ({
  country: 'england',
  source: SOURCE,
  regions: ['N', 'S'].map((code) => ({ code, name: code, latitude: null, longitude: null })),
  capital: null,
  ownRegions: [],
  ownSchools: [],
  ownSchool: null,
  tables: FLOW_TABLES.map((table) => ({
    ...table,
    reading: 'all',
    source: SOURCE,
    isLoaded: true,
    hasAllYears: true,
    characteristics: table.level === 'region' ? ['sex'] : [],
    periods: [
      { clock: 'entry', label: '2011 to 2015' },
      { clock: 'entry', label: '2016 to 2020' },
    ],
    ...changed[table.shape],
  })),
  ...own,
});

const SCHOOL_STAFF: Changed = Object.fromEntries(
  FLOW_TABLES.map(({ shape }) => [
    shape,
    {
      reading: shape.includes('school_region')
        ? ('none' as const)
        : /school/.test(shape)
          ? ('own' as const)
          : ('all' as const),
    },
  ]),
);

const hrefOf = (asked: object, of: JourneyGuide) => journeysHref(knownState(JourneysQuery.parse(asked), of).query);

describe('what of the address is kept', () => {
  it('is what there is: tables, periods, characteristics and regions', () => {
    const asked = { table: 'home_region_by_school_region', period: 'entry:2016 to 2020', group: 'sex:F', region: 'X' };
    expect(hrefOf(asked, guide())).toBe(
      '/journeys?table=home_region_by_school_region&period=entry%3A2016+to+2020&group=sex%3AF',
    );
    expect(hrefOf({ table: 'no_such', period: 'entry:1066', group: 'route:graduate' }, guide())).toBe('/journeys');
    expect(hrefOf({ table: 'school_by_foundation_area', group: 'sex:F' }, guide())).toBe(
      '/journeys?table=school_by_foundation_area',
    );
  });

  it('is the first table for those who plan, one’s own school’s for its staff', () => {
    const table = (of: JourneyGuide) => knownState(JourneysQuery.parse({}), of).choices.table?.shape;
    expect(table(guide())).toBe('school_region_by_foundation_region');
    expect(table(guide(SCHOOL_STAFF))).toBe('school_by_foundation_area');
  });

  it('is one of the reader’s own schools, where they have several and the table is of one', () => {
    const named = (code: string) => ({ code, name: code });
    const staff = guide(SCHOOL_STAFF, { ownSchools: [named('a'), named('b')], ownSchool: 'a' });
    expect(hrefOf({ school: 'b' }, staff)).toBe('/journeys?school=b');
    expect(hrefOf({ school: 'c' }, staff)).toBe('/journeys');
    expect(hrefOf({ school: 'b', table: 'home_region_by_foundation_region' }, staff)).toBe(
      '/journeys?table=home_region_by_foundation_region',
    );
  });

  it('is no table that the reader may not see, and no stage by region of school', () => {
    const staff = guide(SCHOOL_STAFF);
    expect(hrefOf({ table: 'home_region_by_school_region' }, staff)).toBe('/journeys');
    expect(stageTables(staff).map(({ shape }) => shape)).toEqual([
      'home_region_by_foundation_region',
      'foundation_region_by_specialty_region',
      'specialty_region_by_career_region',
    ]);
  });

  it('is the newest period where the source’s periods can’t be added up', () => {
    const overlapping = guide({ school_region_by_foundation_region: { hasAllYears: false } });
    expect(hrefOf({}, overlapping)).toBe('/journeys?period=entry%3A2016+to+2020');
  });

  it('is one direction on the map, and the reader’s own region in the region’s view', () => {
    expect(hrefOf({ view: 'map', from: 'N', to: 'S' }, guide())).toBe('/journeys?view=map&to=S');
    expect(hrefOf({ view: 'map', from: 'X' }, guide())).toBe('/journeys?view=map');
    expect(hrefOf({ view: 'region' }, guide({}, { ownRegions: ['S'] }))).toBe('/journeys?region=S');
    expect(hrefOf({ region: 'X' }, guide())).toBe('/journeys');
  });

  it('is nothing but the country where nothing is loaded', () => {
    const none = guide(Object.fromEntries(FLOW_TABLES.map(({ shape }) => [shape, { isLoaded: false }])), {
      source: null,
    });
    expect(knownState(JourneysQuery.parse({ view: 'stages' }), none).choices).toMatchObject({
      table: null,
      periods: [],
    });
  });
});
