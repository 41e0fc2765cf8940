import { expect, test } from 'vitest';
import { REFUSAL_WORDS } from '@/lib/format/words';
import type { ObservationRow } from './queries/figures';
import { toFigure } from './to-figure';

const ROW: ObservationRow = {
  indicatorId: 'fill',
  areaCode: 'A',
  areaName: 'Area',
  breakdown: 'all',
  periodLabel: '2025',
  periodStart: '2025-01-01',
  periodEnd: '2025-12-31',
  numerator: 90,
  denominator: 100,
  value: 90,
  status: 'value',
  provenance: 'published',
  note: null,
  releaseId: 'r',
  intervalMethod: 'wilson',
  unit: 'percent',
  sourceId: 's',
  sourceName: 'Source',
  sourcePublisher: 'Publisher',
  sourceUrl: null,
  sourceLicence: 'OGL',
  sourceRuleSet: 'none',
};

const measureOf = (change: Partial<ObservationRow>) => toFigure({ ...ROW, ...change }, '2026-01-01').measure;

test('a proportion carries its Wilson interval in the unit of the figure', () => {
  expect(measureOf({})).toMatchObject({ kind: 'value', value: 90, interval: { level: 0.95, method: 'Wilson' } });
});

test.each([
  ['a count above its denominator', { numerator: 101 }, REFUSAL_WORDS.events_exceed_total],
  ['a negative count', { numerator: -1 }, REFUSAL_WORDS.negative_events],
  ['nobody to divide by', { numerator: 0, denominator: 0, value: 0 }, REFUSAL_WORDS.no_denominator],
  ['an infinite count', { denominator: Number.POSITIVE_INFINITY }, REFUSAL_WORDS.not_finite],
  ['a value that is no number', { value: Number.NaN }, REFUSAL_WORDS.not_finite],
])('%s gives the reason in words, never a number', (_, change, reason) => {
  expect(measureOf(change)).toEqual({ kind: 'not_applicable', reason });
});

test('suppressed and low are states of their own, whatever numbers stand beside them', () => {
  expect(measureOf({ status: 'suppressed', value: null })).toEqual({ kind: 'suppressed' });
  expect(measureOf({ status: 'low', value: null })).toEqual({ kind: 'low' });
});
