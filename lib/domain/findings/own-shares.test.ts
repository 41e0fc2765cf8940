import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { RULE_SETS } from '@/lib/domain/disclosure/rule-set';
import { cohortRecords, placesOf } from '@/lib/domain/journeys/demonstration-fixture';
import { person, SMALL, storeOf } from '@/lib/domain/journeys/journey-fixture';
import { demonstrationRoundedStore } from '@/lib/domain/journeys/rounded-fixture';
import { publishedCounts, roundedCounts } from './count-source';
import { demonstrationEvidence } from './findings-fixture';
import { ownFigures } from './own-figures';
import { ownShares } from './own-shares';
import { cellsOf } from './published-counts-fixture';
import { figuresBeside, PUBLISHED_FIGURES } from './published-figures';
import { TWINS } from './twins';

const model = modelWith();
const places = placesOf(model);
const evidence = demonstrationEvidence(model);
const everybody = [...cohortRecords(model)];
const RULE = RULE_SETS.hesa_rounding_5;
const about = { data: 'a cohort', rules: RULE };
const shares = ownShares(publishedCounts(about, cellsOf(storeOf(everybody, places), RULE)), places.regionOf);
const figures = ownFigures({ ...evidence, ownShares: shares });

const regionOf = (code: string | null): string | null =>
  code === null ? null : (places.regionOf.get(code) ?? (places.regions.includes(code) ? code : null));
type Person = (typeof everybody)[number];
const NOBODY = person({ count: 0 });
const shareOf = (of: (one: Person) => readonly (string | null)[], holds: (regions: readonly string[]) => boolean) => {
  const known = everybody.map((one) => of(one).flatMap((code) => regionOf(code) ?? []));
  const all = known.filter(({ length }) => length === of(everybody[0] ?? NOBODY).length);
  return all.filter(holds).length / all.length;
};
const isSame = ([one, other]: readonly string[]): boolean => one === other;
const figureOf = (twin: string) => figures.find((one) => one.twin === twin);

describe('the loaded journeys’ own of published national shares', () => {
  it('are as counted person by person, but for the rounding, and inside their interval', () => {
    const truth = {
      school_in_home_region: shareOf((one) => [one.homeLadCode, one.schoolId], isSame),
      specialty_in_school_region: shareOf((one) => [one.schoolId, one.specialtyAreaCode], isSame),
      career_in_home_region: shareOf((one) => [one.homeLadCode, one.careerAreaCode], isSame),
      career_in_school_region: shareOf((one) => [one.schoolId, one.careerAreaCode], isSame),
      career_in_training_region: shareOf((one) => [one.specialtyAreaCode, one.careerAreaCode], isSame),
      career_in_any_region: shareOf(
        (one) => [one.careerAreaCode, one.homeLadCode, one.schoolId, one.specialtyAreaCode],
        ([career, ...others]) => others.includes(career ?? ''),
      ),
      all_in_one_region: shareOf(
        (one) => [one.careerAreaCode, one.homeLadCode, one.schoolId, one.specialtyAreaCode],
        (regions) => new Set(regions).size === 1,
      ),
    };
    // Added from published tables: withheld cells count as what other tables leave possible of them.
    for (const [twin, share] of Object.entries(truth)) {
      const found = figureOf(twin);
      expect(Math.abs((found?.value ?? Number.NaN) - share)).toBeLessThan(0.002);
      expect([twin, (found?.lower ?? 1) < share, share < (found?.upper ?? 0)]).toEqual([twin, true, true]);
      expect((found?.n ?? 1) % 5).toBe(0);
    }
  });

  it('stand beside a published figure each, and say entrants against a named base', () => {
    expect(figures.map(({ twin }) => twin).toSorted()).toEqual([...TWINS].toSorted());
    const wanted = new Set(PUBLISHED_FIGURES.flatMap(({ twin }) => twin ?? []));
    expect([...wanted].toSorted()).toEqual([...TWINS].toSorted());
    expect(figureOf('entrants_fifth_1')).toMatchObject({ unit: 'ratio' });
    expect(figureOf('entrants_fifth_1')?.data).toContain('people aged 16 to 17');
    expect(figuresBeside('A2-2.8').some(({ twin }) => twin === 'school_in_home_region')).toBe(true);
  });

  it('of rounded tables are those that their two places hold, with wider limits about the same share', () => {
    const rounded = ownFigures({
      ...evidence,
      entrantsByFifth: null,
      ownShares: ownShares(
        roundedCounts(demonstrationRoundedStore(model), (table) => table),
        places.regionOf,
      ),
    });
    expect(rounded.map(({ twin }) => twin)).toEqual(['school_in_home_region']);
    const [own, exact] = [rounded[0], figureOf('school_in_home_region')];
    expect((own?.upper ?? 0) - (own?.lower ?? 0)).toBeGreaterThan((exact?.upper ?? 1) - (exact?.lower ?? 0));
    expect(Math.abs((own?.value ?? 0) - (exact?.value ?? 1))).toBeLessThan(0.02);
  });

  it('of a few people are withheld, not 0', () => {
    const few = storeOf([person({ count: 6 }), person({ schoolId: 's2', count: 5, foundationAreaCode: 'FA1' })]);
    const of = ownFigures({
      ...evidence,
      entrantsByFifth: null,
      ownShares: ownShares(publishedCounts(about, cellsOf(few, RULE)), SMALL.regionOf),
    });
    expect(of.find(({ twin }) => twin === 'school_in_home_region')).toMatchObject({ value: null, lower: null });
  });
});
