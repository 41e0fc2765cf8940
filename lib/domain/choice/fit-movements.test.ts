import { describe, expect, it } from 'vitest';
import { fitMovements, pullDistribution } from './fit-movements';
import type { MovementRow, Movements } from './movement-cells';
import { nestedShares } from './option-shares';

const distanceKm = [
  [0, 90, 210, 320],
  [90, 0, 130, 240],
  [210, 130, 0, 115],
  [320, 240, 115, 0],
];
const constants = [0.4, -0.3, 0.9, -1.1];
const regions = [0, 1, 2, 3];

/** Expected movements of a country with known pulls: fitting them has to give the pulls back. */
const country = (stay: number, distance: number, home: number, lambda: number, hasOutside = true): Movements => {
  const rows = regions.flatMap((homeRegion) =>
    [...regions, null].map((currentRegion): MovementRow => {
      const people = 100 + 40 * homeRegion + 10 * (currentRegion ?? 7);
      const utilities = regions.map(
        (region) =>
          (region === currentRegion ? stay : 0) +
          (distance * (distanceKm[homeRegion]?.[region] ?? 0)) / 100 +
          (region === homeRegion ? home : 0),
      );
      const { shares, outside } = nestedShares(utilities, constants, lambda);
      return {
        homeRegion,
        currentRegion,
        chosen: shares.map((share) => share * people),
        outside: hasOutside ? outside * people : null,
      };
    }),
  );
  return { distanceKm, rows, distanceFrom: 'home' };
};

const fitted = (movements: Movements) => {
  const fit = fitMovements(movements);
  if (fit.kind !== 'fitted') throw new Error(fit.kind);
  return fit;
};

describe('fitMovements', () => {
  it('gives back stay constant, distance, home and nest', () => {
    const fit = fitted(country(2.1, -0.6, 0.8, 0.55));
    expect(fit.nest.kind === 'fitted' && fit.nest.dissimilarity).toBeCloseTo(0.55, 6);
    expect(fit.stayConstant.estimate).toBeCloseTo(2.1, 6);
    expect(fit.distancePer100Km.estimate).toBeCloseTo(-0.6, 6);
    expect(fit.homeConstant?.estimate).toBeCloseTo(0.8, 6);
    expect(fit.donorsNamed).toBe(true);
    expect(fit.logLikelihood).toBeGreaterThan(fit.nullLogLikelihood);
  });

  it('is a plain logit where those who took no post aren’t loaded, and says so', () => {
    const fit = fitted(country(2.1, -0.6, 0.8, 1, false));
    expect(fit.nest).toEqual({ kind: 'plain', reason: 'outside_not_loaded', estimate: null });
    expect(fit.stayConstant.estimate).toBeCloseTo(2.1, 6);
  });

  it('is a plain logit where the nest comes out above 1', () => {
    const movements = country(1.2, -0.4, 0.3, 1);
    const rows = movements.rows.map((row) => {
      const placed = row.chosen.reduce((total, one) => total + one, 0);
      const odds = (placed / (row.outside ?? 1)) ** 1.6;
      return { ...row, outside: placed / odds };
    });
    const { nest, stayConstant } = fitted({ ...movements, rows });
    expect(nest.kind === 'plain' && nest.reason).toBe('above_one');
    expect(stayConstant.estimate).toBeCloseTo(1.2, 6);
  });

  it('measures distance from where people were where homes aren’t loaded, and fits no pull of home', () => {
    const rows = country(1.5, -0.5, 0, 1).rows.map((row) => ({ ...row, homeRegion: null }));
    const fit = fitted({ distanceKm, rows, distanceFrom: 'current' });
    expect(fit.homeConstant).toBeNull();
    expect(fit.stayConstant.estimate).toBeGreaterThan(0);
  });

  it('leaves a region that nobody chose out', () => {
    const movements = country(1.5, -0.5, 0.2, 1, false);
    const rows = movements.rows.map((row) => ({ ...row, chosen: [...row.chosen.slice(0, 3), 0] }));
    const fit = fitted({ ...movements, rows });
    expect(fit.regionsLeftOut).toEqual([3]);
    expect(fit.stayConstant.estimate).toBeCloseTo(1.5, 6);
  });

  it('fits nothing and names no donor without movements', () => {
    expect(fitMovements(null)).toEqual({ kind: 'not_loaded', donorsNamed: false });
    expect(fitMovements({ distanceKm, rows: [], distanceFrom: 'home' })).toEqual({
      kind: 'not_loaded',
      donorsNamed: false,
    });
  });

  it('refuses what can’t be fitted, and names no donor', () => {
    const row = { homeRegion: 0, currentRegion: 0, outside: null };
    const refusalOf = (rows: readonly MovementRow[]) => fitMovements({ distanceKm, rows, distanceFrom: 'home' });
    expect(refusalOf([{ ...row, chosen: [1, 2] }])).toMatchObject({ reason: 'lengths_differ', donorsNamed: false });
    expect(refusalOf([{ ...row, chosen: [1, -2, 0, 0] }])).toMatchObject({ reason: 'negative_events' });
    expect(refusalOf([{ ...row, chosen: [5, 0, 0, 0] }])).toMatchObject({ reason: 'too_few_values' });
    const stayers = regions.map((region) => ({
      homeRegion: region,
      currentRegion: region,
      outside: null,
      chosen: regions.map((other) => (other === region ? 9 : 0)),
    }));
    expect(refusalOf(stayers).kind).toBe('refused');
  });

  it('is drawn normally around its estimate', () => {
    expect(pullDistribution({ estimate: 2, standardError: 0.3 })).toEqual({ dist: 'normal', mean: 2, sd: 0.3 });
  });
});
