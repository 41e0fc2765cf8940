import { describe, expect, test } from 'vitest';
import { type FunnelEntry, toFunnel } from './funnel';

const units = (events: readonly number[], total = 200): FunnelEntry[] =>
  events.map((count, i) => ({ code: String(i), name: `Area ${i}`, events: count, total: total + i * 40 }));
const alike = units([170, 204, 238, 272, 306, 340, 374, 408, 442, 476]);

describe('toFunnel', () => {
  test('is not drawn with fewer than ten areas, and says how many there are', () => {
    expect(toFunnel(alike.slice(1), 'high_good', [0, 200])).toEqual({
      kind: 'none',
      units: 9,
      reason: 'too_few_units',
    });
  });

  test('refuses a count above its denominator', () => {
    expect(toFunnel([...alike, { code: 'z', name: 'Z', events: 3, total: 2 }], 'high_good', [0, 200])).toMatchObject({
      kind: 'none',
      reason: 'events_exceed_total',
    });
  });

  test('keeps the plain limits where areas differ by chance alone', () => {
    const funnel = toFunnel(alike, 'high_good', [0, 200]);
    expect(funnel).toMatchObject({ kind: 'funnel', isWidened: false });
    if (funnel.kind === 'none') throw new Error(funnel.reason);
    expect(funnel.averagePct).toBeCloseTo(85, 10);
    expect(funnel.units.every(({ signal }) => signal === 'within')).toBe(true);
  });

  test('marks an area far outside by direction and judgement', () => {
    const funnel = toFunnel([...alike, { code: 'z', name: 'Z', events: 300, total: 560 }], 'high_good', [0, 200]);
    if (funnel.kind === 'none') throw new Error(funnel.reason);
    expect(funnel.units.at(-1)).toMatchObject({
      signal: 'far',
      comparison: { direction: 'lower', judgement: 'worse' },
    });
  });

  test('widens the limits where areas differ by more than chance, so that fewer stand out', () => {
    const spread = units([120, 216, 180, 300, 240, 390, 300, 470, 360, 550]);
    const funnel = toFunnel(spread, 'low_good', [0, 200]);
    if (funnel.kind === 'none') throw new Error(funnel.reason);
    expect(funnel.isWidened).toBe(true);
    expect(funnel.phi).toBeGreaterThan(1);
    expect(funnel.units.filter(({ signal }) => signal === 'far')).toEqual([]);
  });
});
