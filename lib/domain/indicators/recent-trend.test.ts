import { describe, expect, test } from 'vitest';
import { fillOf, YORKSHIRE } from './figure-fixture';
import { recentTrend } from './recent-trend';

const year = (filled: number, label: number) =>
  fillOf(YORKSHIRE, 'ST3', filled, 1000, { period: { label: String(label), end: `${label}-12-31` } });
const falling = [900, 850, 800, 750, 700].map((filled, i) => year(filled, 2020 + i));

describe('recentTrend', () => {
  test('says direction and judgement in words', () => {
    expect(recentTrend(falling, 'high_good')).toMatchObject({
      text: 'Decreasing and getting worse',
      judgement: 'worse',
    });
    expect(recentTrend(falling, 'low_good')).toMatchObject({ text: 'Decreasing and getting better' });
    expect(recentTrend(falling, 'no_judgement')).toMatchObject({ text: 'Decreasing', judgement: 'none' });
  });

  test('uses the last five periods in time order, however they come', () => {
    const mixed = [year(100, 2010), ...falling].toReversed();
    expect(recentTrend(mixed, 'high_good')).toMatchObject({ kind: 'trend', from: '2020', to: '2024' });
  });

  test('finds no trend where the differences are within chance', () => {
    const steady = [850, 853, 849, 852, 850].map((filled, i) => year(filled, 2020 + i));
    expect(recentTrend(steady, 'high_good')).toMatchObject({ text: 'No significant change', judgement: 'none' });
  });

  test('cannot be calculated from four periods, nor from figures without an interval', () => {
    expect(recentTrend(falling.slice(1), 'high_good')).toMatchObject({
      kind: 'cannot_be_calculated',
      reason: 'A trend needs five periods with an interval; 4 are loaded.',
    });
    const bare = falling.map((figure) => ({
      ...figure,
      measure: { kind: 'value' as const, value: 3, interval: null },
    }));
    expect(recentTrend(bare, 'high_good')).toMatchObject({ kind: 'cannot_be_calculated' });
  });
});
