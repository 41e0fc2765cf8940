import { describe, expect, it } from 'vitest';
import type { Measure } from '@/lib/domain/measure/measure';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { distanceAverages } from './distance-averages';
import { EXACT_COUNTS, ROUNDED_TO_5 } from './published-count';
import { rounded, rowOfAreas } from './reach-fixture';

/** Chances of ten authorities at 10, 30 … 190 km: 58 km on average, half within 50 km. */
const CHANCES = [0.24, 0.19, 0.15, 0.12, 0.09, 0.07, 0.05, 0.04, 0.03, 0.02] as const;
const MEAN_KM = CHANCES.reduce((sum, chance, i) => sum + chance * (10 + 20 * i), 0);
const MEDIAN_KM = 50;
const SCHOOLS = 400;

const limits = (measure: Measure): readonly [number, number] => {
  if (measure.kind !== 'value' || measure.interval === null) throw new Error(measure.kind);
  return [measure.interval.lower, measure.interval.upper];
};
const holds = ([lower, upper]: readonly [number, number], truth: number): boolean => lower <= truth && truth <= upper;
const width = ([lower, upper]: readonly [number, number]): number => upper - lower;

/** Entrants of a school drawn at random, by authority. */
const drawn = (random: () => number, people: number): number[] => {
  const entrants = CHANCES.map(() => 0);
  for (let one = 0; one < people; one += 1) {
    let left = random();
    const at = CHANCES.findIndex((chance) => {
      left -= chance;
      return left < 0;
    });
    const home = at === -1 ? CHANCES.length - 1 : at;
    entrants[home] = (entrants[home] ?? 0) + 1;
  }
  return entrants;
};

describe('limits of average distances', () => {
  const random = seededGenerator('distance averages');
  const schools = Array.from({ length: SCHOOLS }, () => drawn(random, 300));
  const exact = schools.map((entrants) => distanceAverages(rowOfAreas(entrants), EXACT_COUNTS));
  const given = schools.map((entrants) => distanceAverages(rowOfAreas(entrants, rounded), ROUNDED_TO_5));

  it('hold the true mean and median in about 95 of 100 schools, also from rounded counts', () => {
    const covered = (all: typeof exact, of: 'meanKm' | 'medianKm', truth: number) =>
      all.filter((one) => holds(limits(one[of]), truth)).length / SCHOOLS;
    expect(Math.abs(covered(exact, 'meanKm', MEAN_KM) - 0.95)).toBeLessThan(0.03);
    expect(covered(given, 'meanKm', MEAN_KM)).toBeGreaterThan(0.93);
    // Distances come in steps of 20 km: the limits hold more than they need to.
    expect(covered(exact, 'medianKm', MEDIAN_KM)).toBeGreaterThan(0.94);
    expect(covered(given, 'medianKm', MEDIAN_KM)).toBeGreaterThan(0.94);
  });

  it('are wider from rounded counts', () => {
    const total = (all: typeof exact, of: 'meanKm' | 'medianKm') =>
      all.reduce((sum, one) => sum + width(limits(one[of])), 0);
    expect(total(given, 'meanKm')).toBeGreaterThan(total(exact, 'meanKm'));
    expect(total(given, 'medianKm')).toBeGreaterThanOrEqual(total(exact, 'medianKm'));
  });

  it('are none where a count is withheld, nobody came, or there is one authority only', () => {
    const [first, ...rest] = rowOfAreas([30, 20, 10]);
    if (!first) throw new Error('No area');
    const kinds = [
      [{ ...first, entrants: { kind: 'suppressed' as const } }, ...rest],
      rowOfAreas([0, 0, 0]),
      rowOfAreas([30]),
    ].map((areas) => distanceAverages(areas, EXACT_COUNTS).meanKm.kind);
    expect(kinds).toEqual(['suppressed', 'not_applicable', 'not_applicable']);
  });
});
