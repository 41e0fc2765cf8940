import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from './count-figures';
import { distanceProfile, ownRegionShare } from './distance-profile';
import { countOf, EXACT_COUNTS, type ReachCell, ROUNDED_TO_5, totalOf } from './published-count';
import { count, rounded } from './reach-fixture';
import { withinTotal } from './within-total';

const WITHHELD: ReachCell = { kind: 'suppressed' };

describe('withheld cells within a published total', () => {
  it('are what is left of it, where that leaves little in doubt', () => {
    const total = countOf(count(1000), EXACT_COUNTS);
    expect(withinTotal([count(700), WITHHELD, count(200)], total, EXACT_COUNTS)).toEqual([
      count(700),
      { kind: 'value', count: 100, parts: 0, zeros: 0, unsure: 0 },
      count(200),
    ]);
    const two = withinTotal([count(960), WITHHELD, WITHHELD], total, EXACT_COUNTS);
    expect(two[1]).toEqual({ kind: 'value', count: 20, parts: 0, zeros: 0, unsure: 20 });
    const many = withinTotal([count(995), ...Array.from({ length: 5 }, () => WITHHELD)], total, EXACT_COUNTS);
    expect(totalOf(many, EXACT_COUNTS)).toMatchObject({ count: 1000 });
  });

  it('stay withheld where much is in doubt, the total isn’t known, or the two don’t fit', () => {
    const cells = [count(700), WITHHELD, WITHHELD];
    expect(withinTotal(cells, countOf(count(1000), EXACT_COUNTS), EXACT_COUNTS)).toEqual(cells);
    expect(withinTotal(cells, countOf(WITHHELD, EXACT_COUNTS), EXACT_COUNTS)).toEqual(cells);
    expect(withinTotal(cells, countOf(count(600), EXACT_COUNTS), EXACT_COUNTS)).toEqual(cells);
    const whole = [count(700), count(300)];
    expect(withinTotal(whole, countOf(count(1000), EXACT_COUNTS), EXACT_COUNTS)).toEqual(whole);
  });

  it('give shares whose limits hold the true share', () => {
    const people = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(people, fc.nat(), fc.nat(), (counts, hide, ask) => {
        const all = counts.reduce((sum, one) => sum + one, 0);
        fc.pre(all > 500);
        const hidden = hide % counts.length;
        const published = counts.map((one, at) => (at === hidden ? WITHHELD : rounded(one)));
        const cells = withinTotal(published, countOf(rounded(all), ROUNDED_TO_5), ROUNDED_TO_5);
        fc.pre(cells[hidden]?.kind === 'value');
        const own = cells.filter((_, at) => at % 2 === ask % 2);
        const share = shareOf(totalOf(own, ROUNDED_TO_5), totalOf(cells, ROUNDED_TO_5), ROUNDED_TO_5);
        if (share.kind !== 'value') return;
        const truth = counts.reduce((sum, one, at) => sum + (at % 2 === ask % 2 ? one : 0), 0) / all;
        expect(share.interval?.lower).toBeLessThanOrEqual(truth);
        expect(share.interval?.upper).toBeGreaterThanOrEqual(truth);
      }),
    );
  });
});

describe('a part of which only a withheld authority may have people', () => {
  const area = (code: string, distanceKm: number, entrants: ReachCell, isWithheld = false) => ({
    ...{ code, distanceKm, entrants, isWithheld, region: code },
    ...{ aged16To17: 1000, deprivationScore: null, nonWhitePct: null },
  });
  const withheld = area('C', 150, count(30), true);

  it('has no figure, which would be that authority’s own', () => {
    const areas = [area('A', 10, count(600)), area('B', 80, count(400)), withheld, area('D', 250, { kind: 'low' })];
    const { bands } = distanceProfile(areas, ROUNDED_TO_5);
    expect(bands.map(({ share }) => share.kind)).toEqual(['value', 'value', 'suppressed', 'low']);
    expect(bands[2]?.per10000.kind).toBe('suppressed');
    expect(ownRegionShare(areas, 'C', ROUNDED_TO_5)).toMatchObject({
      share: { kind: 'suppressed' },
      ratio: { kind: 'suppressed' },
    });
  });

  it('counts in a part with others', () => {
    const areas = [area('A', 10, count(600)), area('B', 120, count(400)), withheld];
    expect(distanceProfile(areas, ROUNDED_TO_5).bands.map(({ share }) => share.kind)[2]).toBe('value');
  });
});
