import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { fitOfOwn } from './fit-for-staff';
import { fitModel } from './fit-model';
import { FittedModel } from './fitted-model';
import { journeyCells } from './planted-fixture';
import { sentencesOfFit, shownCoefficients } from './sentences-of-fit';

const demonstration = modelWith();
const { places, entrants } = journeyCells(demonstration, [2021, 2022, 2023, 2024, 2025]);
const [OWN = '', OTHER = ''] = places.schools.map(({ code }) => code);

type Rows = readonly (readonly number[])[];

/** Of the first schools only, the fit as it is kept. */
const fitOf = (rows: Rows, schools = places.schools.length): FittedModel => {
  const input = {
    ...places,
    schools: places.schools.slice(0, schools),
    distancesKm: places.distancesKm.slice(0, schools),
    entrants: rows.slice(0, schools),
  };
  const outcome = fitModel({ model: 'entrants', input });
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return FittedModel.parse(JSON.parse(JSON.stringify(outcome.fitted)));
};

const forStaff = (fitted: FittedModel): FittedModel | null =>
  fitted.bySchool && fitOfOwn(fitted, fitted.bySchool, [OWN]);

/** The other schools' entrants from other authorities: their slopes turn. */
const turned = entrants.map((row, j) => (j === 0 ? row : row.toReversed()));

const averageOf = ({ bySchool }: FittedModel) => bySchool?.slopes.map(({ average }) => average?.estimate ?? Number.NaN);

const ownOf = ({ bySchool }: FittedModel, school: string) =>
  bySchool?.slopes.map(({ schools }) => schools.find((one) => one.school === school)?.own?.estimate ?? Number.NaN);

describe('what staff of a school are given of a fit by school', () => {
  it.each([2, 3, 4, places.schools.length])('is the same whatever the others do, of %i schools', (schools) => {
    const [one, other] = [fitOf(entrants, schools), fitOf(turned, schools)];
    expect(averageOf(one)).not.toEqual(averageOf(other));
    expect(forStaff(one)).toEqual(forStaff(other));
    expect(sentencesOfFit(forStaff(one) ?? one, (code) => code)).toEqual(
      sentencesOfFit(forStaff(other) ?? other, (code) => code),
    );
  });

  it('is the fit of their school alone: its terms, cells and errors', () => {
    const [mine, alone] = [forStaff(fitOf(entrants)), fitOf(entrants, 1)];
    expect(mine?.coefficients).toEqual(alone.coefficients);
    expect({ n: mine?.n, zeroShare: mine?.zeroShare }).toEqual({ n: alone.n, zeroShare: alone.zeroShare });
    const { leftOut: _, ...diagnostics } = alone.diagnostics;
    for (const [name, value] of Object.entries(diagnostics)) expect(mine?.diagnostics).toHaveProperty(name, value);
    expect(mine?.bySchool?.founding).toEqual([]);
  });

  it('has no average in its terms, and no term of another school', () => {
    const mine = forStaff(fitOf(entrants));
    const terms = [...(mine?.coefficients ?? []), ...(mine ? shownCoefficients(mine) : [])].map(({ term }) => term);
    expect(terms).toHaveLength(7);
    expect(terms.filter((term) => !term.startsWith(OWN))).toEqual([]);
  });

  it('would else have told the slope of the other of two schools: twice the average less their own, of equal weight', () => {
    const fitted = fitOf(entrants, 2);
    const [, , distance] = averageOf(fitted) ?? [];
    const [own, other] = [ownOf(fitted, OWN)?.[2] ?? Number.NaN, ownOf(fitted, OTHER)?.[2] ?? Number.NaN];
    const worked = 2 * (distance ?? Number.NaN) - own;
    expect(Math.abs(worked - other)).toBeLessThan(Math.abs(own - other));
  });

  it('is nothing where their school has no fit of its own, or an earlier version kept too little', () => {
    const thinned = entrants.map((row, j) => (j === 0 ? row.map((_, i) => (i < 12 ? 1 : 0)) : row));
    expect(forStaff(fitOf(thinned))).toBeNull();
    const { bySchool, ...rest } = fitOf(entrants);
    const earlier = bySchool && {
      ...bySchool,
      schools: bySchool.schools.map(({ cells: _, ...school }) => school),
    };
    expect(forStaff({ ...rest, bySchool: earlier })).toBeNull();
  });
});
