import { describe, expect, it } from 'vitest';
import { intervalWords } from './interval-words';

describe('intervalWords', () => {
  it('names the method where intervals are computed from counts', () => {
    expect(intervalWords({ intervalMethod: 'wilson', method: 'Accepts divided by posts.' })).toContain('Wilson score');
  });

  it('gives the method’s own reason where there is none, past a decimal point', () => {
    const method = 'Scores agree within 0.094. An index has no sampling interval: it is no sample. As published.';
    expect(intervalWords({ intervalMethod: 'none', method })).toBe(
      'An index has no sampling interval: it is no sample.',
    );
  });

  it('says plainly that there is none where no reason is written', () => {
    expect(intervalWords({ intervalMethod: 'none', method: 'As published.' })).toBe('No interval.');
  });
});
