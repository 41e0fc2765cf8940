import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationSentences } from './destination-sentences';
import { entrantsModel } from './entrants-model';
import { foundationModel } from './foundation-model';
import { returnModel } from './return-model';
import { schoolSentences } from './school-sentences';
import { shareModel } from './share-model';
import { shareSentences } from './share-sentences';

const AUTHORITIES = 7;
const AREAS = 4;
// Small counts with many zeros, the odd huge one, and values that should never have come.
const count = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 3, arbitrary: fc.constant(0) },
  fc.integer({ min: 0, max: 1_000_000 }),
);
const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
  fc.constant(null),
  fc.constantFrom(0, 1e-9, 1e9, Number.NaN),
);
const rows = <T>(of: fc.Arbitrary<T>, schools: number, width: number) =>
  fc.array(fc.array(of, { minLength: width, maxLength: width }), { minLength: schools, maxLength: schools });

const reach = fc.integer({ min: 1, max: 4 }).chain((schools) =>
  fc.record({
    authorities: fc.array(
      fc.record({
        code: fc.constant('A'),
        aged16To17: fc.option(fc.integer({ min: 0, max: 5_000 })),
        deprivationScore: value,
        nonWhitePct: value,
      }),
      { minLength: AUTHORITIES, maxLength: AUTHORITIES },
    ),
    schools: fc.constant(
      Array.from({ length: schools }, (_, j) => ({ code: `S${j}`, name: `School ${j}`, founded: 1900 + j })),
    ),
    distancesKm: rows(value, schools, AUTHORITIES),
    entrants: rows(count, schools, AUTHORITIES),
    women: rows(count, schools, AUTHORITIES),
  }),
);

const region = fc.constantFrom('R1', 'R2', 'R3');
const foundation = fc.integer({ min: 1, max: 3 }).chain((schools) =>
  fc.record({
    schools: fc.array(fc.record({ code: fc.constant('S'), region }), { minLength: schools, maxLength: schools }),
    areas: fc.array(
      fc.record({
        code: fc.constant('F'),
        region,
        annualPlaces: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 20 }),
      }),
      { minLength: AREAS, maxLength: AREAS },
    ),
    distancesKm: rows(value, schools, AREAS),
    capitalRegion: fc.option(region),
    groups: fc.array(
      fc.record({
        school: fc.nat({ max: schools - 1 }),
        isFemale: fc.option(fc.boolean(), { freq: 10 }),
        isNonWhite: fc.option(fc.boolean(), { freq: 10 }),
        graduates: fc.array(count, { minLength: AREAS, maxLength: AREAS }),
      }),
      { maxLength: 10 },
    ),
  }),
);

const returns = fc.array(
  fc.record({
    homeRegion: region,
    isFemale: fc.boolean(),
    isNonWhite: fc.boolean(),
    fifth: fc.integer({ min: 1, max: 5 }),
    returned: count,
    away: count,
  }),
  { maxLength: 30 },
);

const isSound = (outcome: { readonly kind: 'computed' | 'refused' }): boolean => {
  const text = JSON.stringify(outcome, (_, one) => (typeof one === 'number' && !Number.isFinite(one) ? 'NaN' : one));
  return !text.includes('NaN') && !text.includes('undefined');
};

describe('whatever is loaded', () => {
  it('entrants and shares give finite figures and whole sentences, or a reason', () => {
    fc.assert(
      fc.property(reach, ({ entrants, women, ...places }) => {
        const known = entrants.map((row, j) => row.map((one, i) => one + (women[j]?.[i] ?? 0)));
        const model = entrantsModel({ ...places, entrants });
        const shares = shareModel('female_share', { ...places, ofGroup: women, known });
        const sentences = [
          ...(model.kind === 'computed' ? schoolSentences(model, places.schools) : []),
          ...(shares.kind === 'computed' ? shareSentences('female_share', shares, places.schools) : []),
        ];
        return isSound(model) && isSound(shares) && sentences.every(({ sentence }) => /^School \d.*\.$/.test(sentence));
      }),
    );
  });

  it('n counts the cells of the fitted schools, and every estimate lies inside its interval', () => {
    fc.assert(
      fc.property(reach, ({ entrants, women: _, ...places }) => {
        const model = entrantsModel({ ...places, entrants });
        if (model.kind === 'refused') return true;
        return (
          model.n ===
            model.schools.length *
              (AUTHORITIES - model.diagnostics.leftOut.filter(({ what }) => what === 'authority').length) &&
          model.coefficients.every(
            ({ estimate, lower, upper, se }) => se > 0 && lower < estimate && estimate < upper,
          ) &&
          model.zeroShare >= 0 &&
          model.zeroShare <= 1
        );
      }),
    );
  });

  it('foundation areas and returning home give finite figures, or a reason', () => {
    fc.assert(
      fc.property(foundation, returns, (input, cells) => {
        const models = [foundationModel(input), returnModel(cells)];
        return models.every(
          (model) =>
            isSound(model) &&
            (model.kind === 'refused' || destinationSentences(model).length === model.coefficients.length),
        );
      }),
    );
  });

  it('is often enough fitted for that to mean something', () => {
    const sample = fc.sample(reach, { numRuns: 300, seed: 1 });
    const fitted = sample.filter(
      ({ entrants, women: _, ...places }) => entrantsModel({ ...places, entrants }).kind === 'computed',
    );
    expect(fitted.length).toBeGreaterThan(10);
    const steps = fc.sample(foundation, { numRuns: 300, seed: 1 });
    expect(steps.filter((one) => foundationModel(one).kind === 'computed').length).toBeGreaterThan(10);
  });
});
