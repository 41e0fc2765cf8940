import { describe, expect, it } from 'vitest';
import { chanceRange, costPerPost, costRange, costRemark, formatChance } from './round-words';

describe('the words of a round', () => {
  it('never call a chance certain or nought', () => {
    expect(formatChance(1)).toBe('more than 99 in 100');
    expect(formatChance(0)).toBe('less than 1 in 100');
    expect(formatChance(0.5)).toBe('50 in 100');
  });
  it('give both readings, lower first, and one where they agree', () => {
    expect(chanceRange(0.6, 0.4)).toBe('40 in 100 to 60 in 100');
    expect(chanceRange(0.5, 0.5)).toBe('50 in 100');
  });
  it('never call an unknown cost nought', () => {
    expect(costRange(0, 0, 'none')).toBe('not known: no cost entered');
    expect(costRange(2_800_000, 3_100_000, 'part')).toBe('£2.8m to £3.1m');
    expect(costRemark('part')).toBe('without the levers that have no cost entered');
    expect(costRemark('whole')).toBe('');
    expect(costPerPost({ medians: [null, null], known: 'none', atCeiling: false })).toBe('not known: no cost entered');
  });
  it('say why a full region has no cost for each post', () => {
    expect(costPerPost({ medians: [null, null], known: 'whole', atCeiling: true })).toContain('the region is full');
    expect(costPerPost({ medians: [137_000, null], known: 'whole', atCeiling: false })).toBe('£137k');
  });
});
