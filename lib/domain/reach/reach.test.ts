import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure } from '@/lib/domain/measure/measure';
import { deprivationGradient, FIFTHS, gradientDifference, gradientsOfSchools } from './deprivation-gradient';
import { distanceProfile, nearbyShare, ownRegionShare } from './distance-profile';
import { reachByArea } from './home-areas';
import { EXACT_COUNTS, type ReachCell, ROUNDED_TO_5 } from './published-count';
import { cohortOf, count, homeAreas, rounded, rowOfAreas, tally } from './reach-fixture';
import { type NamedBase, readingOf, representation } from './representation';

const { country, cohort } = cohortOf();

const numberOf = (measure: Measure): number => {
  if (measure.kind !== 'value') throw new Error(measure.kind);
  return measure.value;
};
const widthOf = (measure: Measure): number =>
  measure.kind === 'value' && measure.interval ? measure.interval.upper - measure.interval.lower : Number.NaN;
const totalShare = (measures: readonly Measure[]): number =>
  measures.reduce((sum, measure) => sum + (measure.kind === 'value' ? measure.value : 0), 0);

const sixteen: NamedBase = {
  name: 'people aged 16 to 17 in Orrinmark',
  people: Object.fromEntries(FIFTHS.map((fifth, i) => [fifth, country.aged16To17ByFifth[i] ?? 0])),
};

const fifthsOf = (school: string, cell: (people: number) => ReachCell = count) => {
  const own = tally(
    cohort.filter((one) => one.school === school),
    ({ fifth }) => fifth,
  );
  const at = (fifth: string) => cell(own.get(fifth) ?? 0);
  return { '1': at('1'), '2': at('2'), '3': at('3'), '4': at('4'), '5': at('5') };
};

const areasOf = (code: string, cell: (people: number) => ReachCell = count) => {
  const own = tally(
    cohort.filter(({ school }) => school === code),
    ({ home }) => home,
  );
  return country.schools
    .filter((school) => school.code === code)
    .flatMap((school) => homeAreas(country, school, { entrantsOf: (area) => own.get(area) ?? 0, cell }));
};

const counts = fc.array(fc.nat({ max: 200 }), { minLength: 10, maxLength: 10 });

describe('entrants by authority', () => {
  it('per 10,000 young people, scaled with the counts and the population', () => {
    const [first] = reachByArea(rowOfAreas([20]), EXACT_COUNTS);
    expect(first).toMatchObject({ code: 'A00', entrants: { value: 20 }, per10000: { value: 200 } });
    const [twice] = reachByArea(rowOfAreas([40]), EXACT_COUNTS);
    expect(twice).toMatchObject({ per10000: { value: 400 } });
  });

  it('keep what is withheld, low or not loaded as it is', () => {
    const [area] = rowOfAreas([20]);
    if (!area) throw new Error('No area');
    for (const kind of ['suppressed', 'low', 'not_loaded'] as const)
      expect(reachByArea([{ ...area, entrants: { kind } }], ROUNDED_TO_5)).toMatchObject([
        { entrants: { kind }, per10000: { kind } },
      ]);
  });
});

describe('the distance profile', () => {
  it('has bands that hold everybody, unknown distances among them', () => {
    fc.assert(
      fc.property(counts, fc.nat({ max: 9 }), (entrants, missing) => {
        fc.pre(entrants.some((one) => one > 0));
        const areas = rowOfAreas(entrants).map((area, i) => (i === missing ? { ...area, distanceKm: null } : area));
        const { bands } = distanceProfile(areas, EXACT_COUNTS);
        expect(totalShare(bands.map(({ share }) => share))).toBeCloseTo(1, 10);
      }),
    );
  });

  it('does not change with the order of the areas', () => {
    const areas = rowOfAreas([30, 20, 10, 5, 5, 5, 3, 3, 2, 1]);
    expect(distanceProfile(areas.toReversed(), EXACT_COUNTS).bands).toEqual(distanceProfile(areas, EXACT_COUNTS).bands);
  });

  it('is wider in each band for rounded counts, about the same values', () => {
    const exact = distanceProfile(areasOf('xd-quillmarch'), EXACT_COUNTS);
    const fromRounded = distanceProfile(areasOf('xd-quillmarch', rounded), ROUNDED_TO_5);
    for (const [i, band] of exact.bands.entries()) {
      expect(numberOf(fromRounded.bands[i]?.share ?? { kind: 'low' })).toBeCloseTo(numberOf(band.share), 2);
      expect(widthOf(fromRounded.bands[i]?.share ?? { kind: 'low' })).toBeGreaterThan(widthOf(band.share));
    }
  });

  it('says that nothing can be averaged where a count is withheld', () => {
    const [first, ...rest] = rowOfAreas([30, 20, 10]);
    if (!first) throw new Error('No area');
    const profile = distanceProfile([{ ...first, entrants: { kind: 'suppressed' } }, ...rest], EXACT_COUNTS);
    expect(profile.meanKm).toEqual({ kind: 'suppressed' });
  });

  it('shows further journeys to the school that was planted so', () => {
    const oldest = distanceProfile(areasOf('xd-quillmarch'), EXACT_COUNTS);
    const newest = distanceProfile(areasOf('xd-ulvenreach'), EXACT_COUNTS);
    expect(numberOf(oldest.meanKm)).toBeGreaterThan(numberOf(newest.meanKm));
    expect(numberOf(oldest.medianKm)).toBeGreaterThan(numberOf(newest.medianKm));
  });
});

