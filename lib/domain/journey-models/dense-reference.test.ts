import { describe, expect, it } from 'vitest';
import { logisticRegression } from '@/lib/domain/statistics/logistic-regression';
import type { Outcome } from '@/lib/domain/statistics/outcome';
import { poissonRegression } from '@/lib/domain/statistics/poisson-regression';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { cellRegression } from './cell-regression';
import { entrantsModel } from './entrants-model';
import type { FoundationInput } from './foundation-design';
import { foundationModel } from './foundation-model';
import { type ReachPlaces, reachDesign } from './reach-design';
import { returnModel } from './return-model';
import { shareModel } from './share-model';

const next = seededGenerator('journey-models/dense');
const SCHOOLS = 4;
const AUTHORITIES = 25;
const rows = (of: (j: number, i: number) => number) =>
  Array.from({ length: SCHOOLS }, (_, j) => Array.from({ length: AUTHORITIES }, (_, i) => of(j, i)));

const places: ReachPlaces = {
  authorities: Array.from({ length: AUTHORITIES }, (_, i) => ({
    code: `A${i}`,
    aged16To17: 500 + Math.floor(4_000 * next()),
    deprivationScore: 5 + 40 * next(),
    nonWhitePct: 60 * next(),
  })),
  schools: Array.from({ length: SCHOOLS }, (_, j) => ({ code: `S${j}`, name: `School ${j}`, founded: 1900 + j })),
  distancesKm: rows(() => 400 * next()),
};
// Over-dispersed and with zeros, so that model and robust errors differ.
const entrants = rows((j, i) => Math.floor((200 / (1 + (places.distancesKm[j]?.[i] ?? 0) / 10)) * next() * next() * 2));
const women = entrants.map((row) => row.map((count) => Math.floor(count * (0.3 + 0.5 * next()))));

const ofFit = <T>(outcome: Outcome<T>): { readonly kind: 'computed' } & Readonly<T> => {
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome;
};
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));
const estimates = (model: { readonly coefficients: readonly { readonly estimate: number }[] }) =>
  model.coefficients.map(({ estimate }) => estimate);
const errors = (model: { readonly coefficients: readonly { readonly se: number }[] }) =>
  model.coefficients.map(({ se }) => se);

/** The same terms in one dense design: a constant and three slopes for each school, zero elsewhere. */
const design = reachDesign(places);
const denseColumns = design.schools.flatMap((j) =>
  [design.people.map(() => 1), ...design.covariatesOf(j)].map((column) =>
    design.schools.flatMap((other) => column.map((value) => (other === j ? value : 0))),
  ),
);
/** The dense fit has a constant of its own: the first school's stands for it. */
const withOwnConstant = (coefficients: readonly number[]) =>
  coefficients.map((one, k) => (k > 0 && k % 4 === 0 ? one + (coefficients[0] ?? 0) : one));

