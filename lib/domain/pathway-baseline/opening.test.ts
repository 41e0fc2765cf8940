import { beforeAll, describe, expect, it } from 'vitest';
import { originsOf } from '@/lib/domain/backtest/history';
import { compileOption } from '@/lib/domain/pathway/engine/compiled-option';
import { compilePathway } from '@/lib/domain/pathway/engine/compiled-pathway';
import { NO_OPTION } from '@/lib/domain/pathway/engine/pathway-option';
import { NO_FEEDBACKS } from '@/lib/domain/pathway/engine/pathway-switches';
import { runPathway } from '@/lib/domain/pathway/engine/run-pathway';
import { regionCell } from '@/lib/domain/pathway/engine/run-record';
import { runState } from '@/lib/domain/pathway/engine/run-state';
import { backtestHistory } from '@/lib/testing/backtest-history';
import { pathwayExample, sourced } from '@/lib/testing/pathway-example';
import { type CountryBaseline, countryBaseline } from './country-baseline';
import { finishersOf, trainingStocks } from './training-stocks';

const { programmes: all, rates } = pathwayExample(2, 1);
const gp = { ...all.find(({ group }) => group === 'general_practice'), dilation: sourced(1.2), ltftShare: sourced(0) };

describe('trainees at the start', () => {
  const programmes = [gp as (typeof all)[number]];
  const posts = ['ST1', 'ST2', 'ST3'].map((level) => {
    return { regionCode: 'XR-0', specialty: 'General practice', level, establishmentFte: 130, inPostFte: 120 };
  });

  it('have done the years that a level takes: of 3 × 1.2 years, everybody takes three and 60 % a fourth', () => {
    const byYear = trainingStocks(posts, { programmes, rates }).map(({ year, people }) => [year, people]);
    const found = Object.fromEntries(byYear);
    expect(Object.keys(found)).toEqual(['1', '2', '3', '4']);
    [100, 100, 100, 60].forEach((people, at) => {
      expect(found[at + 1]).toBeCloseTo(people, 9);
    });
  });

  it('finish as many a year as enter, when all levels are alike', () => {
    const stocks = trainingStocks(posts, { programmes, rates });
    expect(finishersOf(stocks, { programmes, rates }, () => true).get('XR-0')).toBeCloseTo(100, 9);
  });

  it('are more people where some train less than full time, and longer', () => {
    const some = [{ ...programmes[0], ltftShare: sourced(0.3) } as (typeof all)[number]];
    const people = trainingStocks(posts, { programmes: some, rates }).reduce((sum, one) => sum + one.people, 0);
    // 0.3 of entrants are there 1 ÷ f times as long, at f each.
    expect(people).toBeCloseTo(360 * (0.7 + 0.3 / rates.ltftFte.value), 8);
  });
});

describe('a country whose years are all like the last', { timeout: 60_000 }, () => {
  let baseline: Extract<CountryBaseline, { kind: 'calibrated' }>;
  let entry: number[];
  beforeAll(() => {
    const [origin] = originsOf(backtestHistory());
    if (!origin) throw new Error('no start year');
    const switches = {
      choice: 'nested',
      stayConstant: 'causal',
      ceiling: 'on',
      regime: 'before_act',
      feedbacks: NO_FEEDBACKS,
    } as const;
    const made = countryBaseline({ loaded: origin.known, movements: origin.movements, switches, years: 5 });
    if (made.kind !== 'calibrated') throw new Error(made.missing.join());
    baseline = made;
    const compiled = compilePathway(baseline.input);
    const state = runState(compiled);
    const record = new Float64Array(state.layout.length);
    const draw = { parameters: {}, shifts: [], hazardRatios: [], careerShifts: [], careerHazardRatios: [] };
    runPathway(state, { option: compileOption(compiled, NO_OPTION), draw }, record);
    entry = Array.from({ length: 5 }, (_, year) => {
      const from = regionCell(state.layout, 'filledEntry', year);
      return record.subarray(from, from + compiled.grid.regions).reduce((sum, filled) => sum + filled, 0);
    });
  });

  it('starts with everybody who would be waiting: CT1/ST1 is filled in later years as in the first', () => {
    const [first = 0, ...later] = entry;
    for (const filled of later) expect(Math.abs(filled / first - 1)).toBeLessThan(0.015);
  });

  it('is settled by the guess alone, but for programmes that are full', () => {
    expect(baseline.notes.join()).not.toContain('does not give back');
    for (const { fitted, accepts } of baseline.residuals) expect(Math.abs(fitted - accepts)).toBeLessThan(1e-4);
  });
});
