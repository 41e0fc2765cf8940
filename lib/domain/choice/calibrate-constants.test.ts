import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrateRound } from '@/lib/domain/pathway/calibration';
import { calibrateConstants } from './calibrate-constants';
import { nestedShares } from './option-shares';

const computed = (input: Parameters<typeof calibrateConstants>[0]) => {
  const outcome = calibrateConstants(input);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome;
};

const flat = { people: [280], utilities: [[0, 0, 0]], dissimilarity: 1 };

describe('calibrateConstants', () => {
  it('is the closed form of one round where nobody differs', () => {
    const posts = [50, 30, 20];
    const accepts = [40, 30, 5];
    const regions = posts.map((one, i) => ({
      areaCode: `${i}`,
      areaName: '',
      posts: one,
      accepts: accepts[i] ?? 0,
    }));
    const round = calibrateRound({ targetAreaCode: '0', regions, peoplePerPlace: 2.8 });
    const { options } = computed({ ...flat, posts, accepts });
    expect(round.kind === 'calibrated' && options[0]?.constant).toBeCloseTo(
      round.kind === 'calibrated' ? round.target.utility : Number.NaN,
      10,
    );
    expect(options.map(({ atCeiling }) => atCeiling)).toEqual([false, true, false]);
  });

  it('gives back the accepts of classes that differ, nested or not, with the residuals', () => {
    const utility = fc.double({ min: -3, max: 3, noNaN: true });
    const rows = fc.array(fc.array(utility, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 });
    const lambda = fc.double({ min: 0.3, max: 1, noNaN: true });
    const accepted = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(rows, lambda, accepted, (utilities, dissimilarity, accepts) => {
        const posts = [60, 60, 60];
        const people = [100, 80, 60, 40];
        const { options, largestResidual } = computed({ people, utilities, dissimilarity, posts, accepts });
        const constants = options.map(({ constant }) => constant ?? Number.NaN);
        const shares = utilities.map((own) => nestedShares(own, constants, dissimilarity).shares);
        accepts.forEach((want, o) => {
          const got = shares.reduce((total, own, c) => total + (own[o] ?? 0) * (people[c] ?? 0), 0);
          expect(got).toBeCloseTo(want, 8);
        });
        expect(largestResidual).toBeLessThan(1e-9);
      }),
    );
  });

  it('leaves an option without posts or accepts out, and says why', () => {
    const { options } = computed({ ...flat, posts: [50, 0, 20], accepts: [40, 0, 0] });
    expect(options.map(({ constant, whyNot }) => [constant !== null, whyNot])).toEqual([
      [true, null],
      [false, 'no_posts'],
      [false, 'no_accepts'],
    ]);
  });

  it.each([
    ['more accepts than posts', { posts: [5, 5, 5], accepts: [6, 1, 1] }, 'events_exceed_total'],
    ['everybody placed', { posts: [200, 50, 50], accepts: [200, 40, 40] }, 'events_exceed_total'],
    ['nobody placed', { posts: [5, 5, 5], accepts: [0, 0, 0] }, 'no_events'],
    ['another length', { posts: [5], accepts: [1] }, 'lengths_differ'],
    ['no number', { posts: [5, 5, Number.NaN], accepts: [1, 1, 1] }, 'not_finite'],
    ['a nest above 1', { posts: [5, 5, 5], accepts: [1, 1, 1], dissimilarity: 1.2 }, 'out_of_range'],
  ])('refuses %s', (_, set, reason) => {
    expect(calibrateConstants({ ...flat, ...set })).toEqual({ kind: 'refused', reason });
  });
});

describe('nestedShares', () => {
  it('is the plain logit at 1', () => {
    const { shares, outside } = nestedShares([1, 0], [0, 0.5], 1);
    const whole = 1 + Math.exp(1) + Math.exp(0.5);
    expect(shares[0]).toBeCloseTo(Math.exp(1) / whole, 14);
    expect(outside).toBeCloseTo(1 / whole, 14);
  });

  it('draws on the other options more, and on outside less, the closer the nest', () => {
    const lossOf = (lambda: number) => {
      const before = nestedShares([0, 0], [0, 0], lambda);
      const after = nestedShares([0, 0], [0.5, 0], lambda);
      return { rival: (before.shares[1] ?? 0) - (after.shares[1] ?? 0), outside: before.outside - after.outside };
    };
    expect(lossOf(0.3).rival).toBeGreaterThan(lossOf(1).rival);
    const part = ({ rival, outside }: { rival: number; outside: number }) => outside / (rival + outside);
    expect(part(lossOf(0.3))).toBeLessThan(part(lossOf(1)));
  });

  it('adds to 1 at extreme utilities, and places nobody where there is nothing', () => {
    const { shares, outside } = nestedShares([900, -900], [0, 0], 0.5);
    expect(shares.reduce((total, one) => total + one, outside)).toBeCloseTo(1, 12);
    expect(nestedShares([0], [Number.NEGATIVE_INFINITY], 1)).toEqual({ shares: [0], outside: 1, inclusiveValue: 0 });
  });
});
