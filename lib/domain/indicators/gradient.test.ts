import { describe, expect, test } from 'vitest';
import { NORTH_EAST_AND_YORKSHIRE as AREA, figureOf, gpEnds } from './figure-fixture';
import { gpSupplyGradient } from './gradient';

describe('gpSupplyGradient', () => {
  test('gives both differences and a sentence with the date', () => {
    const result = gpSupplyGradient(gpEnds(AREA, ['fifth-1', 4.0505, 'fifth-5', 5.2401]));
    expect(result).toMatchObject({
      kind: 'gradient',
      sentence:
        'Practices serving the most deprived fifth have 4.05 fully qualified GPs (FTE) per 10,000 patients, against 5.24 in the least deprived fifth (2024).',
    });
    expect(result.kind === 'gradient' && result.absoluteDifference).toBeCloseTo(-1.1896, 4);
    expect(result.kind === 'gradient' && result.relativeDifference).toBeCloseTo(-0.227, 3);
  });

  test('uses a merged group where an end is merged, and says so', () => {
    const result = gpSupplyGradient(gpEnds(AREA, ['fifths-1-2', 4.8, 'fifth-5', 5.4]));
    expect(result).toMatchObject({ sentence: expect.stringContaining('most deprived two fifths') });
  });

  test('draws nothing from an implausible end group', () => {
    expect(gpSupplyGradient(gpEnds(AREA, ['fifths-1-2', 4.62, 'fifth-5', 28.06])).kind).toBe('none');
  });

  test('draws nothing from one end, from old figures, or from two periods', () => {
    const [most, least] = gpEnds(AREA, ['fifth-1', 4, 'fifth-5', 5]);
    const later = figureOf(AREA, 'gp-fte-per-10k', 5, {
      breakdown: 'fifth-5',
      period: { label: '2025', end: '2025-12-31' },
    });
    expect(gpSupplyGradient(most ? [most] : []).kind).toBe('none');
    expect(gpSupplyGradient(gpEnds(AREA, ['fifth-1', 4, 'fifth-5', 5], { stale: true })).kind).toBe('none');
    expect(gpSupplyGradient(most && least ? [most, least, later] : []).kind).toBe('none');
  });
});
