import { expect, test } from 'vitest';
import type { Band } from '@/lib/contracts/scenario';
import { toBandStrip } from './band-strip';
import { toGainLoss } from './gain-loss';

const band = (median: number, half: number): Band => ({
  median,
  mean: median,
  lower80: median - half,
  upper80: median + half,
  lower95: median - 2 * half,
  upper95: median + 2 * half,
});

test('strips share one axis that holds nought and both intervals', () => {
  const { axis } = toBandStrip([
    { label: 'Need', band: band(8, 2) },
    { label: 'Careers', band: band(3, 1) },
  ]);
  expect(axis.domain[0]).toBeLessThanOrEqual(0);
  expect(axis.domain[1]).toBeGreaterThanOrEqual(12);
});

test('before 256 draws there is no 95 % band, and the axis does without', () => {
  const { axis } = toBandStrip([{ label: 'Need', band: { ...band(8, 2), lower95: null, upper95: null } }]);
  expect(axis.domain[1]).toBeGreaterThanOrEqual(10);
});

test('losers stay in view: gains first, the largest loss last', () => {
  const { rows } = toGainLoss([
    { label: 'C', change: band(-3, 1) },
    { label: 'A', change: band(5, 1) },
    { label: 'B', change: band(0, 0) },
  ]);
  expect(rows.map(({ label, word }) => `${label} ${word}`)).toEqual(['A gains', 'B no change', 'C loses']);
});
