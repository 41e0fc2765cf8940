import { describe, expect, it } from 'vitest';
import { orderQuantile } from '@/lib/domain/statistics/order-quantile';
import { middleOfSchools } from './middle-of-schools';

const SLOPES = [0.13, 1.31, 2.52, 3.89, 5.17, 6.36, 7.81, 9.24, 10.95];
const STEP = 0.3;

/** Every way to move each value a step up, a step down or not at all: their order stays. */
function* moved(values: readonly number[]): Generator<readonly number[]> {
  for (let way = 0; way < 3 ** values.length; way += 1)
    yield values.map((value, at) => value + STEP * ((Math.floor(way / 3 ** at) % 3) - 1));
}

describe('the middle of several schools', () => {
  it('is not given of fewer than nine: quartiles of five are three schools’ own slopes', () => {
    const five = SLOPES.slice(0, 5);
    expect([0.25, 0.5, 0.75].map((at) => five.includes(orderQuantile(five, at)))).toEqual([true, true, true]);
    expect(middleOfSchools(five)).toBeNull();
    expect(middleOfSchools(SLOPES.slice(0, 8))).toBeNull();
  });

  it('leaves every school’s slope open: others that differ give the same figures', () => {
    const figures = JSON.stringify(middleOfSchools(SLOPES));
    const [isHigher, isLower] = [new Set<number>(), new Set<number>()];
    for (const values of moved(SLOPES)) {
      if (JSON.stringify(middleOfSchools(values)) !== figures) continue;
      values.forEach((value, at) => {
        if (value > (SLOPES[at] ?? 0)) isHigher.add(at);
        if (value < (SLOPES[at] ?? 0)) isLower.add(at);
      });
    }
    expect([isHigher.size, isLower.size]).toEqual([SLOPES.length, SLOPES.length]);
  });

  it('lies where the quartiles do, in any order', () => {
    expect(middleOfSchools(SLOPES)).toEqual({ schools: 9, lowerQuartile: 2.6, median: 5.1, upperQuartile: 7.8 });
    expect(middleOfSchools(SLOPES.toReversed())).toEqual(middleOfSchools(SLOPES));
  });
});
