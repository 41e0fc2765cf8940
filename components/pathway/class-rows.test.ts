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
const resultOf = (classes: PathwayModelled['summary']['classes'], classYear?: number) => ({
  regions: [{ code: 'XR-1', name: 'Kelvarrow' }],
  summary: { classes, startYear: 2026, ...(classYear === undefined ? {} : { classYear }) },
  scenario: { years: 15, offers: [{}] },
});
const result = resultOf(
  [one(false, 'XR-1', 0.9, 1.1), one(true, 'XR-1', 0.2, 0.6), one(true, null, 0.4, 0.3), one(false, null, 0, 0)],
  2030,
);

describe('classTable', () => {
  it('marks whose value changes worst, not whose is lowest, and leaves out classes that nobody is in', () => {
    const rows = classTable(result).rows.map(([name, worst]) => [name, worst]);
    expect(rows).toEqual([
      ['home in Kelvarrow, no tie', ''],
      ['home in Kelvarrow, partner or caring tie', ''],
      ['home elsewhere, partner or caring tie', 'yes'],
    ]);
  });

  it('says who does worst, and in which year', () => {
    expect(worstOffSentence(result)).toContain(
      'In 2030, the last year of the offer, doctors with home elsewhere, partner or caring tie do worst: they lose 0.1000 at the median',
    );
    expect(worstOffSentence(resultOf([]))).toBeNull();
  });

  it('names nobody where the worst change is none', () => {
    const got = worstOffSentence(resultOf([one(false, 'XR-1', 0.9, 0.9), one(true, null, 0.3, 0.4)], 2030));
    expect(got).toContain('no class of doctors loses');
  });

  it('says of a run from before the year was kept that its classes are of the last year', () => {
    expect(worstOffSentence(resultOf([one(true, null, 0.3, 0.4)]))).toContain(
      'In 2040, the last year of the run, doctors with home elsewhere, partner or caring tie do worst: they gain least, 0.1000',
    );
  });
});
