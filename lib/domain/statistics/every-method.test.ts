import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateRatio } from './aggregate-ratio';
import { concentrationIndex } from './concentration-index';
import { CONFIDENCE_LEVELS } from './confidence-level';
import { globalEmpiricalBayes, localEmpiricalBayes } from './empirical-bayes';
import { fillRate } from './fill-rate';
import { funnelSignificance } from './funnel-significance';
import { gini } from './gini';
import { gravity } from './gravity';
import { haversine } from './haversine';
import { hoover } from './hoover';
import { inequalityGradient } from './inequality-gradient';
import { kaplanMeier } from './kaplan-meier';
import { logRank } from './log-rank';
import { logisticRegression } from './logistic-regression';
import { mean } from './mean';
import { REFUSAL_REASONS } from './outcome';
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
import { spatialAssociation } from './spatial-association';
import { spatialPermutation } from './spatial-permutation';
import { theil } from './theil';
import { trendTest } from './trend-test';
import { vacancyRate } from './vacancy-rate';
import { wilsonInterval } from './wilson';
import { xmr } from './xmr';

// Whatever may come from a file or a form: whole and fractional, tiny and huge, negative, infinite and missing.
const anyNumber = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 50 }) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  fc.integer({ min: -5, max: 1_000_000 }),
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 5e-324, 1.7e308),
);
const list = fc.array(anyNumber, { maxLength: 14 });
const level = fc.constantFrom(...CONFIDENCE_LEVELS);
const one = anyNumber;
const matrix = fc.array(fc.array(anyNumber, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 4 });

/** Each area beside the one before and the one after. */
const ringOf = (values: readonly number[]) =>
  values.map((_, i) => [...new Set([i + 1, i + values.length - 1].map((j) => j % values.length))]);

const isSound = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isSound);
  return value !== undefined;
};

const expectSound = (result: { readonly kind: string }): void => {
  expect(isSound(result)).toBe(true);
  if ('reason' in result) expect(REFUSAL_REASONS).toContain(result.reason);
};

