import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RebasePoint, SeriesKind } from './combine-parts';
import { rebaseNote } from './rebase-note';
import { type RebasedPoint, rebaseSeries } from './rebase-series';
import type { Successor } from './successor';

const ON = '2026-04-01';
const PERIOD = '2025-03-31';

const goes = (fromCode: string, toCode: string, weight: number | null, onDate = ON): Successor => ({
  fromCode,
  toCode,
  onDate,
  weight,
  basis: null,
});
/** A merges with a quarter of B; the rest of B becomes Y; C stays. */
const MERGER = [goes('A', 'X', 1), goes('B', 'X', 0.25), goes('B', 'Y', 0.75)];

const point = (areaCode: string, value: number, counts: readonly [number, number] | null = null): RebasePoint => ({
  areaCode,
  period: PERIOD,
  value,
  numerator: counts?.[0] ?? null,
  denominator: counts?.[1] ?? null,
});
const COUNT: SeriesKind = { kind: 'count' };
const rate = (populations: Readonly<Record<string, number>> = {}): SeriesKind => ({
  kind: 'rate',
  scale: 100,
  populations: new Map(Object.entries(populations)),
});

const figureOf = (entries: readonly RebasedPoint[], code: string): number | null | undefined =>
  entries.flatMap((entry) => (entry.kind === 'refused' ? [] : [entry.point])).find((p) => p.areaCode === code)?.value;

describe('a series over a merger', () => {
  it('shares counts out by weight and adds them', () => {
    const entries = rebaseSeries({ kind: COUNT, points: [point('A', 100), point('B', 40), point('C', 7)] }, MERGER, ON);
    expect([figureOf(entries, 'X'), figureOf(entries, 'Y'), figureOf(entries, 'C')]).toEqual([110, 30, 7]);
    expect([figureOf(entries, 'A'), figureOf(entries, 'B')]).toEqual([undefined, undefined]);
  });

  it('makes rates again from their counts, not as a mean of rates', () => {
    const points = [point('A', 50, [100, 200]), point('B', 10, [40, 400])];
    const entries = rebaseSeries({ kind: rate(), points }, MERGER, ON);
    expect(figureOf(entries, 'X')).toBeCloseTo((100 * (100 + 10)) / (200 + 100), 12);
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'rebased', method: 'counts' }));
  });

  it('weights rates without counts by their denominators, and else by residents', () => {
    const bare = [point('A', 50), point('B', 10)];
    const withBases = bare.map((p, i) => ({ ...p, denominator: [200, 400][i] ?? null }));
    expect(figureOf(rebaseSeries({ kind: rate(), points: withBases }, MERGER, ON), 'X')).toBeCloseTo(11_000 / 300, 12);
    const byResidents = rebaseSeries({ kind: rate({ A: 300, B: 400 }), points: bare }, MERGER, ON);
    expect(figureOf(byResidents, 'X')).toBeCloseTo((300 * 50 + 100 * 10) / 400, 12);
    expect(figureOf(byResidents, 'Y')).toBe(10);
  });

  it('says of each figure that it is re-based, and from what', () => {
    const entries = rebaseSeries({ kind: COUNT, points: [point('A', 1), point('B', 4)] }, MERGER, ON);
    const [x] = entries;
    if (x?.kind !== 'rebased') throw new Error('not re-based');
    const names = new Map([
      ['A', 'Ash'],
      ['B', 'Birch'],
    ]);
    expect(rebaseNote({ ...x, names, basis: ['Needs confirmation.'] })).toBe(
      'Re-based from Ash; 25.0 % of Birch: added up. An area that was split gives each part the figure of its whole. Needs confirmation.',
    );
  });

  it('keeps what a publisher gives for the new area', () => {
    const entries = rebaseSeries({ kind: COUNT, points: [point('A', 1), point('B', 4), point('X', 99)] }, MERGER, ON);
    expect(entries.filter((entry) => entry.kind !== 'refused' && entry.point.areaCode === 'X')).toEqual([
      { kind: 'unchanged', point: point('X', 99) },
    ]);
  });

  it('follows changes in the order of their dates, and none after the day asked for', () => {
    const later = [...MERGER, goes('X', 'Z', 1, '2027-04-01'), goes('Y', 'Z', 1, '2027-04-01')];
    const series = { kind: COUNT, points: [point('A', 100), point('B', 40)] };
    expect(figureOf(rebaseSeries(series, later, '2027-04-01'), 'Z')).toBe(140);
    expect(figureOf(rebaseSeries(series, later, '2026-12-31'), 'Z')).toBeUndefined();
    const residents = { kind: rate({ A: 300, B: 400 }), points: [point('A', 50), point('B', 10)] };
    expect(figureOf(rebaseSeries(residents, later, '2027-04-01'), 'Z')).toBeCloseTo((300 * 50 + 400 * 10) / 700, 12);
  });
});

