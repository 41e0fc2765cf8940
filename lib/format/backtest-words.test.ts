import { describe, expect, it } from 'vitest';
import type { ErrorSummary } from '@/lib/domain/backtest/summarise-scores';
import { backtestSentence, markNote, markValue, projectionsSentence, yearsWords } from './backtest-words';

const errors: ErrorSummary = {
  level: 'region',
  horizon: null,
  isAcross: false,
  forecasts: 10,
  origins: 2,
  absoluteError: 4,
  percentageError: 3.26,
  fillErrorPoints: 2.9,
  rankedScore: 2,
  within80: 0.9,
  within90: 0.95,
  within95: 1,
  withinExpected80: 0.4,
  withinExpected95: 0.5,
  persistenceAbsoluteError: 1,
  persistencePercentageError: 0.85,
  persistenceRankedScore: 1,
  skill: -3,
};

describe('the sentence of the backtest', () => {
  it('says which is nearer, by how much, and how much the intervals hold', () => {
    expect(backtestSentence([errors])).toBe(
      'For a region’s filled posts the model is further off than the last known fill: 3.3% off on average against 0.9%. 90% of what happened lies within the 80% intervals.',
    );
    expect(backtestSentence([{ ...errors, absoluteError: 0.5 }])).toContain('nearer than');
    expect(backtestSentence([errors, { ...errors, horizon: 3, percentageError: 4 }])).toContain(
      '3 years ahead it is 4.0% off',
    );
  });

  it('says nothing about one set of rules from predictions across their change', () => {
    expect(backtestSentence([{ ...errors, isAcross: true }])).toContain('beyond the change of recruitment rules');
  });
});

describe('marks', () => {
  it('are told as proposals, with what was reached', () => {
    const mark = { id: 'persistence', value: -3, isMet: false } as const;
    expect([markValue(mark), markNote(mark)]).toEqual(['4.0 times', 'proposed mark: less than 1 times; not met']);
    expect(markNote({ id: 'coverage', value: null, isMet: null })).toBe(
      'proposed mark: 80% to 97%; can’t be tested yet',
    );
  });
});

describe('scored projections', () => {
  it('are counted apart across the change of rules', () => {
    expect(
      projectionsSentence([
        { isAcross: false, isWithin80: true },
        { isAcross: false, isWithin80: false },
        { isAcross: true, isWithin80: false },
      ]),
    ).toBe(
      '1 of 2 projected years lie within the run’s 80% interval without the offer. Across the change of recruitment rules it is 0 of 1: they count for nothing.',
    );
    expect(yearsWords([2024, 2022])).toBe('rounds of 2022 to 2024');
  });
});
