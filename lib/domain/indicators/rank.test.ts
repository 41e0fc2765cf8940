import { describe, expect, test } from 'vitest';
import { type RankedArea, rankOf, rankText } from './rank';

const rankIn = (code: string, areas: readonly RankedArea[], of: number) => rankOf('hchs-vacancy-rate', code, areas, of);

const area = (code: string, value: number, margin: number | null = null): RankedArea => ({
  code,
  value,
  interval: margin === null ? null : { lower: value - margin, upper: value + margin, level: 0.95, method: 'test' },
});

describe('rankOf', () => {
  test('ranks from the highest value, only where every area of the type is there', () => {
    const areas = [area('a', 1), area('b', 3), area('c', 2)];
    expect(rankText(rankIn('c', areas, 3))).toBe('2nd highest of 3');
    expect(rankText(rankIn('b', areas, 3))).toBe('highest of 3');
    expect(rankText(rankIn('c', areas, 11))).toBe('rank: not shown, 3 of 11 loaded');
  });

  test('gives equal values the same place and says so', () => {
    expect(rankText(rankIn('a', [area('a', 2), area('b', 2), area('c', 5)], 3))).toBe('joint 2nd highest of 3');
  });

  test('gives the places that the intervals allow, without simulation', () => {
    const areas = [area('a', 10, 1), area('b', 9, 1), area('c', 5, 1), area('d', 1, 1)];
    expect(rankIn('b', areas, 4)).toMatchObject({ place: 2, interval: { from: 1, to: 2 } });
    expect(rankText(rankIn('b', areas, 4))).toBe('2nd highest of 4 (95% interval: 1st to 2nd)');
    expect(rankIn('d', areas, 4)).toMatchObject({ place: 4, interval: { from: 4, to: 4 } });
  });

  test('gives no interval where one area has none, and no rank to an unknown area or a value that is no number', () => {
    expect(rankIn('a', [area('a', 1, 1), area('b', 2)], 2)).toMatchObject({ kind: 'ranked', interval: null });
    expect(rankIn('z', [area('a', 1), area('b', 2)], 2)).toMatchObject({ kind: 'not_ranked' });
    expect(rankIn('a', [area('a', 1), area('b', Number.NaN)], 2)).toEqual({ kind: 'not_ranked', loaded: 1, of: 2 });
  });

  test('writes 11th, 12th, 13th and 21st', () => {
    const many = Array.from({ length: 30 }, (_, i) => area(String(i + 1), 30 - i));
    const written = ['11', '12', '13', '21', '22', '23'].map((code) => rankText(rankIn(code, many, 30)).split(' ')[0]);
    expect(written).toEqual(['11th', '12th', '13th', '21st', '22nd', '23rd']);
  });

  test('gives no place by a figure that is not one to rank by', () => {
    const rank = rankOf('competition-ratio', 'a', [area('a', 2), area('b', 5)], 2);
    expect(rank).toEqual({ kind: 'never_ranked', loaded: 2, of: 2 });
    expect(rankText(rank)).toBe('rank: none, this figure is not one to rank by');
  });
});
