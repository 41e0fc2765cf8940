import { describe, expect, test } from 'vitest';
import { publishedShare } from './derived-figures';
import { isDominated, magnitudeBeside } from './dominance';
import { countsBehindInterval, countsBehindPercentage } from './inversion';
import { protectTable } from './protect-table';
import { cellAt, type PublishedCell } from './protected-table';
import { RULE_SETS, type RuleSet } from './rule-set';

const LARGEST_BASE = 100;
const { nhs_subnational_1_to_7: nhs, hesa_rounding_5: hesa, none } = RULE_SETS;

const value = (count: number): PublishedCell => ({ kind: 'value', count });

/** A group of `base` people, `count` of them in one column, as published: the part, the base, and the share to 1 decimal. */
const published = (count: number, base: number, ruleSet: RuleSet): string => {
  const outcome = protectTable(
    {
      rows: [
        { code: 'group', parent: null },
        { code: 'others', parent: null },
      ],
      columns: ['in', 'out'],
      counts: { group: [count, base - count], others: [480, 520] },
    },
    ruleSet,
  );
  if (outcome.kind === 'refused') return outcome.reason;
  const part = cellAt(outcome.table, 'group', 'in') ?? value(0);
  const whole = cellAt(outcome.table, 'group', 'total') ?? value(0);
  const share = publishedShare(part, whole, ruleSet);
  const oneDecimal = (number: number) => (number * 100).toFixed(1);
  const seen =
    share.kind === 'value'
      ? [share.value, share.interval?.lower ?? 0, share.interval?.upper ?? 0].map(oneDecimal).join(' ')
      : share.kind;
  return JSON.stringify([part, whole, seen]);
};

const isSmall = (count: number) => count >= 1 && count <= 7;
const pairs = Array.from({ length: LARGEST_BASE }, (_, i) => i + 1).flatMap((base) =>
  Array.from({ length: base + 1 }, (_, count) => [count, base] as const),
);

describe('publishedShare', () => {
  test.each([nhs, hesa])('$id: of every count and base up to 100, none is the only one that displays so', (ruleSet) => {
    const behind = new Map<string, number>();
    for (const [count, base] of pairs) {
      const seen = published(count, base, ruleSet);
      behind.set(seen, (behind.get(seen) ?? 0) + 1);
    }
    const unique = pairs.filter(([count, base]) => behind.get(published(count, base, ruleSet)) === 1);
    expect(unique.filter(([count, base]) => isSmall(count) || isSmall(base - count))).toEqual([]);
    expect(unique).toEqual([]);
  });

  test('bites: a percentage with its interval from exact counts gives nearly every small count away', () => {
    const small = pairs.filter(([count, base]) => isSmall(count) && base % 5 === 0);
    const unique = small.filter(([count, base]) => {
      const z = 1.959963984540054;
      const centre = (2 * count + z * z) / (2 * (base + z * z));
      const spread = (z * Math.sqrt(z * z + 4 * count * (1 - count / base))) / (2 * (base + z * z));
      const [percent, lower, upper] = [count / base, centre - spread, centre + spread].map((share) =>
        Number((share * 100).toFixed(1)),
      );
      return countsBehindInterval({ percent: percent ?? 0, lower: lower ?? 0, upper: upper ?? 0 }).length === 1;
    });
    expect(unique.length / small.length).toBeGreaterThan(0.9);
  });

  test('is made from the rounded counts that are shown', () => {
    const share = publishedShare(value(10), value(40), nhs);
    expect(share).toMatchObject({ kind: 'value', value: 0.25, interval: { method: 'Wilson', level: 0.95 } });
  });

  test('is suppressed with either part, and on a base shown below 25', () => {
    expect(publishedShare({ kind: 'suppressed' }, value(40), nhs).kind).toBe('suppressed');
    expect(publishedShare(value(10), { kind: 'suppressed' }, nhs).kind).toBe('suppressed');
    expect(publishedShare(value(10), value(20), hesa).kind).toBe('suppressed');
    expect(publishedShare(value(0), value(20), nhs).kind).toBe('suppressed');
    expect(publishedShare(value(10), value(25), hesa).kind).toBe('value');
  });

  test('of a low count is low, of an impossible cell not applicable, never a number without a base', () => {
    expect(publishedShare({ kind: 'low' }, value(40), hesa).kind).toBe('low');
    expect(publishedShare({ kind: 'not_applicable' }, value(40), hesa).kind).toBe('not_applicable');
    expect(publishedShare(value(0), value(0), none).kind).toBe('not_applicable');
    expect(publishedShare(value(5), value(3), none).kind).toBe('not_applicable');
  });
});

describe('countsBehindPercentage', () => {
  test('finds the count that an exact percentage beside a rounded base gives away', () => {
    expect(countsBehindPercentage(14.3, 15)).toEqual([[2, 14]]);
  });
});

describe('magnitudes', () => {
  test('one or two contributors, or one that outweighs the rest, dominate a sum', () => {
    expect(isDominated([1, 9])).toBe(true);
    expect(isDominated([100, 5, 4])).toBe(true);
    expect(isDominated([5, 5, 5])).toBe(false);
    expect(isDominated([0, 0])).toBe(false);
  });

  test('FTE is suppressed beside a hidden or low headcount, on 7 people or fewer, and under dominance', () => {
    const ten = Array.from({ length: 10 }, () => 0.8);
    expect(magnitudeBeside({ kind: 'suppressed' }, ten, nhs).kind).toBe('suppressed');
    expect(magnitudeBeside({ kind: 'low' }, [0.5], hesa).kind).toBe('suppressed');
    expect(magnitudeBeside(value(5), [1, 1, 1, 1], hesa).kind).toBe('suppressed');
    expect(magnitudeBeside(value(10), [9, 0.5, 0.2], nhs).kind).toBe('suppressed');
    expect(magnitudeBeside(value(10), ten, nhs)).toMatchObject({ kind: 'value', value: 10 });
    expect(magnitudeBeside(value(10), ten, none)).toMatchObject({ kind: 'value', value: 8 });
    expect(magnitudeBeside(value(10), [Number.NaN], nhs).kind).toBe('not_applicable');
  });
});