describe('a series that can’t be re-based', () => {
  const refusalFor = (successors: readonly Successor[], points: readonly RebasePoint[], kind: SeriesKind = COUNT) =>
    rebaseSeries({ kind, points }, successors, ON).find((entry) => entry.kind === 'refused');

  it('is refused where a split has no weight, for every part of it', () => {
    const unweighted = [goes('A', 'X', 1), goes('B', 'X', 0.25), goes('B', 'Y', null)];
    const entries = rebaseSeries({ kind: COUNT, points: [point('A', 1), point('B', 4)] }, unweighted, ON);
    expect(entries).toEqual([
      { kind: 'refused', areaCode: 'X', period: PERIOD, reason: 'no_weight', partCode: 'B' },
      { kind: 'refused', areaCode: 'Y', period: PERIOD, reason: 'no_weight', partCode: 'B' },
    ]);
  });

  it('is refused where the shares of an area are not all of it', () => {
    expect(refusalFor([goes('A', 'X', 1), goes('B', 'X', 0.25)], [point('A', 1), point('B', 4)])).toMatchObject({
      reason: 'weights_do_not_add',
    });
  });

  it('is refused where a part has no figure or a withheld one', () => {
    expect(refusalFor(MERGER, [point('A', 1)])).toMatchObject({ areaCode: 'X', reason: 'part_missing', partCode: 'B' });
    expect(refusalFor(MERGER, [point('A', 1), { ...point('B', 1), value: null }])).toMatchObject({
      reason: 'part_missing',
    });
  });

  it('is refused where a rate has neither counts nor residents to weight it by', () => {
    expect(refusalFor(MERGER, [point('A', 1), point('B', 2)], rate({ A: 10 }))).toMatchObject({
      reason: 'no_residents',
      partCode: 'B',
    });
  });
});

describe('any series', () => {
  const CODES = ['A', 'B', 'C', 'D'];
  const values = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 4 });
  const toPoints = (numbers: readonly number[]) => CODES.map((code, i) => point(code, numbers[i] ?? 0));
  /** Each area goes whole, or in two parts, to some of three new ones. */
  const changes = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.double({ min: 0.01, max: 0.99, noNaN: true })), {
      minLength: 4,
      maxLength: 4,
    })
    .map((draws) =>
      draws.flatMap(([first, share], i) => [
        goes(CODES[i] ?? '', `N${first}`, share),
        goes(CODES[i] ?? '', `N${(first + 1) % 3}`, 1 - share),
      ]),
    );
  const totalOf = (entries: readonly RebasedPoint[]) =>
    entries.reduce(
      (sum, entry) => sum + (entry.kind === 'refused' ? Number.NaN : (entry.point.value ?? Number.NaN)),
      0,
    );

  it('has the same total after any change whose shares add up', () => {
    fc.assert(
      fc.property(values, changes, (numbers, successors) => {
        const total = numbers.reduce((sum, value) => sum + value, 0);
        const entries = rebaseSeries({ kind: COUNT, points: toPoints(numbers) }, successors, ON);
        expect(totalOf(entries)).toBeCloseTo(total, 6);
      }),
    );
  });

  it('has the same mean over all residents, and no rate outside those it is made of', () => {
    fc.assert(
      fc.property(values, changes, (numbers, successors) => {
        const populations = { A: 10, B: 20, C: 30, D: 40 };
        const entries = rebaseSeries({ kind: rate(populations), points: toPoints(numbers) }, successors, ON);
        for (const entry of entries) {
          if (entry.kind === 'refused') throw new Error(entry.reason);
          expect(entry.point.value).toBeGreaterThanOrEqual(Math.min(...numbers) - 1e-6);
          expect(entry.point.value).toBeLessThanOrEqual(Math.max(...numbers) + 1e-6);
        }
      }),
    );
  });

  it('is itself where nothing changes', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const points = toPoints(numbers);
        expect(rebaseSeries({ kind: COUNT, points }, [], ON)).toEqual(
          points.map((p) => ({ kind: 'unchanged', point: p })),
        );
        expect(rebaseSeries({ kind: COUNT, points }, MERGER, '2026-03-31')).toHaveLength(points.length);
      }),
    );
  });
});
