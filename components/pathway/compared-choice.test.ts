import { describe, expect, it } from 'vitest';
import { leftOutWords, splitChosen } from './compared-choice';

describe('runs that were chosen to compare', () => {
  it('are the first four, once each, and the rest are named', () => {
    const { compared, beyond } = splitChosen(['a', 'b', 'a', 'c', 'd', 'e', 'f']);
    expect([compared, beyond]).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e', 'f'],
    ]);
    expect(leftOutWords({ beyond, elsewhere: [], closed: 0 })).toEqual([
      'At most four are compared. Left out: e and f. Untick others to compare them.',
    ]);
  });

  it('are left out with the reason of each', () => {
    expect(leftOutWords({ beyond: [], elsewhere: [], closed: 0 })).toEqual([]);
    expect(leftOutWords({ beyond: ['e'], elsewhere: ['g'], closed: 2 })).toHaveLength(3);
  });
});