describe('the local share', () => {
  it('of every school is above the share of young people nearby, where distance was planted', () => {
    for (const { code, region } of country.schools) {
      const areas = areasOf(code);
      expect(readingOf(ownRegionShare(areas, country.regions[region]?.code ?? '', EXACT_COUNTS).ratio)).toBe('over');
      const near = nearbyShare(areas, EXACT_COUNTS);
      expect(numberOf(near.ratio)).toBeCloseTo(numberOf(near.share) / (near.populationShare ?? 0), 10);
    }
  });

  it('is not loaded where a region is missing', () => {
    const areas = rowOfAreas([5, 5]).map((area) => ({ ...area, region: null }));
    expect(ownRegionShare(areas, 'R1', EXACT_COUNTS).share).toEqual({ kind: 'not_loaded' });
  });
});

describe('representation against a named base', () => {
  const groupsOf = (people: readonly number[]) =>
    people.map((one, i) => ({ group: FIFTHS[i] ?? '', people: count(one) }));
  const base = { name: 'everybody', people: { '1': 10, '2': 20, '3': 30, '4': 20, '5': 20 } };
  const options = { unknown: count(0), base, rules: EXACT_COUNTS };

  it('has shares that add up to 1 and ratios that scale', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 500 }), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 2, max: 9 }),
        (people, times) => {
          fc.pre(people.some((one) => one > 0));
          const once = representation(groupsOf(people), options).groups;
          const more = representation(groupsOf(people.map((one) => one * times)), options).groups;
          expect(totalShare(once.map(({ share }) => share))).toBeCloseTo(1, 10);
          const weighted = once.reduce((sum, { ratio, baseShare }) => sum + numberOf(ratio) * (baseShare ?? 0), 0);
          expect(weighted).toBeCloseTo(1, 10);
          for (const [i, { ratio }] of once.entries())
            expect(numberOf(more[i]?.ratio ?? { kind: 'low' })).toBeCloseTo(numberOf(ratio), 10);
        },
      ),
    );
  });

  it('is 1 in proportion, and says under and over only clear of 1', () => {
    const even = representation(groupsOf([100, 200, 300, 200, 200]), options).groups;
    expect(even.map(({ ratio }) => numberOf(ratio))).toEqual([1, 1, 1, 1, 1].map((one) => expect.closeTo(one, 12)));
    expect(even.map(({ reading }) => reading)).toEqual(Array(5).fill('not_told_apart'));
    const tilted = representation(groupsOf([20, 200, 300, 200, 280]), options).groups;
    expect(tilted.map(({ reading }) => reading)).toEqual([
      'under',
      'not_told_apart',
      'not_told_apart',
      'not_told_apart',
      'over',
    ]);
  });

  it('shows who is not known, and has no ratio without the base', () => {
    const result = representation(groupsOf([10, 10, 10, 10, 10]), {
      ...options,
      unknown: count(50),
      base: { name: 'nobody', people: {} },
    });
    expect(numberOf(result.unknown)).toBe(0.5);
    expect(result.groups.every(({ ratio, reading }) => ratio.kind === 'not_loaded' && reading === null)).toBe(true);
  });
});

