import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { PLANTED } from '@/lib/domain/demonstration/planted-effects';
import type { FittedModel } from '@/lib/domain/journey-models/fitted-model';
import { clearDirection } from '@/lib/domain/journey-models/journey-model';
import { bothSources, clausesOf, SCHOOL_MODELS, shownSlopes } from './both-sources-fixture';

const THOROUGH = Boolean(process.env.STEAD_THOROUGH);
const SEEDS = Array.from({ length: THOROUGH ? 20 : 2 }, (_, i) => `rounded-models-${i + 1}`);
const TIMEOUT_MS = 600_000;

/** Of the demonstration country: parts of sentences that say something definite, and how they come out of rounded tables. */
const SAID = {
  entrants: { schools: 14, definite: 38, definiteSame: 38, definiteUntold: 0 },
  female_share: { schools: 14, definite: 42, definiteSame: 30, definiteUntold: 12 },
  non_white_share: { schools: 14, definite: 42, definiteSame: 42, definiteUntold: 0 },
} as const;

/** Clauses that say nothing of a direction, or of a difference to the average school. */
const isUntold = (clause: string) => clause.startsWith('no clear') || clause.endsWith('as the average school');

const compared = (cohort: FittedModel, rounded: FittedModel) => {
  const [ofCohort, ofRounded] = [clausesOf(cohort), clausesOf(rounded)];
  const pairs = [...ofCohort].flatMap(([school, clauses]) =>
    clauses.map((clause, at) => [clause, ofRounded.get(school)?.[at] ?? ''] as const),
  );
  const definite = pairs.filter(([clause]) => !isUntold(clause));
  return {
    pairs: pairs.length,
    same: pairs.filter(([one, other]) => one === other).length,
    definite: definite.length,
    definiteSame: definite.filter(([one, other]) => one === other).length,
    definiteUntold: definite.filter(([, other]) => isUntold(other)).length,
    schools: ofCohort.size,
    schoolsSame: [...ofCohort].filter(([school, clauses]) => clauses.join() === ofRounded.get(school)?.join()).length,
  };
};

const slopesCompared = (cohort: FittedModel, rounded: FittedModel) => {
  const other = shownSlopes(rounded);
  return [...shownSlopes(cohort)].flatMap(([slope, one]) => {
    const two = other.get(slope);
    return two ? [{ slope, one, two }] : [];
  });
};

const coefficientsCompared = (cohort: FittedModel, rounded: FittedModel) => {
  const other = new Map(rounded.coefficients.map((one) => [one.term, one]));
  return cohort.coefficients.flatMap((one) => {
    const two = other.get(one.term);
    return two ? [{ term: one.term, one, two }] : [];
  });
};

describe('models of rounded tables', () => {
  const given = bothSources(modelWith());

  it.each(SCHOOL_MODELS)('%s: counts that aren’t rounded, in several periods, give the fit of the cohort', (name) => {
    const { cohort, tables: exact } = given.exactly(name);
    const pairs = coefficientsCompared(cohort, exact);
    expect(pairs).toHaveLength(cohort.coefficients.length);
    for (const { one, two } of pairs) {
      expect(Math.abs(two.estimate - one.estimate)).toBeLessThan(1e-9);
      expect(Math.abs(two.se - one.se)).toBeLessThan(1e-9);
    }
    expect(exact.n).toBe(cohort.n);
    expect(exact.zeroShare).toBeCloseTo(cohort.zeroShare, 12);
    for (const key of ['degreesOfFreedom', 'deviance', 'nullDeviance', 'dispersion'] as const)
      expect(exact.diagnostics[key]).toBeCloseTo(cohort.diagnostics[key], 7);
  });

  it.each(SCHOOL_MODELS)(
    '%s: schools’ sentences are the cohort’s or say that nothing can be told, with wider intervals',
    (name) => {
      const [cohort, rounded] = [given.ofCohort(name), given.ofRounded(name)];
      const { schools, definite, definiteSame, definiteUntold } = compared(cohort, rounded);
      expect({ schools, definite, definiteSame, definiteUntold }).toEqual(SAID[name]);
      for (const { slope, one, two } of slopesCompared(cohort, rounded)) {
        expect([slope, two.upper - two.lower >= one.upper - one.lower]).toEqual([slope, true]);
        expect([slope, one.estimate >= two.lower && one.estimate <= two.upper]).toEqual([slope, true]);
      }
      expect(rounded.roundedTo).toBe(5);
      expect(rounded.diagnostics.errorsMethod).toContain('rounded');
    },
  );

  it('foundation: the same directions with wider intervals, one characteristic at a time', () => {
    const [cohort, rounded] = [given.ofCohort('foundation'), given.ofRounded('foundation')];
    const pairs = coefficientsCompared(cohort, rounded);
    expect(pairs.map(({ term }) => term)).toEqual(cohort.coefficients.map(({ term }) => term));
    const directions = (which: 'one' | 'two') => pairs.map((pair) => clearDirection(pair[which]));
    expect(directions('two')).toEqual(directions('one'));
    for (const { term, one, two } of pairs) expect([term, two.se >= one.se]).toEqual([term, true]);
  });

  it('entrants: planted slopes lie in their intervals', () => {
    const planted = new Map(
      Object.entries(PLANTED.schools).flatMap(([school, { deprivation, nonWhite, logDistance }]) => [
        [`${school}:deprivation`, deprivation],
        [`${school}:non_white_share`, nonWhite],
        [`${school}:log_distance`, logDistance],
      ]),
    );
    const held = given.ofRounded('entrants').coefficients.flatMap(({ term, lower, upper }) => {
      const truth = planted.get(term);
      return truth === undefined ? [] : [truth >= lower && truth <= upper];
    });
    expect(held).toHaveLength(42);
    expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(0.9 * held.length);
  });

  it('return_home: no rounded table carries it', () => {
    expect(() => given.ofRounded('return_home')).toThrow('No table');
  });

  it(
    'over seeds nothing is told the opposite way: what the tables can’t tell is said to be untold',
    () => {
      const totals = new Map<string, number>();
      const add = (key: string, value: number) => totals.set(key, (totals.get(key) ?? 0) + value);
      for (const seed of SEEDS) {
        const both = bothSources(modelWith({ seed }));
        for (const name of SCHOOL_MODELS) {
          const [cohort, rounded] = [both.ofCohort(name), both.ofRounded(name)];
          const found = compared(cohort, rounded);
          expect(found.definiteSame + found.definiteUntold).toBe(found.definite);
          for (const [key, value] of Object.entries(found)) add(`${name} ${key}`, value);
          for (const { one, two } of slopesCompared(cohort, rounded)) {
            add(`${name} slopes`, 1);
            add(`${name} narrower`, two.upper - two.lower < one.upper - one.lower ? 1 : 0);
            add(`${name} apart`, one.estimate < two.lower || one.estimate > two.upper ? 1 : 0);
          }
        }
      }
      const all = (key: string) => SCHOOL_MODELS.reduce((sum, name) => sum + (totals.get(`${name} ${key}`) ?? 0), 0);
      expect(all('apart')).toBe(0);
      expect(all('narrower')).toBeLessThanOrEqual(0.02 * all('slopes'));
      expect(all('definiteSame')).toBeGreaterThanOrEqual(0.85 * all('definite'));
      if (THOROUGH) process.stdout.write(`${JSON.stringify(Object.fromEntries(totals))}\n`);
    },
    TIMEOUT_MS,
  );
});
