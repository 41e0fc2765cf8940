import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateRatio } from './aggregate-ratio';
import { concentrationIndex } from './concentration-index';
import { fillRate } from './fill-rate';
import { funnelSignificance } from './funnel-significance';
import { gini } from './gini';
import { gravity } from './gravity';
import { haversine } from './haversine';
import { hoover } from './hoover';
import { inequalityGradient } from './inequality-gradient';
import { kaplanMeier, survivalAt } from './kaplan-meier';
import { logRank } from './log-rank';
import { logisticRegression } from './logistic-regression';
import { mean } from './mean';
import { overdispersedFunnel } from './overdispersed-funnel';
import { byarLimits, poissonLimits } from './poisson-limits';
import { poissonRegression } from './poisson-regression';
import { proportion } from './proportion';
import { proportionDifference } from './proportion-difference';
import { proportionFunnel } from './proportion-funnel';
import { quantileGroups } from './quantile-groups';
import { rate } from './rate';
import { rateFunnel, ratioFunnel } from './rate-funnel';
import { recruitmentReach } from './recruitment-reach';
import { segregation } from './segregation';
import { theil } from './theil';
import { trendTest } from './trend-test';
import { vacancyRate } from './vacancy-rate';
import { wilsonInterval } from './wilson';
import { xmr } from './xmr';

type Column = readonly number[];
type ColumnOf = (name: string) => Column;

/** A method with an input it accepts, as columns; a single number is a column of one. */
interface Method {
  readonly call: (of: ColumnOf, one: (name: string) => number) => { readonly kind: string; readonly reason?: string };
  readonly accepted: Readonly<Record<string, Column>>;
  /** Columns in which a number below 0 is a negative count. */
  readonly counts?: readonly string[];
  /** Columns in which 0 and below leave nothing to divide by. */
  readonly denominators?: readonly string[];
  /** A count and the denominator it is part of. */
  readonly part?: readonly [string, string];
  /** The reason where nothing is given at all. */
  readonly empty?: string;
}

const x = [3, 5, 8, 2, 6];
const n = [20, 24, 30, 16, 22];
const pair = { accepted: { x, n }, counts: ['x'], denominators: ['n'], empty: 'too_few_values' };
const part = { ...pair, part: ['x', 'n'] } as const;
const single = { accepted: { x: [4], n: [9] }, counts: ['x'], denominators: ['n'] };
const rows = (values: Column, width: number): Column[] =>
  Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));

