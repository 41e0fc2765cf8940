import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import type { DemonstrationModel } from '@/lib/domain/demonstration/model';
import { RULE_SETS } from '@/lib/domain/disclosure/rule-set';
import { foundationModel } from '@/lib/domain/journey-models/foundation-model';
import { foundationInput, type ModelPlaces } from '@/lib/domain/journey-models/from-journeys';
import { roundedDistanceTerm, sourceOfRounded } from '@/lib/domain/journey-models/from-rounded';
import { cohortRecords, placesOf } from '@/lib/domain/journeys/demonstration-fixture';
import { makeJourneyStoreBuilder } from '@/lib/domain/journeys/journey-store';
import { demonstrationRoundedStore } from '@/lib/domain/journeys/rounded-fixture';
import { FIFTHS } from '@/lib/domain/reach/deprivation-gradient';
import { type CountSource, publishedCounts, roundedCounts } from './count-source';
import { evaluateFindings } from './evaluate';
import type { Coefficient } from './evidence-input';
import type { FindingResult, Unit } from './finding';
import { journeyEvidence } from './journey-evidence';
import { cellsOf } from './published-counts-fixture';

const PERIODS = {
  entry: [{ label: '2006-2025', from: 2006, to: 2025 }],
  // The years of the rounded files, so that both are about the same graduates.
  foundation: [{ label: '2022-2026', from: 2022, to: 2026 }],
};

const findingsOf = (
  { country }: DemonstrationModel,
  source: CountSource,
  terms: { femaleTerm: Coefficient | null; nonWhiteTerm: Coefficient | null },
): FindingResult[] => {
  const places = placesOf({ country } as DemonstrationModel);
  const name = 'people aged 16 to 17';
  const young = new Map(country.authorities.map(({ code, aged16To17 }) => [code, aged16To17]));
  const annual = new Map(country.foundationAreas.map(({ code, annualPlaces }) => [code, annualPlaces]));
  const evidence = journeyEvidence(source, {
    places,
    periods: PERIODS,
    schools: country.schools.map((school) => school.code),
    aged16To17: (code) => young.get(code) ?? null,
    fifthBase: {
      name,
      people: Object.fromEntries(FIFTHS.map((fifth, i) => [fifth, country.aged16To17ByFifth[i] ?? null])),
    },
    ethnicBase: { name, people: { non_white: country.nonWhite, white: country.aged16To17 - country.nonWhite } },
    annualPlaces: (code) => annual.get(code) ?? null,
    deprivationSlope: null,
    distanceSlope: null,
    ...terms,
  });
  const areas = { supplyAgainstNeed: null, vacancyByDeprivation: null, retentionByDeprivation: null };
  return evaluateFindings({ isDemonstration: false, journeysWithheld: null, ...areas, ...evidence });
};

const term = (input: Parameters<typeof foundationModel>[0] | null, name: string): Coefficient | null => {
  const model = input && foundationModel(input);
  return model?.kind === 'computed' ? (model.coefficients.find((one) => one.term === name) ?? null) : null;
};

const modelPlaces = ({ country }: DemonstrationModel): ModelPlaces => ({
  journeys: placesOf({ country } as DemonstrationModel),
  authorities: [],
  schools: country.schools.map(({ code, name, founded }) => ({ code, name, founded })),
  annualPlaces: (area) => country.foundationAreas.find(({ code }) => code === area)?.annualPlaces ?? null,
});

const both = (model: DemonstrationModel) => {
  const places = placesOf(model);
  const builder = makeJourneyStoreBuilder({ places, periods: PERIODS });
  // The rounded files leave out who began foundation training in 2010 and 2011.
  for (const one of cohortRecords(model)) {
    if (one.foundationYear === null || one.foundationYear >= 2012) builder.addRecords([one]);
    else builder.addRecords([{ ...one, foundationAreaCode: null, foundationYear: null, ...NOT_YET }]);
  }
  const cohort = builder.finish();
  const rounded = demonstrationRoundedStore(model);
  const graduates = foundationInput(cohort, modelPlaces(model));
  return {
    cohort: findingsOf(
      model,
      publishedCounts(
        { data: 'cohort.csv', rules: RULE_SETS.hesa_rounding_5 },
        cellsOf(cohort, RULE_SETS.hesa_rounding_5),
      ),
      {
        femaleTerm: term(graduates, 'log_distance:female'),
        nonWhiteTerm: term(graduates, 'log_distance:non_white'),
      },
    ),
    rounded: findingsOf(
      model,
      roundedCounts(rounded, (table) => `${table}.csv`),
      {
        femaleTerm: roundedDistanceTerm(sourceOfRounded(rounded), modelPlaces(model), 'sex'),
        nonWhiteTerm: roundedDistanceTerm(sourceOfRounded(rounded), modelPlaces(model), 'ethnicity'),
      },
    ),
  };
};

const NOT_YET = { specialtyAreaCode: null, specialtyGroup: null, careerAreaCode: null, careerType: null };

/** What says nothing in either direction. */
const NEUTRAL: Partial<Record<Unit, number>> = { share: 0.5, ratio: 1, per_place: 1 };

const ANSWERED: readonly string[] = ['A2-2.4', 'A2-2.6', 'A2-2.7', 'A2-2.8', 'A2-2.9', 'A2-2.10'];

describe('findings from rounded tables', () => {
  const { cohort, rounded } = both(modelWith());
  const pairs = ANSWERED.map((id) => [cohort, rounded].map((all) => all.find((one) => one.id === id)));

  it('answer the cards that two places and one group determine, and say of which file', () => {
    const loaded = rounded.filter(({ underlying }) => underlying !== 'not_loaded');
    expect(loaded.map(({ id }) => id)).toEqual(ANSWERED);
    expect(loaded.map(({ data }) => data)).toEqual([
      ...['home_school.csv', 'home_school.csv', 'home_school.csv'],
      ...['school_foundation.csv', 'school_foundation.csv', 'school_foundation.csv'],
    ]);
  });

  it('come to the verdicts of the cohort that they were made from', () => {
    expect(pairs.map(([, one]) => one?.underlying)).toEqual(pairs.map(([one]) => one?.underlying));
  });

  it('say the same of every number of a card, in the same direction', () => {
    const said = (one: FindingResult | undefined) =>
      one?.parts.map(({ label, unit, underlying, effect }) =>
        [one.id, label, underlying, Math.sign((effect ?? 0) - (NEUTRAL[unit] ?? 0))].join(' '),
      );
    expect(pairs.map(([, one]) => said(one))).toEqual(pairs.map(([one]) => said(one)));
    expect(pairs.flatMap(([one]) => one?.parts ?? []).length).toBeGreaterThan(ANSWERED.length);
  });

  it('say nothing of what rounded tables can’t hold', () => {
    const others = rounded.filter(({ id }) => !ANSWERED.includes(id));
    expect(new Set(others.map(({ underlying }) => underlying))).toEqual(new Set(['not_loaded']));
    expect(others.flatMap(({ parts }) => parts)).toEqual([]);
  });

  it('have intervals at least as wide', () => {
    for (const [exact, given] of pairs) {
      const widths = (one: FindingResult | undefined) =>
        new Map(one?.parts.map(({ label, lower, upper }) => [label, (upper ?? 0) - (lower ?? 0)]));
      const of = widths(exact);
      for (const [label, width] of widths(given)) expect([label, width >= (of.get(label) ?? 0)]).toEqual([label, true]);
    }
  });
});