/** A property for each method, on any numbers at all. */
const properties = {
  aggregateRatio: () => fc.assert(fc.property(list, list, (x, n) => expectSound(aggregateRatio(x, n)))),
  byarLimits: () => fc.assert(fc.property(one, level, (x, at) => expectSound(byarLimits(x, at)))),
  concentrationIndex: () =>
    fc.assert(
      fc.property(list, list, list, (outcomes, ranking, weights) =>
        expectSound(concentrationIndex({ outcomes, ranking, weights })),
      ),
    ),
  fillRate: () => fc.assert(fc.property(one, one, (x, n) => expectSound(fillRate(x, n)))),
  funnelSignificance: () =>
    fc.assert(
      fc.property(fc.constantFrom('proportion', 'rate', 'ratio'), list, list, (statistic, numerators, denominators) =>
        expectSound(funnelSignificance({ statistic, numerators, denominators })),
      ),
    ),
  gini: () => fc.assert(fc.property(list, (values) => expectSound(gini(values)))),
  gravity: () =>
    fc.assert(
      fc.property(matrix, fc.array(matrix, { maxLength: 2 }), (flows, covariates) =>
        expectSound(gravity({ flows, covariates })),
      ),
    ),
  haversine: () =>
    fc.assert(
      fc.property(one, one, one, one, (latitude, longitude, to, over) =>
        expectSound(haversine({ latitude, longitude }, { latitude: to, longitude: over })),
      ),
    ),
  globalEmpiricalBayes: () =>
    fc.assert(
      fc.property(list, list, fc.constantFrom('poisson', 'binomial'), (counts, populations, kind) =>
        expectSound(globalEmpiricalBayes({ counts, populations }, kind)),
      ),
    ),
  localEmpiricalBayes: () =>
    fc.assert(
      fc.property(list, list, fc.array(list, { maxLength: 14 }), fc.boolean(), (counts, populations, any, isRing) =>
        expectSound(localEmpiricalBayes({ counts, populations }, isRing ? ringOf(counts) : any)),
      ),
    ),
  hoover: () => fc.assert(fc.property(list, (values) => expectSound(hoover(values)))),
  inequalityGradient: () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.record({ population: one, value: one, standardError: one }),
            fc.record({ population: one, value: one, lower95: one, upper95: one }),
          ),
          { maxLength: 8 },
        ),
        fc.constantFrom('other', 'rate', 'proportion'),
        fc.boolean(),
        one,
        (groups, valueType, transform, multiplier) =>
          expectSound(inequalityGradient({ groups, valueType, transform, multiplier })),
      ),
    ),
  kaplanMeier: () =>
    fc.assert(
      fc.property(list, fc.array(fc.boolean(), { maxLength: 14 }), (times, left) =>
        expectSound(kaplanMeier({ times, left })),
      ),
    ),
  logRank: () =>
    fc.assert(
      fc.property(fc.array(fc.record({ time: one, left: fc.boolean(), isInFirstGroup: fc.boolean() })), (people) =>
        expectSound(logRank(people)),
      ),
    ),
  logisticRegression: () =>
    fc.assert(
      fc.property(list, fc.array(list, { maxLength: 2 }), (observed, covariates) =>
        expectSound(logisticRegression({ observed, covariates })),
      ),
    ),
  mean: () => fc.assert(fc.property(list, (values) => expectSound(mean(values)))),
  overdispersedFunnel: () =>
    fc.assert(
      fc.property(
        fc.constantFrom('proportion', 'count_ratio', 'log_ratio', 'root_ratio'),
        list,
        list,
        (kind, numerators, denominators) => expectSound(overdispersedFunnel({ kind, numerators, denominators })),
      ),
    ),
  poissonLimits: () => fc.assert(fc.property(one, level, (x, at) => expectSound(poissonLimits(x, at)))),
  poissonRegression: () =>
    fc.assert(
      fc.property(list, fc.array(list, { maxLength: 2 }), (observed, covariates) =>
        expectSound(poissonRegression({ observed, covariates })),
      ),
    ),
  proportion: () =>
    fc.assert(fc.property(one, one, one, (x, n, multiplier) => expectSound(proportion(x, n, multiplier)))),
  proportionDifference: () =>
    fc.assert(
      fc.property(one, one, one, one, level, (x1, n1, x2, n2, at) =>
        expectSound(proportionDifference({ events: x1, total: n1 }, { events: x2, total: n2 }, at)),
      ),
    ),
  proportionFunnel: () =>
    fc.assert(
      fc.property(list, list, one, (numerators, denominators, multiplier) =>
        expectSound(proportionFunnel({ numerators, denominators, multiplier })),
      ),
    ),
  quantileGroups: () =>
    fc.assert(
      fc.property(fc.array(fc.option(anyNumber)), one, fc.boolean(), (values, groups, first) =>
        expectSound(quantileGroups(values, groups, first)),
      ),
    ),
  rate: () =>
    fc.assert(
      fc.property(one, one, one, (events, exposure, multiplier) => expectSound(rate({ events, exposure, multiplier }))),
    ),
  rateFunnel: () =>
    fc.assert(
      fc.property(list, list, one, one, (events, exposures, multiplier, yearsOfData) =>
        expectSound(rateFunnel({ events, exposures, multiplier, yearsOfData })),
      ),
    ),
  ratioFunnel: () =>
    fc.assert(fc.property(list, list, (observed, expected) => expectSound(ratioFunnel(observed, expected)))),
  recruitmentReach: () =>
    fc.assert(
      fc.property(list, list, list, (entrants, populations, distancesKm) =>
        expectSound(recruitmentReach({ entrants, populations, distancesKm })),
      ),
    ),
  segregation: () => fc.assert(fc.property(list, list, (first, second) => expectSound(segregation(first, second)))),
  spatialAssociation: () =>
    fc.assert(
      fc.property(list, fc.array(list, { maxLength: 14 }), fc.boolean(), (values, any, isRing) =>
        expectSound(spatialAssociation(values, isRing ? ringOf(values) : any)),
      ),
    ),
  spatialPermutation: () =>
    fc.assert(
      fc.property(list, fc.constantFrom(99, 98, 99.5), (values, permutations) =>
        expectSound(spatialPermutation({ values, neighbours: ringOf(values), permutations, seed: 'any' })),
      ),
    ),
  theil: () => fc.assert(fc.property(list, (values) => expectSound(theil(values)))),
  trendTest: () =>
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.record({ period: one, value: one, lower95: one, upper95: one })), { maxLength: 8 }),
        (series) => expectSound(trendTest(series)),
      ),
    ),
  vacancyRate: () =>
    fc.assert(fc.property(one, one, (establishment, inPost) => expectSound(vacancyRate(establishment, inPost)))),
  wilsonInterval: () => fc.assert(fc.property(one, one, level, (x, n, at) => expectSound(wilsonInterval(x, n, at)))),
  xmr: () =>
    fc.assert(
      fc.property(list, fc.constantFrom('up', 'down', 'neutral'), fc.boolean(), (values, improvement, screenOutliers) =>
        expectSound(xmr({ values, improvement, screenOutliers })),
      ),
    ),
};

describe('no method throws or gives NaN, whatever it is given; it answers or refuses with a reason', () => {
  it.each(Object.entries(properties))('%s', (_, holds) => {
    holds();
  });
});