const METHODS: Readonly<Record<string, Method>> = {
  aggregateRatio: { ...pair, denominators: [], counts: ['x', 'n'], call: (of) => aggregateRatio(of('x'), of('n')) },
  byarLimits: { accepted: { x: [4] }, counts: ['x'], call: (_, one) => byarLimits(one('x')) },
  concentrationIndex: {
    accepted: { outcomes: [0.2, 0.4, 0.1], ranking: [1, 2, 3], n: [10, 20, 15] },
    denominators: ['n'],
    empty: 'too_few_values',
    call: (of) => concentrationIndex({ outcomes: of('outcomes'), ranking: of('ranking'), weights: of('n') }),
  },
  fillRate: { ...single, call: (_, one) => fillRate(one('x'), one('n')) },
  'funnelSignificance of a proportion': {
    ...part,
    call: (of) => funnelSignificance({ statistic: 'proportion', numerators: of('x'), denominators: of('n') }),
  },
  'funnelSignificance of a rate': {
    ...pair,
    call: (of) => funnelSignificance({ statistic: 'rate', numerators: of('x'), denominators: of('n') }),
  },
  'funnelSignificance of a ratio': {
    ...pair,
    call: (of) => funnelSignificance({ statistic: 'ratio', numerators: of('x'), denominators: of('n') }),
  },
  gini: { accepted: { x }, counts: ['x'], empty: 'too_few_values', call: (of) => gini(of('x')) },
  gravity: {
    accepted: { flows: [4, 2, 0, 7, 1, 9, 3, 5, 6], covariate: [1, 4, 3, 2, 8, 5, 6, 3, 1] },
    counts: ['flows'],
    empty: 'no_events',
    call: (of) => gravity({ flows: rows(of('flows'), 3), covariates: [rows(of('covariate'), 3)] }),
  },
  haversine: {
    accepted: { latitudes: [51.5, 53.8], longitudes: [-0.1, -1.5], radius: [6371] },
    call: (of, one) => {
      const [latitude = Number.NaN, toLatitude = Number.NaN] = of('latitudes');
      const [longitude = Number.NaN, toLongitude = Number.NaN] = of('longitudes');
      return haversine({ latitude, longitude }, { latitude: toLatitude, longitude: toLongitude }, one('radius'));
    },
  },
  hoover: { accepted: { x }, counts: ['x'], empty: 'too_few_values', call: (of) => hoover(of('x')) },
  inequalityGradient: {
    accepted: { n, values: [1, 2, 3, 4, 5], errors: [0.1, 0.2, 0.1, 0.3, 0.2], multiplier: [1] },
    denominators: ['n'],
    call: (of, one) =>
      inequalityGradient({
        groups: of('n').map((population, i) => ({
          population,
          value: of('values')[i] ?? Number.NaN,
          standardError: of('errors')[i] ?? Number.NaN,
        })),
        valueType: 'other',
        transform: false,
        multiplier: one('multiplier'),
      }),
  },
  'inequalityGradient from limits': {
    accepted: { n, values: [1, 2, 3, 4, 5], lower: [0.5, 1, 2, 3, 4], upper: [2, 3, 4, 5, 6] },
    denominators: ['n'],
    empty: 'too_few_values',
    call: (of) =>
      inequalityGradient({
        groups: of('n').map((population, i) => ({
          population,
          value: of('values')[i] ?? Number.NaN,
          lower95: of('lower')[i] ?? Number.NaN,
          upper95: of('upper')[i] ?? Number.NaN,
        })),
        valueType: 'rate',
        transform: true,
      }),
  },
  kaplanMeier: {
    accepted: { x },
    counts: ['x'],
    empty: 'too_few_values',
    call: (of) => kaplanMeier({ times: of('x'), left: of('x').map((_, i) => i % 2 === 0) }),
  },
  logRank: {
    accepted: { x },
    counts: ['x'],
    empty: 'no_variation',
    call: (of) => logRank(of('x').map((time, i) => ({ time, left: i !== 1, isInFirstGroup: i % 2 === 0 }))),
  },
  logisticRegression: {
    accepted: { observed: [0, 1, 0, 1, 1], x },
    empty: 'too_few_values',
    call: (of) => logisticRegression({ observed: of('observed'), covariates: [of('x')] }),
  },
  mean: { accepted: { x }, empty: 'too_few_values', call: (of) => mean(of('x')) },
  'overdispersedFunnel of a proportion': {
    ...part,
    call: (of) => overdispersedFunnel({ kind: 'proportion', numerators: of('x'), denominators: of('n') }),
  },
  'overdispersedFunnel of a ratio': {
    ...pair,
    call: (of) => overdispersedFunnel({ kind: 'root_ratio', numerators: of('x'), denominators: of('n') }),
  },
  poissonLimits: { accepted: { x: [4] }, counts: ['x'], call: (_, one) => poissonLimits(one('x')) },
  poissonRegression: {
    accepted: { x, n, covariate: [1, 0, 3, 2, 1] },
    counts: ['x'],
    denominators: ['n'],
    empty: 'too_few_values',
    call: (of) => poissonRegression({ observed: of('x'), covariates: [of('covariate')], exposures: of('n') }),
  },
  proportion: {
    accepted: { x: [4], n: [9], multiplier: [100] },
    counts: ['x'],
    denominators: ['n'],
    part: ['x', 'n'],
    call: (_, one) => proportion(one('x'), one('n'), one('multiplier')),
  },
  'proportionDifference, first': {
    ...single,
    part: ['x', 'n'],
    call: (_, one) => proportionDifference({ events: one('x'), total: one('n') }, { events: 1, total: 3 }),
  },
  'proportionDifference, second': {
    ...single,
    part: ['x', 'n'],
    call: (_, one) => proportionDifference({ events: 1, total: 3 }, { events: one('x'), total: one('n') }),
  },
  proportionFunnel: { ...part, call: (of) => proportionFunnel({ numerators: of('x'), denominators: of('n') }) },
  quantileGroups: { accepted: { x }, empty: 'too_few_values', call: (of) => quantileGroups(of('x'), 3) },
  rate: {
    accepted: { x: [4], n: [9], multiplier: [1_000] },
    counts: ['x'],
    denominators: ['n'],
    call: (_, one) => rate({ events: one('x'), exposure: one('n'), multiplier: one('multiplier') }),
  },
  rateFunnel: { ...pair, call: (of) => rateFunnel({ events: of('x'), exposures: of('n'), multiplier: 1 }) },
  ratioFunnel: { ...pair, call: (of) => ratioFunnel(of('x'), of('n')) },
  recruitmentReach: {
    accepted: { x, n, km: [0, 10, 5, 80, 40] },
    counts: ['x', 'km'],
    denominators: ['n'],
    empty: 'too_few_values',
    call: (of) => recruitmentReach({ entrants: of('x'), populations: of('n'), distancesKm: of('km') }),
  },
  segregation: {
    accepted: { x, n },
    counts: ['x', 'n'],
    empty: 'no_events',
    call: (of) => segregation(of('x'), of('n')),
  },
  survivalAt: {
    accepted: { time: [3] },
    counts: ['time'],
    call: (_, one) => survivalAt({ steps: [], medianTime: null }, one('time')),
  },
  theil: { accepted: { x }, counts: ['x'], empty: 'too_few_values', call: (of) => theil(of('x')) },
  trendTest: {
    accepted: { period: [1, 2, 3, 4, 5], x, lower: [2, 4, 7, 1, 5], upper: [4, 6, 9, 3, 7] },
    empty: 'too_few_values',
    call: (of) =>
      trendTest(
        of('period').map((period, i) => ({
          period,
          value: of('x')[i] ?? Number.NaN,
          lower95: of('lower')[i] ?? Number.NaN,
          upper95: of('upper')[i] ?? Number.NaN,
        })),
      ),
  },
  vacancyRate: { ...single, counts: ['x', 'n'], denominators: [], call: (_, one) => vacancyRate(one('n'), one('x')) },
  wilsonInterval: { ...single, part: ['x', 'n'], call: (_, one) => wilsonInterval(one('x'), one('n')) },
  xmr: { accepted: { x }, empty: 'too_few_values', call: (of) => xmr({ values: of('x'), improvement: 'up' }) },
};

