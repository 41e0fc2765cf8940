import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateRatio } from './aggregate-ratio';
import { fillRate } from './fill-rate';
import { staffTurnover } from './staff-turnover';
import { vacancyRate } from './vacancy-rate';

const posts = fc
  .dictionary(fc.constantFrom(...Array.from({ length: 30 }, (_, i) => `p${i}`)), fc.constantFrom('A', 'B', 'C'))
  .map((people) => new Map(Object.entries(people)));

describe('staffTurnover', () => {
  it('balances: headcount at the start less leavers plus joiners is headcount at the end', () => {
    fc.assert(
      fc.property(posts, posts, (start, end) => {
        const units = staffTurnover(start, end);
        expect(units.reduce((all, unit) => all + unit.headcountStart, 0)).toBe(start.size);
        return units.every((unit) => unit.headcountStart - unit.leavers + unit.joiners === unit.headcountEnd);
      }),
    );
  });

  it('counts nobody as a leaver of England who only moved', () => {
    fc.assert(
      fc.property(posts, posts, (start, end) => {
        const england = (people: ReadonlyMap<string, string>) =>
          new Map([...people.keys()].map((person) => [person, 'England']));
        const [whole] = staffTurnover(england(start), england(end));
        const gone = [...start.keys()].filter((person) => !end.has(person)).length;
        return (whole?.leavers ?? 0) === gone;
      }),
    );
  });

  it('has no rate without a denominator', () => {
    const [unit] = staffTurnover(new Map(), new Map([['p1', 'A']]));
    expect(unit).toEqual({
      unit: 'A',
      headcountStart: 0,
      headcountEnd: 1,
      leavers: 0,
      joiners: 1,
      stabilityIndex: null,
      leaverRate: 0,
      joinerRate: 2,
    });
    expect(staffTurnover(new Map(), new Map())).toEqual([]);
  });

  it('lists units in order of their code', () => {
    const units = staffTurnover(
      new Map([
        ['p1', 'B'],
        ['p2', 'A'],
      ]),
      new Map([['p3', 'C']]),
    );
    expect(units.map(({ unit }) => unit)).toEqual(['A', 'B', 'C']);
  });
});

describe('vacancyRate', () => {
  it('keeps the sign where more are in post than established', () => {
    expect(vacancyRate(10, 12)).toEqual({ kind: 'computed', vacancyFte: -2, vacancyRate: -0.2 });
  });

  it('has vacancies but no rate at an establishment of 0', () => {
    expect(vacancyRate(0, 3)).toEqual({ kind: 'computed', vacancyFte: -3, vacancyRate: null });
  });

  it('refuses negative and missing FTE', () => {
    expect(vacancyRate(-1, 3)).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(vacancyRate(1, -3)).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(vacancyRate(1, Number.NaN)).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});

describe('fillRate', () => {
  it('may be above 1', () => {
    expect(fillRate(12, 10)).toEqual({ kind: 'computed', fillRate: 1.2 });
    expect(fillRate(0, 10)).toEqual({ kind: 'computed', fillRate: 0 });
  });

  it('refuses no posts, negative accepts and missing values', () => {
    expect(fillRate(0, 0)).toEqual({ kind: 'refused', reason: 'no_denominator' });
    expect(fillRate(-1, 10)).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(fillRate(Number.NaN, 10)).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});

describe('aggregateRatio', () => {
  it('lies between the lowest and the highest ratio of its parts and does not depend on their order', () => {
    const parts = fc.array(fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1, max: 1_000 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(parts, (all) => {
        const result = aggregateRatio(
          all.map(([x]) => x),
          all.map(([, n]) => n),
        );
        const reversed = aggregateRatio(all.map(([x]) => x).reverse(), all.map(([, n]) => n).reverse());
        if (result.kind === 'refused') return false;
        expect(reversed).toEqual(result);
        const ratios = all.map(([x, n]) => x / n);
        return result.ratio >= Math.min(...ratios) - 1e-12 && result.ratio <= Math.max(...ratios) + 1e-12;
      }),
    );
  });

  it('is the ratio of sums, not the mean of ratios', () => {
    expect(aggregateRatio([1, 0], [1, 99])).toEqual({ kind: 'computed', ratio: 0.01 });
  });

  it('refuses what is out of its domain', () => {
    expect(aggregateRatio([], [])).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(aggregateRatio([1], [1, 2])).toEqual({ kind: 'refused', reason: 'lengths_differ' });
    expect(aggregateRatio([1, 1], [0, 0])).toEqual({ kind: 'refused', reason: 'no_denominator' });
    expect(aggregateRatio([-1], [2])).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(aggregateRatio([1], [Number.NaN])).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
