import { expect, it } from 'vitest';
import { toWaterfall } from './waterfall';

const change = (mean: number) => ({
  mean,
  median: mean,
  lower80: mean - 1,
  upper80: mean + 1,
  lower95: null,
  upper95: null,
});

it('starts each bar where the one before ended, and the whole at nought', () => {
  const { bars, axis } = toWaterfall([
    { label: 'A', kind: 'step', change: change(5) },
    { label: 'B', kind: 'step', change: change(3) },
    { label: 'Together', kind: 'interaction', change: change(-2) },
    { label: 'Whole', kind: 'whole', change: change(6) },
  ]);
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    [0, 5],
    [5, 8],
    [8, 6],
    [0, 6],
  ]);
  expect([axis.domain[0], axis.domain[1] >= 9]).toEqual([0, true]);
});