const run = ({ call }: Method, columns: Readonly<Record<string, Column>>) => {
  const of: ColumnOf = (name) => columns[name] ?? [];
  return call(of, (name) => of(name)[0] ?? Number.NaN);
};

/** The accepted input with one number of one column replaced. */
const withBad = (method: Method, name: string, at: number, bad: (was: number, i: number) => number) => {
  const column = method.accepted[name] ?? [];
  const replaced = column.map((was, i) => (i === at % column.length ? bad(was, i) : was));
  return run(method, { ...method.accepted, [name]: replaced });
};

const isNotFinite = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
const belowZero = fc.double({ min: -1e9, max: -Number.MIN_VALUE, noNaN: true });

const refusesIn = (
  method: Method,
  columns: readonly string[],
  bad: fc.Arbitrary<number>,
  reason: string,
  replace: (drawn: number, was: number, i: number) => number = (drawn) => drawn,
): void => {
  if (columns.length === 0) return;
  fc.assert(
    fc.property(fc.constantFrom(...columns), fc.nat(20), bad, (name, at, drawn) => {
      const result = withBad(method, name, at, (was, i) => replace(drawn, was, i));
      expect(result).toEqual({ kind: 'refused', reason });
    }),
  );
};

describe.each(Object.entries(METHODS))('%s', (_, method) => {
  it('answers an input of its domain', () => {
    expect(run(method, method.accepted).kind).not.toBe('refused');
  });

  it('refuses a missing or infinite number wherever it stands', () => {
    refusesIn(method, Object.keys(method.accepted), isNotFinite, 'not_finite');
  });

  it('refuses a negative count, a denominator of 0 or below, and a count above its denominator', () => {
    refusesIn(method, method.counts ?? [], belowZero, 'negative_events');
    refusesIn(method, method.denominators ?? [], fc.oneof(belowZero, fc.constantFrom(0, -0)), 'no_denominator');
    const [events, total] = method.part ?? [];
    if (events === undefined || total === undefined) return;
    const excess = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
    refusesIn(
      method,
      [events],
      excess,
      'events_exceed_total',
      (by, _was, i) => (method.accepted[total]?.[i] ?? 0) + by,
    );
  });

  it('refuses where nothing is given', () => {
    if (method.empty === undefined) return;
    const nothing = Object.fromEntries(Object.keys(method.accepted).map((name) => [name, []]));
    expect(run(method, nothing)).toEqual({ kind: 'refused', reason: method.empty });
  });
});

describe('a list with a hole', () => {
  it('has a missing value there', () => {
    const holed: number[] = [1, 2, 3];
    delete holed[1];
    expect(aggregateRatio([1, 2, 3], holed)).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
