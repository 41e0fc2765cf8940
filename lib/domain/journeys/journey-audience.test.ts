import { describe, expect, it } from 'vitest';
import type { Role } from '@/lib/domain/access/access';
import { type JourneyReading, journeyReading, type PeopleBehind, whyWithheld } from './journey-audience';
import { findShape, JOURNEY_SHAPES, type JourneyShape } from './journey-shapes';

const shapeOf = (id: string): JourneyShape => {
  const shape = findShape(id);
  if (!shape) throw new Error(`No shape ${id}`);
  return shape;
};

const BY_GROUP = ['sex', 'ethnicity', 'quintile', 'route'];
/** Told apart by somebody's characteristic: as the columns, or because the table is narrowed. */
const isCrossTab = ({ columns }: JourneyShape, isNarrowed: boolean) => isNarrowed || BY_GROUP.includes(columns);
const isOfSchools = ({ rows, columns }: JourneyShape) => rows === 'school' || columns === 'school';
const tellsRegion = ({ rows, columns }: JourneyShape) =>
  [rows, columns].some((axis) => /^(school_region|settlement_at_|career_ties)/.test(axis));

const CASES = JOURNEY_SHAPES.flatMap((shape) => [
  { shape, isNarrowed: false },
  ...(shape.characteristics.length > 0 ? [{ shape, isNarrowed: true }] : []),
]);

const readings = (roles: readonly Role[], wanted: (one: (typeof CASES)[number]) => JourneyReading) =>
  CASES.map((one) => [
    one.shape.id,
    one.isNarrowed,
    journeyReading(roles, one.shape, one.isNarrowed),
    wanted(one),
  ]).filter(([, , given, asked]) => given !== asked);

describe('what a role reads of each shape', () => {
  it('is everything for analysts, and nothing by school for administrators', () => {
    expect(readings(['analyst'], () => 'all')).toEqual([]);
    expect(readings(['admin'], ({ shape }) => (isOfSchools(shape) || tellsRegion(shape) ? 'none' : 'all'))).toEqual([]);
  });

  it.each(['deanery', 'commissioner'] as const)('is no school by a characteristic for %s', (role) => {
    const wanted = ({ shape, isNarrowed }: (typeof CASES)[number]) =>
      isOfSchools(shape) && isCrossTab(shape, isNarrowed) ? 'none' : 'all';
    expect(readings([role], wanted)).toEqual([]);
  });

  it('is their own school for its staff, and no region of school', () => {
    const wanted = ({ shape }: (typeof CASES)[number]) => {
      if (isOfSchools(shape)) return 'own';
      return tellsRegion(shape) ? 'none' : 'all';
    };
    expect(readings(['school'], wanted)).toEqual([]);
  });

  it.each([
    ['deanery', 'all'],
    ['commissioner', 'all'],
    ['analyst', 'all'],
    ['admin', 'none'],
  ] as const)(
    'of staff who are %s too: flows as that role, other schools by a characteristic as staff',
    (role, flows) => {
      for (const roles of [['school', role] as const, [role, 'school'] as const]) {
        const wanted = ({ shape, isNarrowed }: (typeof CASES)[number]) => {
          if (!isOfSchools(shape) && !tellsRegion(shape)) return 'all';
          if (isCrossTab(shape, isNarrowed) || flows === 'none') return isOfSchools(shape) ? 'own' : 'none';
          return 'all';
        };
        expect(readings(roles, wanted)).toEqual([]);
      }
    },
  );
});

const behind = (schools: Record<string, number>, given: Partial<PeopleBehind> = {}): PeopleBehind => ({
  whole: new Map(Object.entries(schools)),
  parts: [],
  // s1a and s1b lie in s1.
  regionOf: (school) => school.slice(0, 2),
  ...given,
});

const ask = (
  roles: readonly Role[],
  id: string,
  isNarrowed: boolean,
  people: PeopleBehind,
  own: readonly string[] = [],
) => whyWithheld({ shape: shapeOf(id), isNarrowed, roles, own }, people);

const EQUALITY = 'stage_by_sex';
const MOVES = 'school_region_by_foundation_region';
const NO_SCHOOL = 'home_region_by_foundation_region';
const THREE_EACH = { s1a: 100, s1b: 100, s1c: 100, s2a: 100, s2b: 100, s2c: 100 };

