import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure } from '@/lib/domain/measure/measure';
import { classShares } from './class-shares';
import { destinations, graduatesPerPlace } from './destinations';
import { dependence, footprint } from './footprint';
import { changedIntakeMix, FIRST_ORDER_CAUTION } from './intake-mix';
import { EXACT_COUNTS, ROUNDED_TO_5 } from './published-count';
import { count } from './reach-fixture';

const people = (counts: readonly number[]) => counts.map((one, i) => ({ area: `A${i}`, people: count(one) }));
const numberOf = (measure: Measure): number => {
  if (measure.kind !== 'value') throw new Error(measure.kind);
  return measure.value;
};
const total = (measures: readonly Measure[]): number => measures.reduce((sum, one) => sum + numberOf(one), 0);

describe('the footprint', () => {
  it('holds at least the share, and without its last area less', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 300 }), { minLength: 1, maxLength: 30 }), (counts) => {
        const all = counts.reduce((sum, one) => sum + one, 0);
        fc.pre(all > 0);
        const { areas, held } = footprint(people(counts), EXACT_COUNTS);
        const own = areas.map((area) => counts[Number(area.slice(1))] ?? 0);
        const sum = own.reduce((so, one) => so + one, 0);
        expect(held).toBeCloseTo(sum / all, 12);
        expect(sum).toBeGreaterThanOrEqual(0.7 * all);
        expect(sum - (own.at(-1) ?? 0)).toBeLessThan(0.7 * all);
      }),
    );
  });

  it('counts the areas that aren’t loaded; there is none where one is withheld, which may be the largest, or nobody is known', () => {
    const areas = [...people([10, 1]), { area: 'X', people: { kind: 'not_loaded' as const } }];
    expect(footprint(areas, EXACT_COUNTS)).toEqual({ areas: ['A0'], held: 10 / 11, unknownAreas: 1 });
    const withheld = [...people([10, 1]), { area: 'X', people: { kind: 'suppressed' as const } }];
    expect(footprint(withheld, EXACT_COUNTS)).toEqual({ areas: [], held: null, unknownAreas: 1 });
    expect(footprint([], EXACT_COUNTS)).toEqual({ areas: [], held: null, unknownAreas: 0 });
  });
});

describe('dependence and destinations', () => {
  it('orders areas by the share that comes from the school', () => {
    const result = dependence(
      [
        { area: 'A', fromSchool: count(10), fromSchools: [count(10), count(90)] },
        { area: 'B', fromSchool: count(60), fromSchools: [count(60), count(40)] },
        { area: 'C', fromSchool: { kind: 'suppressed' }, fromSchools: [{ kind: 'suppressed' }, count(100)] },
        { area: 'D', fromSchool: count(5), fromSchools: [count(5), { kind: 'suppressed' }] },
      ],
      EXACT_COUNTS,
    );
    expect(result.map(({ area, share }) => [area, share.kind])).toEqual([
      ['B', 'value'],
      ['A', 'value'],
      ['C', 'suppressed'],
      ['D', 'suppressed'],
    ]);
  });

  it('destinations add up to everybody with the unknown', () => {
    const { areas, unknown } = destinations(people([30, 50, 0]), count(20), EXACT_COUNTS);
    expect(total([...areas.map(({ share }) => share), unknown])).toBeCloseTo(1, 12);
    expect(areas.map(({ area }) => area)).toEqual(['A1', 'A0', 'A2']);
    expect(destinations([], count(0), EXACT_COUNTS).unknown.kind).toBe('not_applicable');
  });

  it('graduates for each place have limits, and none without places', () => {
    expect(graduatesPerPlace(count(135), 100, EXACT_COUNTS)).toMatchObject({ value: expect.closeTo(1.35, 12) });
    expect(graduatesPerPlace(count(135), null, EXACT_COUNTS)).toEqual({ kind: 'not_loaded' });
  });
});

