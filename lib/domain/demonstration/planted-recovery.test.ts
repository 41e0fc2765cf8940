import { describe, expect, test } from 'vitest';
import { logisticRegression } from '@/lib/domain/statistics/logistic-regression';
import { poissonRegression } from '@/lib/domain/statistics/poisson-regression';
import { byCode, type CohortRecord, modelWith, people, readCohort } from './cohort-fixture';
import { standardised } from './draw';
import { logDistance } from './plane';

const model = modelWith();
const { country, effects } = model;
const cohort = readCohort(model);
const authority = byCode(country.authorities);
const area = byCode(country.foundationAreas);

interface Estimate {
  readonly term: string;
  readonly estimate: number;
  readonly error: number;
  readonly truth: number;
}

/** Share of the estimates whose 95 % interval holds the planted value. */
const coverage = (estimates: readonly Estimate[]): number =>
  estimates.filter(({ estimate, error, truth }) => Math.abs(estimate - truth) <= 1.96 * error).length /
  estimates.length;

const sumBy = (records: readonly CohortRecord[], keyOf: (one: CohortRecord) => string): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const one of records) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.count);
  return sums;
};

const reachEstimates = (): Estimate[] =>
  country.schools.flatMap((school) => {
    const byHome = sumBy(
      cohort.filter((one) => one.school === school.code),
      ({ home }) => home,
    );
    const fit = poissonRegression({
      observed: country.authorities.map(({ code }) => byHome.get(code) ?? 0),
      exposures: country.authorities.map(({ aged16To17 }) => aged16To17),
      covariates: [
        country.authorities.map((one) => standardised(one.deprivationScore, country.deprivation)),
        country.authorities.map((one) => standardised(one.nonWhitePct, country.nonWhitePct)),
        country.authorities.map((one) => logDistance(one, school)),
      ],
    });
    if (fit.kind !== 'computed') throw new Error(fit.reason);
    const own = effects.schools[school.code];
    return [own?.deprivation, own?.nonWhite, own?.logDistance].map((truth, i) => ({
      term: `${school.code} ${i}`,
      estimate: fit.coefficients[i + 1] ?? Number.NaN,
      error: fit.modelErrors[i + 1] ?? Number.NaN,
      truth: truth ?? Number.NaN,
    }));
  });

const GROUPS = ['M', 'F'].flatMap((sex) => ['white', 'non_white'].map((ethnicity) => ({ sex, ethnicity })));

/** School × group × foundation area, with a constant for each school and group. */
const foundationEstimates = (): Estimate[] => {
  const counts = sumBy(
    cohort.filter(({ foundation }) => foundation !== ''),
    (one) => [one.school, one.sex, one.ethnicity, one.foundation].join('|'),
  );
  const origins = country.schools
    .flatMap((school) => GROUPS.map((group) => ({ school, ...group })))
    .filter(({ school }) => country.foundationAreas.some(({ code }) => counts.has(`${school.code}|M|white|${code}`)));
  const cells = origins.flatMap((origin, i) => country.foundationAreas.map((to) => ({ ...origin, i, to })));
  const isCapital = (region: number): boolean => country.regions[region]?.isCapital === true;
  const km = cells.map(({ school, to }) => logDistance(school, to));
  const flag = (isSet: (cell: (typeof cells)[number]) => boolean): number[] =>
    cells.map((cell) => (isSet(cell) ? 1 : 0));
  const fit = poissonRegression({
    observed: cells.map(
      (cell) => counts.get([cell.school.code, cell.sex, cell.ethnicity, cell.to.code].join('|')) ?? 0,
    ),
    exposures: cells.map(({ to }) => to.annualPlaces),
    covariates: [
      flag(({ school, to }) => school.region === to.region),
      km,
      cells.map(({ sex }, i) => (sex === 'F' ? (km[i] ?? 0) : 0)),
      cells.map(({ ethnicity }, i) => (ethnicity === 'non_white' ? (km[i] ?? 0) : 0)),
      flag(({ school, to }) => isCapital(school.region) && isCapital(to.region)),
      flag(({ school, to }) => !isCapital(school.region) && isCapital(to.region)),
      ...origins.slice(1).map((_, origin) => flag(({ i }) => i === origin + 1)),
    ],
  });
  if (fit.kind !== 'computed') throw new Error(fit.reason);
  const {
    sameRegion,
    logDistance: slope,
    logDistanceFemale,
    logDistanceNonWhite,
    withinCapital,
    intoCapital,
  } = effects.foundation;
  return [sameRegion, slope, logDistanceFemale, logDistanceNonWhite, withinCapital, intoCapital].map((truth, i) => ({
    term: `foundation ${i}`,
    estimate: fit.coefficients[i + 1] ?? Number.NaN,
    error: fit.modelErrors[i + 1] ?? Number.NaN,
    truth,
  }));
};

/** Odds of a specialty post in the home region, of those whose foundation was elsewhere. */
const returnEstimates = (): Estimate[] => {
  const away = cohort.filter(
    (one) =>
      one.specialty !== '' &&
      one.fifth !== '' &&
      (one.sex === 'F' || one.sex === 'M') &&
      one.ethnicity !== 'unknown' &&
      area(one.foundation).region !== authority(one.home).region,
  );
  const each = away.flatMap((one) => Array.from({ length: one.count }, () => one));
  const fit = logisticRegression({
    observed: each.map((one) => (one.specialty === country.regions[authority(one.home).region]?.code ? 1 : 0)),
    covariates: [
      each.map(({ sex }) => (sex === 'F' ? 1 : 0)),
      each.map(({ ethnicity }) => (ethnicity === 'non_white' ? 1 : 0)),
      each.map(({ fifth }) => 3 - Number(fifth)),
    ],
  });
  if (fit.kind !== 'computed') throw new Error(fit.reason);
  const step = effects.specialtyRegion;
  return [step?.home, step?.homeFemale, step?.homeNonWhite, step?.homePerFifth].map((truth, i) => ({
    term: `return ${i}`,
    estimate: fit.coefficients[i] ?? Number.NaN,
    error: fit.modelErrors[i] ?? Number.NaN,
    truth: truth ?? Number.NaN,
  }));
};

describe('the planted coefficients come back from the files', () => {
  test('entrants by authority: deprivation, non-white share and distance, school by school', () => {
    const estimates = reachEstimates();
    expect(estimates).toHaveLength(42);
    expect(coverage(estimates)).toBeGreaterThanOrEqual(0.85);
    for (const { estimate, error, truth } of estimates) expect(Math.abs(estimate - truth)).toBeLessThan(4 * error);
  });

  test('foundation areas: distance, sex, ethnic group, same region and the capital', () => {
    for (const { term, estimate, error, truth } of foundationEstimates())
      expect({ term, isNear: Math.abs(estimate - truth) < 3.5 * error }).toEqual({ term, isNear: true });
  });

  test('odds of returning to the home region: sex, ethnic group and fifth', () => {
    for (const { term, estimate, error, truth } of returnEstimates())
      expect({ term, isNear: Math.abs(estimate - truth) < 3.5 * error }).toEqual({ term, isNear: true });
    expect(people(cohort, () => true)).toBeGreaterThan(100_000);
  });
});
