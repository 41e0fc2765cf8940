import { describe, expect, test } from 'vitest';
import { comparatorOf, earlierYears } from './comparator';
import { compareWithEarlier } from './compare-with-earlier';
import { figureOf, fillOf, YORKSHIRE } from './figure-fixture';

const in2023 = { period: { label: '2023', end: '2023-12-31' } };
const now = fillOf(YORKSHIRE, 'ST3', 800, 1000);
const before = fillOf(YORKSHIRE, 'ST3', 900, 1000, in2023);
const england = figureOf({ code: 'E92000001', name: 'England', type: 'england' }, 'specialty-fill-rate', 88, {
  breakdown: 'ST3',
});
const pool = { comparatorCode: 'E92000001', national: [england], peers: [], figures: [now, before] };

describe('an earlier period as comparator', () => {
  test('is the area’s own figure of that year, named by its period', () => {
    expect(comparatorOf({ ...pool, comparatorYear: '2023' }, now)).toMatchObject({
      areaName: 'Yorkshire and the Humber, 2023',
      period: { label: '2023' },
    });
  });

  test('falls back on England where there is no earlier figure', () => {
    expect(comparatorOf({ ...pool, comparatorYear: '2019' }, now)).toBe(england);
    expect(comparatorOf({ ...pool, comparatorYear: '2024' }, now)).toBe(england);
  });

  test('is offered only for years that a later figure follows', () => {
    expect(earlierYears([now, before, england])).toEqual(['2023']);
    expect(earlierYears([now])).toEqual([]);
  });

  test('is judged by the difference of two proportions, not against a fixed value', () => {
    expect(compareWithEarlier(now, before, 'high_good')).toMatchObject({ comparison: 'worse', side: -1 });
    const close = fillOf(YORKSHIRE, 'ST3', 820, 1000, in2023);
    expect(compareWithEarlier(now, close, 'high_good')).toMatchObject({ comparison: 'similar', side: -1 });
  });

  test('is only placed where there are no counts', () => {
    const [bareNow, bareBefore] = [85, 80].map((value) => figureOf(YORKSHIRE, 'gp-training-fill-rate', value));
    if (!bareNow || !bareBefore) throw new Error('No figures');
    expect(compareWithEarlier(bareNow, bareBefore, 'high_good')).toMatchObject({ comparison: 'not_compared', side: 1 });
  });
});
