import { describe, expect, it } from 'vitest';
import type { LeverPosition } from '@/lib/contracts/lever-position';
import { positionSentence, positionSources } from './position-sentence';

const POSITION: LeverPosition = {
  indicatorId: 'specialty-fill-rate',
  breakdown: 'ST3',
  name: 'Posts filled, ST3',
  unit: 'percent',
  decimals: 1,
  own: { kind: 'value', value: 85, interval: null },
  period: '2025',
  source: 'Fill, NHS England',
  releaseId: 'fill-1',
  isStale: false,
  peers: { areas: 10, median: 88.2, lowest: 70.1, highest: 99 },
};

describe('the position beside a control', () => {
  it('has the own figure with its period, the others’ median and range, and no rank', () => {
    expect(positionSentence(POSITION)).toBe(
      'Posts filled, ST3: 85.0% (2025); 10 other regions: median 88.2%, from 70.1 to 99.0%.',
    );
  });

  it('says what is withheld, old, missing or has too few others', () => {
    expect(positionSentence({ ...POSITION, own: { kind: 'suppressed' } })).toContain('Suppressed (2025); 10 other');
    expect(positionSentence({ ...POSITION, isStale: true })).toContain('(2025, over three years old)');
    expect(positionSentence({ ...POSITION, own: { kind: 'not_loaded' } })).toBe('Posts filled, ST3: not loaded.');
    expect(positionSentence({ ...POSITION, peers: null })).toContain('fewer than three other regions');
  });

  it('names each source once, with its release', () => {
    const missing = { ...POSITION, own: { kind: 'not_loaded' as const }, source: '', releaseId: '' };
    expect(positionSources([POSITION, POSITION, missing])).toEqual(['Fill, NHS England, release fill-1']);
  });
});