describe('stayers, returners and newcomers', () => {
  const classes = ['stayer', 'returner', 'newcomer_studied', 'newcomer_arrived', 'unknown'] as const;

  it('add up to everybody, the unknown among them', () => {
    const people = { stayer: 40, returner: 10, newcomer_studied: 25, newcomer_arrived: 20, unknown: 5 };
    const cells = Object.fromEntries(Object.entries(people).map(([name, one]) => [name, count(one)]));
    for (const rules of [EXACT_COUNTS, ROUNDED_TO_5]) {
      const shares = classShares(classes, { ...blank, ...cells }, rules);
      expect(total(shares.map(({ share }) => share))).toBeCloseTo(1, 12);
      expect(shares.map((one) => one.class)).toEqual([...classes]);
    }
  });

  it('are withheld together where one is, so that it is not the rest', () => {
    const shares = classShares(classes, { ...blank, unknown: { kind: 'suppressed' } }, EXACT_COUNTS);
    expect(shares.map(({ share }) => share.kind)).toEqual(Array(5).fill('suppressed'));
  });

  const blank = {
    stayer: count(10),
    returner: count(10),
    newcomer_studied: count(10),
    newcomer_arrived: count(10),
    unknown: count(10),
  };
});

describe('what if the intake mix changed', () => {
  const groups = [
    { group: 'deprived', people: { here: count(60), elsewhere: count(40) } },
    { group: 'other', people: { here: count(120), elsewhere: count(180) } },
  ];

  it('is today where the mix is today', () => {
    const result = changedIntakeMix(groups, { deprived: 0.25, other: 0.75 }, EXACT_COUNTS);
    expect(result).toMatchObject({ kind: 'reweighted', caution: FIRST_ORDER_CAUTION });
    expect(result.kind === 'reweighted' && result.destinations[0]).toMatchObject({
      today: { value: expect.closeTo(0.45, 12) },
      asked: { value: expect.closeTo(0.45, 12) },
      change: { value: 0, interval: { lower: 0, upper: 0 } },
    });
  });

  it('moves by the difference between the groups, with limits, and the destinations still add up', () => {
    const result = changedIntakeMix(groups, { deprived: 0.5, other: 0.5 }, EXACT_COUNTS);
    if (result.kind === 'none') throw new Error(result.reason);
    expect(numberOf(result.destinations[0]?.change ?? { kind: 'low' })).toBeCloseTo(0.05, 12);
    expect(total(result.destinations.map(({ asked }) => asked))).toBeCloseTo(1, 12);
    const change = result.destinations[0]?.change;
    expect(
      change?.kind === 'value' && change.interval && change.interval.upper - change.interval.lower,
    ).toBeGreaterThan(0.03);
  });

  it('needs a mix, graduates, and counts that are given', () => {
    expect(changedIntakeMix(groups, { deprived: 0.5 }, EXACT_COUNTS)).toEqual({ kind: 'none', reason: 'not_a_mix' });
    expect(changedIntakeMix(groups, { deprived: 1.2, other: -0.2 }, EXACT_COUNTS)).toEqual({
      kind: 'none',
      reason: 'not_a_mix',
    });
    expect(changedIntakeMix([{ group: 'a', people: { here: count(0) } }], { a: 1 }, EXACT_COUNTS)).toEqual({
      kind: 'none',
      reason: 'no_graduates',
    });
    expect(
      changedIntakeMix([{ group: 'a', people: { here: { kind: 'suppressed' } } }], { a: 1 }, EXACT_COUNTS),
    ).toEqual({
      kind: 'none',
      reason: 'suppressed',
    });
  });

  it('has no figure where the new mix asks for a group that has no graduates', () => {
    const result = changedIntakeMix(
      [...groups, { group: 'nobody', people: { here: count(0), elsewhere: count(0) } }],
      { deprived: 0.2, other: 0.7, nobody: 0.1 },
      EXACT_COUNTS,
    );
    expect(result.kind === 'reweighted' && result.destinations[0]).toMatchObject({
      today: { kind: 'value' },
      asked: { kind: 'not_applicable' },
    });
  });

  it('says that it is first order and what it assumes, and names no cause', () => {
    expect(FIRST_ORDER_CAUTION).toMatch(/first-order/);
    expect(FIRST_ORDER_CAUTION).toMatch(/people like those now here would do as those did/);
  });
});