describe('a table of everybody', () => {
  it('of fewer than three schools is not for those whose schools they aren’t', () => {
    for (const [schools, reason] of [
      [{ s1a: 100 }, 'few_schools'],
      [{ s1a: 100, s2a: 100 }, 'few_schools'],
      [{ s1a: 100, s2a: 100, s3a: 100 }, null],
      // Schools of few people hide nothing; nobody hides nobody.
      [{ s1a: 100, s2a: 100, s3a: 9 }, 'few_schools'],
      [{ s1a: 100, s2a: 100, s3a: 6, s4a: 6 }, null],
      [{}, null],
    ] as const)
      expect([schools, ask(['deanery'], EQUALITY, false, behind(schools))]).toEqual([schools, reason]);
    expect(ask(['analyst'], EQUALITY, false, behind({ s1a: 100 }))).toBeNull();
    expect(ask(['school'], EQUALITY, false, behind({ s1a: 100 }), ['s1a'])).toBeNull();
  });

  it('is not for staff who take their own schools away and have one left', () => {
    const four = { s1a: 100, s2a: 100, s3a: 100, s4a: 100 };
    for (const roles of [
      ['school'],
      ['school', 'analyst'],
      ['school', 'deanery'],
      ['commissioner', 'school'],
    ] as const) {
      expect(ask(roles, EQUALITY, false, behind(four), ['s1a'])).toBeNull();
      expect(ask(roles, EQUALITY, false, behind(four), ['s1a', 's2a'])).toBeNull();
      expect(ask(roles, EQUALITY, false, behind(four), ['s1a', 's2a', 's3a'])).toBe('few_schools');
      expect(ask(roles, EQUALITY, false, behind(four), Object.keys(four))).toBeNull();
    }
    // Staff of schools that aren't in it take nothing away, and two schools hide nothing from them.
    expect(ask(['school'], EQUALITY, false, behind({ s1a: 100, s2a: 100 }), ['s9a', 's9b'])).toBe('few_schools');
  });

  it('is looked at in every part that it is split into: what is left of the whole is one part’s', () => {
    const parts = [
      new Map([
        ['s1a', 40],
        ['s2a', 30],
        ['s3a', 30],
      ]),
      new Map([['s1a', 60]]),
    ];
    const people = behind({ s1a: 100, s2a: 30, s3a: 30 }, { parts });
    expect(ask(['deanery'], EQUALITY, false, people)).toBe('few_schools');
    expect(ask(['deanery'], EQUALITY, false, { ...people, parts: parts.slice(0, 1) })).toBeNull();
    expect(ask(['school'], EQUALITY, false, { ...people, parts: parts.slice(0, 1) }, ['s1a', 's2a'])).toBe(
      'few_schools',
    );
  });
});

describe('a table that tells the region of school, narrowed to a group', () => {
  const ONE_ALONE = { ...THREE_EACH, s3a: 100 };
  const shapes = JOURNEY_SHAPES.filter((shape) => tellsRegion(shape) && shape.characteristics.length > 0);

  it('is withheld as a whole where a region holds one or two schools', () => {
    expect(shapes.length).toBeGreaterThan(5);
    for (const { id } of shapes) {
      for (const role of ['deanery', 'commissioner'] as const) {
        expect([id, ask([role], id, true, behind(ONE_ALONE))]).toEqual([id, 'few_in_region']);
        expect([id, ask([role], id, true, behind({ ...ONE_ALONE, s3b: 100 }))]).toEqual([id, 'few_in_region']);
        expect([id, ask([role], id, true, behind({ ...ONE_ALONE, s3b: 100, s3c: 5 }))]).toEqual([id, 'few_in_region']);
        expect([id, ask([role], id, true, behind(THREE_EACH))]).toEqual([id, null]);
        expect([id, ask([role], id, true, behind({ ...THREE_EACH, s3a: 0 }))]).toEqual([id, null]);
        expect([id, ask([role], id, false, behind(ONE_ALONE))]).toEqual([id, null]);
      }
      expect(ask(['analyst'], id, true, behind(ONE_ALONE))).toBeNull();
    }
  });

  it('is withheld where a group of a region is of one or two of its schools', () => {
    const women = new Map(Object.entries({ ...THREE_EACH, s2b: 0, s2c: 5 }));
    expect(ask(['deanery'], MOVES, true, behind(THREE_EACH, { parts: [women] }))).toBe('few_in_region');
    const few = new Map(Object.entries({ s1a: 5, s2b: 0, s2c: 5 }));
    expect(ask(['deanery'], MOVES, true, behind(THREE_EACH, { parts: [few] }))).toBeNull();
  });

  it('leaves tables alone that don’t tell where a school is', () => {
    expect(ask(['deanery'], NO_SCHOOL, true, behind(ONE_ALONE))).toBeNull();
  });
});