describe('the gradient over deprivation fifths', () => {
  it('is 0 in proportion and turns with the fifths', () => {
    const even = fifthsOfNumbers([20, 20, 20, 20, 20].map((one) => one * 50));
    expect(numberOf(deprivationGradient(even, equal, EXACT_COUNTS))).toBeCloseTo(0, 12);
    const up = deprivationGradient(fifthsOfNumbers([100, 200, 300, 400, 500]), equal, EXACT_COUNTS);
    const down = deprivationGradient(fifthsOfNumbers([500, 400, 300, 200, 100]), equal, EXACT_COUNTS);
    expect(numberOf(up)).toBeCloseTo(-numberOf(down), 10);
    expect(numberOf(up)).toBeGreaterThan(1);
  });

  it('is steepest at the schools that were planted so, and the same from rounded counts with wider limits', () => {
    const schools = country.schools.map(({ code }) => ({ school: code, entrants: fifthsOf(code) }));
    const all = gradientsOfSchools(schools, sixteen, EXACT_COUNTS);
    const order = all.map(({ school }) => school);
    expect(order.indexOf('xd-quillmarch')).toBeLessThan(order.indexOf('xd-ulvenreach'));
    expect(order.slice(0, 3)).toContain('xd-quillmarch');
    const [steepest] = all;
    const fromRounded = deprivationGradient(fifthsOf(steepest?.school ?? '', rounded), sixteen, ROUNDED_TO_5);
    expect(numberOf(fromRounded)).toBeCloseTo(numberOf(steepest?.gradient ?? { kind: 'low' }), 2);
    expect(widthOf(fromRounded)).toBeGreaterThan(widthOf(steepest?.gradient ?? { kind: 'low' }));
  });

  it('has a difference from another school with limits of its own', () => {
    const [own, other] = ['xd-quillmarch', 'xd-ulvenreach'].map((code) =>
      deprivationGradient(fifthsOf(code), sixteen, EXACT_COUNTS),
    );
    const difference = gradientDifference(own ?? { kind: 'low' }, other ?? { kind: 'low' });
    expect(difference.kind === 'value' && (difference.interval?.lower ?? 0) > 0).toBe(true);
  });

  it('of twelve people is wide, of a gap is the gap', () => {
    const twelve = deprivationGradient(fifthsOfNumbers([0, 1, 2, 4, 5]), equal, EXACT_COUNTS);
    expect(widthOf(twelve)).toBeGreaterThan(1);
    const gap = { ...fifthsOfNumbers([10, 10, 10, 10, 10]), '3': { kind: 'suppressed' as const } };
    expect(deprivationGradient(gap, equal, EXACT_COUNTS)).toEqual({ kind: 'suppressed' });
    expect(deprivationGradient(fifthsOfNumbers([0, 0, 0, 0, 0]), equal, EXACT_COUNTS).kind).toBe('not_applicable');
    const low = { ...fifthsOfNumbers([0, 30, 30, 40, 50]), '1': { kind: 'low' as const } };
    expect(deprivationGradient(low, equal, ROUNDED_TO_5).kind).toBe('not_applicable');
  });
});

const equal: NamedBase = { name: 'even fifths', people: { '1': 100, '2': 100, '3': 100, '4': 100, '5': 100 } };

function fifthsOfNumbers([a = 0, b = 0, c = 0, d = 0, e = 0]: readonly number[]) {
  return { '1': count(a), '2': count(b), '3': count(c), '4': count(d), '5': count(e) };
}

describe('a count that rounds to 0', () => {
  // The fewer people, the more of them are in such counts: entrants of one year.
  const oneYear = cohort.filter(({ entryYear }) => entryYear === 2025);
  const asNobody = (people: number): ReachCell =>
    people < 3 ? { kind: 'value', count: 0, parts: 1, zeros: 1 } : rounded(people);
  const entrantsOf = (school: string) => {
    const own = tally(
      oneYear.filter((one) => one.school === school),
      ({ home }) => home,
    );
    return (area: string) => own.get(area) ?? 0;
  };
  const meanKm = (cell: (people: number) => ReachCell) =>
    country.schools.map((school) =>
      numberOf(
        distanceProfile(homeAreas(country, school, { entrantsOf: entrantsOf(school.code), cell }), ROUNDED_TO_5).meanKm,
      ),
    );

  it('stands for about one person, and average distances lie nearer to the true ones so than with nobody', () => {
    const small = country.schools.flatMap(({ code }) =>
      country.authorities.map((area) => entrantsOf(code)(area.code)).filter((people) => people < 3),
    );
    expect(small.length).toBeGreaterThan(200);
    const average = small.reduce((sum, people) => sum + people, 0) / small.length;
    expect(Math.abs(average - 1)).toBeLessThan(0.25);
    const truth = meanKm(count);
    const error = (of: readonly number[]) => of.reduce((sum, km, i) => sum + Math.abs(km - (truth[i] ?? 0)), 0);
    expect(error(meanKm(rounded))).toBeLessThan(0.9 * error(meanKm(asNobody)));
  });
});
