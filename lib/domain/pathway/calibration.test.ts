import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalibratedRound, calibrateRound, deltaUtilityForExtra, fillOddsForExtra } from './calibration';
import { placeRound } from './round-placement';

const region = (areaCode: string, posts: number, accepts: number) => ({ areaCode, areaName: areaCode, posts, accepts });

const calibrated = (regions: ReturnType<typeof region>[], peoplePerPlace = 2.8): CalibratedRound => {
  const round = calibrateRound({ targetAreaCode: 'A', regions, peoplePerPlace });
  if (round.kind === 'refused') throw new Error(round.message);
  return round;
};

const size = fc
  .record({ posts: fc.integer({ min: 1, max: 900 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ posts, share }) => ({ posts, accepts: Math.max(1, Math.round(posts * share)) }));
const others = fc.array(size, { maxLength: 6 });

describe('calibrateRound', () => {
  it('gives back the accepts of every region, full ones too', () => {
    fc.assert(
      fc.property(size, others, fc.double({ min: 1.1, max: 20, noNaN: true }), (target, rest, peoplePerPlace) => {
        const regions = [target, ...rest].map((one, i) => region(i === 0 ? 'A' : `B${i}`, one.posts, one.accepts));
        const round = calibrated(regions, peoplePerPlace);
        const placed = placeRound(round, [{ width: 1, deltaUtility: 0 }]);
        expect(placed.target).toBeCloseTo(target.accepts, 8);
        expect(placed.otherRegions).toBeCloseTo(round.otherRegionsAccepts, 8);
        expect(placed.target + placed.otherRegions + placed.outside).toBeCloseTo(round.applicants, 8);
      }),
    );
  });

  it('counts people per place over the posts of the round', () => {
    expect(calibrated([region('A', 157, 134), region('B', 176, 148), region('C', 319, 293)]).applicants).toBeCloseTo(
      1825.6,
      9,
    );
  });

  it('keeps a rival without accepts as posts, with nobody to lose', () => {
    const round = calibrated([region('A', 10, 5), region('B', 10, 0)]);
    expect([round.others.length, round.otherRegionsPosts, round.otherRegionsAccepts]).toEqual([0, 10, 0]);
  });

  it.each([
    ['target_missing', [region('B', 10, 5)], 2.8],
    ['duplicate_area', [region('A', 10, 5), region('A', 10, 5)], 2.8],
    ['accepts_over_posts', [region('A', 10, 5), region('B', 10, 11)], 2.8],
    ['no_accepts', [region('A', 10, 0)], 2.8],
    ['nobody_left', [region('A', 10, 10)], 1],
    ['out_of_range', [region('A', 0, 0)], 2.8],
    ['out_of_range', [region('A', 10, Number.NaN)], 2.8],
    ['out_of_range', [region('A', 10, 5)], 0],
  ])('refuses with %s', (code, regions, peoplePerPlace) => {
    expect(calibrateRound({ targetAreaCode: 'A', regions, peoplePerPlace })).toMatchObject({ kind: 'refused', code });
  });
});

describe('deltaUtilityForExtra', () => {
  it('is the shift at which the round fills exactly that many more posts', () => {
    fc.assert(
      fc.property(size, others, fc.integer({ min: 1, max: 50 }), (target, rest, extra) => {
        const regions = [target, ...rest].map((one, i) => region(i === 0 ? 'A' : `B${i}`, one.posts, one.accepts));
        const round = calibrated(regions);
        const deltaUtility = deltaUtilityForExtra(round, extra);
        fc.pre(deltaUtility !== null);
        const placed = placeRound(round, [{ width: 1, deltaUtility: deltaUtility ?? 0 }]);
        expect(placed.target).toBeCloseTo(target.accepts + extra, 7);
      }),
    );
  });

  it('has no answer beyond the posts or the people', () => {
    expect(deltaUtilityForExtra(calibrated([region('A', 10, 8)]), 3)).toBeNull();
    expect(deltaUtilityForExtra(calibrated([region('A', 10, 8)], 1), 2)).toBeNull();
    expect(fillOddsForExtra(calibrated([region('A', 10, 8)]), 2)).toBeNull();
    expect(fillOddsForExtra(calibrated([region('A', 10, 5)]), 3)).toBeCloseTo(Math.log(4), 12);
  });
});
