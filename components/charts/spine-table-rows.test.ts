import { describe, expect, test } from 'vitest';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { byDistance, toSpineTableRows } from './spine-table-rows';
import { peersText, rangeText, spineLabel } from './spine-text';

const indicator = (id: string, polarity: Indicator['polarity']): Indicator => ({
  id,
  name: id,
  shortName: id,
  group: 'vacancy',
  unit: 'percent',
  decimals: 1,
  polarity,
  display: 'profile',
  definition: '',
  numerator: '',
  denominator: '',
  method: '',
  intervalMethod: 'none',
  caveat: '',
  breakdownKind: '',
  loadHint: '',
  author: '',
  checker: '',
  reviewedOn: null,
  nextReviewOn: null,
});

const figure = (indicatorId: string, areaCode: string, value: number | null, year = 2024): Figure => ({
  indicatorId,
  areaCode,
  areaName: areaCode === 'E92000001' ? 'England' : areaCode,
  breakdown: 'all',
  period: { label: String(year), start: `${year}-01-01`, end: `${year}-12-31` },
  measure: value === null ? SUPPRESSED : measured(value),
  numerator: null,
  denominator: null,
  provenance: 'published',
  source: { id: 's', name: 's', publisher: 'p', url: null, licence: '', ruleSet: 'none' },
  releaseId: 'r',
  stale: false,
  note: null,
});

const CODES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
const profileOf = (figures: Figure[], peers: Figure[]): AreaProfile => ({
  area: { code: 'A', name: 'A', type: 'icb', root: 'england', latitude: null, longitude: null, note: null },
  partOf: [],
  indicators: [indicator('vacancy', 'low_good'), indicator('need', 'no_judgement')],
  figures,
  national: [figure('vacancy', 'E92000001', 10), figure('need', 'E92000001', 10)],
  peers,
  comparatorCode: 'E92000001',
  comparatorName: 'England',
  dataTo: null,
  releaseIds: [],
});

const values = [14, 6, 8, 10, 12, 13, 9, 11, 7, 18];
const peers = CODES.slice(1).map((code, i) => figure('vacancy', code, values[i + 1] ?? 0));
const build = (profile: AreaProfile) => toSpineTableRows({ profile, areaCount: 10, peersFor: () => ['B', 'C', 'Z'] });

describe('the spine table', () => {
  test('gives each row its sentence, range and peers', () => {
    const [row] = build(profileOf([figure('vacancy', 'A', 14)], peers));
    if (!row) throw new Error('No row');
    expect(spineLabel(row, 'your peers')).toBe(
      'vacancy, A 14.0%, above England, no interval; England 10.0%; worst 18.0% to best 6.0% over 10 areas; your peers 6.0 to 8.0 (2)',
    );
    expect(row.spine).toMatchObject({ kind: 'bar', position: -0.5 });
    expect(row.rank).toMatchObject({ kind: 'ranked', place: 2, of: 10 });
    expect(row.peers).toMatchObject({ from: 0.5, to: 0.25 });
  });

  test('compares only areas of the same period', () => {
    const old = CODES.slice(1).map((code) => figure('vacancy', code, 9, 2020));
    const [row] = build(profileOf([figure('vacancy', 'A', 14)], old));
    expect(row?.spine).toMatchObject({ kind: 'strip', count: 1 });
    expect(row?.rank).toEqual({ kind: 'not_ranked', loaded: 1, of: 10 });
    expect(row && peersText(row)).toBe('–');
  });

  test('keeps the row of a suppressed figure, without place, rank or range of its own', () => {
    const [row] = build(profileOf([figure('vacancy', 'A', null)], peers));
    expect(row?.figure.measure.kind).toBe('suppressed');
    expect(row?.spine).toMatchObject({ position: null, count: 9 });
    expect(row && rangeText(row)).toBe('18.0% to 6.0% over 9 of 10 areas');
  });

  test('shows what England has where the area has nothing, as a gap', () => {
    const rows = build(profileOf([figure('vacancy', 'A', 14)], peers));
    const gap = rows.find((row) => row.indicator.id === 'need');
    expect(gap).toMatchObject({
      figure: { areaCode: 'A', measure: { kind: 'not_loaded' } },
      reading: 'not loaded here',
    });
    expect(gap?.national[0]?.measure).toMatchObject({ value: 10 });
    expect(gap?.spine).toEqual({ kind: 'none', reason: 'no_areas' });
  });

  test('never sets a count against the total of the country', () => {
    const count = { ...indicator('posts', 'no_judgement'), unit: 'count' as const, decimals: 0 };
    const profile = profileOf(
      [figure('posts', 'A', 20)],
      CODES.slice(1).map((code, i) => figure('posts', code, i * 5)),
    );
    const [row] = build({
      ...profile,
      indicators: [count],
      national: [figure('posts', 'E92000001', 245)],
    });
    expect(row).toMatchObject({ comparator: null, middle: 'median', reading: 'not compared: a count' });
    expect(row?.spine).toMatchObject({ kind: 'bar', scale: { benchmark: 20 }, position: 0 });
    expect(row?.national[0]?.measure).toMatchObject({ value: 245 });
  });

  test('sorts by distance from the comparator, rows without a place last', () => {
    const rows = build(profileOf([figure('vacancy', 'A', null), figure('need', 'A', 30)], peers));
    expect(byDistance(rows).map((row) => row.indicator.id)).toEqual(['need', 'vacancy']);
  });
});
