import { describe, expect, it } from 'vitest';
import { readIntakeMix } from './read-intake-mix';

const LABELS = ['Women', 'Men'];
const THIRDS = ['A', 'B', 'C'];

describe('a mix as it was typed', () => {
  it('adds up to 100, and shares that were rounded are made to', () => {
    expect(readIntakeMix(LABELS, ['30', '70'])).toEqual({ askedPct: [30, 70], problem: null });
    const { askedPct, problem } = readIntakeMix(THIRDS, ['33.3', '33,3', ' 33.3 ']);
    expect(problem).toBeNull();
    expect(askedPct.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(100, 10);
  });

  it('is none where nothing was typed', () => {
    expect(readIntakeMix(LABELS, [])).toEqual({ askedPct: [], problem: null });
    expect(readIntakeMix(LABELS, ['', ' '])).toEqual({ askedPct: [], problem: null });
  });

  it('says by how much it misses 100', () => {
    expect(readIntakeMix(LABELS, ['30', '60']).problem).toContain('add up to 90%: 10 are missing');
    expect(readIntakeMix(LABELS, ['30', '71']).problem).toContain('add up to 101%: 1 too many');
  });

  it('names the boxes that hold no share', () => {
    for (const text of ['', 'a lot', '-5', '1e2', 'NaN', '0x10', '1000'])
      expect([text, readIntakeMix(LABELS, ['100', text]).problem]).toEqual([
        text,
        expect.stringMatching(/for: Men\.$/),
      ]);
    expect(readIntakeMix(LABELS, ['100']).problem).toContain('Men');
  });
});