describe('models against one dense fit', () => {
  it('entrants: school by school equals all schools at once', () => {
    const dense = ofFit(
      poissonRegression({
        observed: entrants.flat(),
        covariates: denseColumns.slice(1),
        exposures: design.schools.flatMap(() => [...design.people]),
      }),
    );
    const model = ofFit(entrantsModel({ ...places, entrants }));
    expect(estimates(model)).toEqual(near(withOwnConstant(dense.coefficients)));
    expect(model.diagnostics.deviance).toBeCloseTo(dense.deviance, 7);
    expect(model.diagnostics.dispersion).toBeCloseTo(dense.pearsonDispersion, 9);
    expect(model).toMatchObject({ n: 100, zeroShare: entrants.flat().filter((count) => count === 0).length / 100 });
    // Slopes of a school: robust errors of its own cells only, with the small-sample factor of its own cells.
    const own = Math.sqrt(25 / 21);
    const robust = dense.hc0Errors.map((error) => error * own);
    const slopes = robust.flatMap((error, k) => (k % 4 === 0 ? [] : [error]));
    const found = errors(model).filter((_, k) => k % 4 > 0);
    expect(found.every((error, k) => error >= (slopes[k] ?? Number.NaN) * (1 - 1e-9))).toBe(true);
    expect(found.some((error, k) => Math.abs(error / (slopes[k] ?? 1) - 1) < 1e-9)).toBe(true);
  });

  it('shares: cells equal a fit of every person', () => {
    const people = women.flatMap((row, j) =>
      row.flatMap((count, i) =>
        Array.from({ length: entrants[j]?.[i] ?? 0 }, (_, one) => ({ y: one < count ? 1 : 0, cell: j * 25 + i })),
      ),
    );
    const dense = ofFit(
      logisticRegression({
        observed: people.map(({ y }) => y),
        covariates: denseColumns.slice(1).map((column) => people.map(({ cell }) => column[cell] ?? 0)),
      }),
    );
    const model = ofFit(shareModel('female_share', { ...places, ofGroup: women, known: entrants }));
    expect(estimates(model)).toEqual(near(withOwnConstant(dense.coefficients)));
    const grouped = ofFit(
      cellRegression({
        family: 'binomial',
        counts: women.flat(),
        sizes: entrants.flat(),
        covariates: denseColumns.slice(1),
      }),
    );
    expect(grouped.coefficients).toEqual(near(dense.coefficients));
    expect(grouped.modelErrors).toEqual(near(dense.modelErrors));
    expect(grouped.people).toBe(people.length);
  });

  const foundation: FoundationInput = {
    schools: ['R1', 'R2', 'R3', 'R4'].map((region, j) => ({ code: `S${j}`, region })),
    areas: ['R1', 'R1', 'R2', 'R3', 'R4', 'R5'].map((region, a) => ({
      code: `F${a}`,
      region,
      annualPlaces: 50 + 30 * a,
    })),
    distancesKm: Array.from({ length: SCHOOLS }, () => Array.from({ length: 6 }, () => 300 * next())),
    capitalRegion: 'R1',
    groups: Array.from({ length: SCHOOLS * 4 }, (_, g) => ({
      school: Math.floor(g / 4),
      isFemale: g % 2 === 1,
      isNonWhite: g % 4 > 1,
      graduates: Array.from({ length: 6 }, (_, a) => (a === 2 && g < 3 ? 0 : Math.floor(60 * next() * next()))),
    })),
  };
  const cells = foundation.groups.flatMap((group, g) =>
    foundation.areas.map((area, a) => ({
      group,
      g,
      area,
      from: foundation.schools[group.school]?.region,
      count: group.graduates[a] ?? 0,
      logKm: Math.log1p(foundation.distancesKm[group.school]?.[a] ?? 0),
    })),
  );
  const termColumns = [
    cells.map(({ from, area }) => (from === area.region ? 1 : 0)),
    cells.map(({ logKm }) => logKm),
    cells.map(({ group, logKm }) => (group.isFemale ? logKm : 0)),
    cells.map(({ group, logKm }) => (group.isNonWhite ? logKm : 0)),
    cells.map(({ from, area }) => (from === 'R1' && area.region === 'R1' ? 1 : 0)),
    cells.map(({ from, area }) => (from !== 'R1' && area.region === 'R1' ? 1 : 0)),
  ];
  const groupColumns = foundation.groups.slice(1).map((_, g) => cells.map((cell) => (cell.g === g + 1 ? 1 : 0)));

  it('foundation areas: the multinomial equals Poisson with a constant for each group', () => {
    const dense = ofFit(
      poissonRegression({
        observed: cells.map(({ count }) => count),
        covariates: [...termColumns, ...groupColumns],
        exposures: cells.map(({ area }) => area.annualPlaces ?? 1),
      }),
    );
    const model = ofFit(foundationModel(foundation));
    expect(model).toMatchObject({ adjustment: 'places', n: 96 });
    expect(estimates(model)).toEqual(near(dense.coefficients.slice(1, 7)));
    const larger = dense.quasiErrors.map((error, k) => Math.max(error, dense.hc1Errors[k] ?? 0));
    expect(dense.pearsonDispersion).toBeGreaterThan(1);
    expect(errors(model)).toEqual(near(larger.slice(1, 7)));
    expect(model.diagnostics.deviance).toBeCloseTo(dense.deviance, 7);
    expect(model.diagnostics.dispersion).toBeCloseTo(dense.pearsonDispersion, 9);
  });

  it('foundation areas without places: free effects of areas, and one relation with the capital less', () => {
    const model = ofFit(
      foundationModel({ ...foundation, areas: foundation.areas.map((one) => ({ ...one, annualPlaces: null })) }),
    );
    const areaColumns = foundation.areas
      .slice(1)
      .map(({ code }) => cells.map(({ area }) => (area.code === code ? 1 : 0)));
    const dense = ofFit(
      poissonRegression({
        observed: cells.map(({ count }) => count),
        covariates: [...termColumns.slice(0, 5), ...groupColumns, ...areaColumns],
      }),
    );
    expect(model.adjustment).toBe('area_effects');
    expect(estimates(model)).toEqual(near(dense.coefficients.slice(1, 6)));
    expect(model.diagnostics.leftOut).toEqual([{ what: 'term', code: 'into_capital', reason: 'collinear' }]);
  });

  it('returning home: cells equal a fit of every person', () => {
    const returns = ['R1', 'R2', 'R3'].flatMap((homeRegion, r) =>
      Array.from({ length: 20 }, (_, g) => {
        const away = 3 + Math.floor(20 * next());
        const returned = Math.floor(away * (0.2 + 0.1 * r + 0.5 * next()));
        return { homeRegion, isFemale: g % 2 === 1, isNonWhite: g % 4 > 1, fifth: 1 + (g % 5), returned, away };
      }),
    );
    const each = returns.flatMap((cell) =>
      Array.from({ length: cell.away }, (_, i) => ({ cell, y: i < cell.returned ? 1 : 0 })),
    );
    const dense = ofFit(
      logisticRegression({
        observed: each.map(({ y }) => y),
        covariates: [
          each.map(({ cell }) => (cell.isFemale ? 1 : 0)),
          each.map(({ cell }) => (cell.isNonWhite ? 1 : 0)),
          each.map(({ cell }) => 3 - cell.fifth),
          each.map(({ cell }) => (cell.homeRegion === 'R2' ? 1 : 0)),
          each.map(({ cell }) => (cell.homeRegion === 'R3' ? 1 : 0)),
        ],
      }),
    );
    const model = ofFit(returnModel(returns));
    expect(model.coefficients.map(({ term }) => term)).toEqual(['female', 'non_white', 'per_fifth_more_deprived']);
    expect(estimates(model)).toEqual(near(dense.coefficients.slice(1, 4)));
  });
});
