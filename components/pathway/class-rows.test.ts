import { describe, expect, it } from 'vitest';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { classTable, worstOffSentence } from './class-rows';

const band = (median: number) => ({
  median,
  mean: median,
  lower80: median - 0.1,
  upper80: median + 0.1,
  lower95: null,
  upper95: null,
});
const one = (tied: boolean, homeRegionCode: string | null, without: number, after: number) => ({
  ...{ tied, homeRegionCode },
  inclusiveValue: { baseline: band(without), option: band(after), difference: band(after - without) },
});
const resultOf = (classes: PathwayModelled['summary']['classes']) => ({
  regions: [{ code: 'XR-1', name: 'Kelvarrow' }],
  summary: { classes },
});
const result = resultOf([
  one(false, 'XR-1', 0.9, 1.1),
  one(true, 'XR-1', 0.2, 0.6),
  one(true, null, 0.4, 0.3),
  one(false, null, 0, 0),
]);

describe('classTable', () => {
  it('marks who is worst off without and with the offer, and leaves out classes that nobody is in', () => {
    const rows = classTable(result).rows.map(([name, worst]) => [name, worst]);
    expect(rows).toEqual([
      ['home in Kelvarrow, no tie', ''],
      ['home in Kelvarrow, partner or caring tie', 'without'],
      ['home elsewhere, partner or caring tie', 'with'],
    ]);
  });

  it('says whether the worst off gain or lose', () => {
    expect(worstOffSentence(result)).toContain('home elsewhere, partner or caring tie, and lose 0.1000 at the median');
    expect(worstOffSentence(resultOf([]))).toBeNull();
  });
});
