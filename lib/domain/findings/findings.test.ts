import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { NO_EFFECTS } from '@/lib/domain/demonstration/no-effects';
import { EXACT_COUNTS, type ReachCell, ROUNDED_TO_5 } from '@/lib/domain/reach/published-count';
import { count, rounded } from '@/lib/domain/reach/reach-fixture';
import { cardsOnDay } from './cards-on-day';
import { FINDING_DEFINITIONS } from './definitions';
import { evaluateFindings } from './evaluate';
import type { FindingEvidence } from './evidence-input';
import { FINDING_IDS, type FindingId, type FindingResult } from './finding';
import { demonstrationEvidence } from './findings-fixture';

const model = modelWith();
const planted = demonstrationEvidence(model);
const results = evaluateFindings(planted);

const NOTHING: FindingEvidence = {
  isDemonstration: false,
  journeysWithheld: null,
  ownShares: [],
  supplyAgainstNeed: null,
  vacancyByDeprivation: null,
  retentionByDeprivation: null,
  jobs: null,
  trainingToCareer: null,
  entrantsByFifth: null,
  localBySchool: null,
  distanceSlope: null,
  sexBySchool: null,
  ethnicGroups: null,
  schoolToFoundation: null,
  movesByGroup: null,
  capital: null,
  careersByGroup: null,
  deprivedOverTime: null,
};

const card = (all: readonly FindingResult[], id: FindingId): FindingResult => {
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const width = ({ lower, upper }: Pick<FindingResult, 'lower' | 'upper'>): number => (upper ?? 0) - (lower ?? 0);

/** The evidence with every count replaced; figures with limits among it count as such. */
const withCells = (evidence: FindingEvidence, cell: ReachCell): FindingEvidence =>
  JSON.parse(JSON.stringify(evidence), (_, value) =>
    typeof value === 'object' && value !== null && 'kind' in value ? cell : value,
  );

describe('old figures', () => {
  const old = { data: 'Boards', rules: EXACT_COUNTS, periodEnd: '2022-03-31' };
  const cards = evaluateFindings({
    ...planted,
    supplyAgainstNeed: planted.supplyAgainstNeed && { ...planted.supplyAgainstNeed, ...old },
    vacancyByDeprivation: planted.vacancyByDeprivation && {
      ...planted.vacancyByDeprivation,
      ...old,
      periodEnd: '2026-03-31',
    },
    retentionByDeprivation: planted.retentionByDeprivation && { ...planted.retentionByDeprivation, ...old },
  });

  it('are said to be old on the day, and those of a card of two are as old as the older', () => {
    const on = (day: string) =>
      cardsOnDay(cards, day).flatMap(({ id, isOld, data }) =>
        isOld ? [`${id} ${data.includes('Over three years')}`] : [],
      );
    expect(on('2025-03-31')).toEqual([]);
    expect(on('2025-04-01')).toEqual(['A1-1.2 true', 'A1-1.6 true']);
    expect(on('2029-04-01')).toEqual(['A1-1.2 true', 'A1-1.3 true', 'A1-1.6 true']);
  });
});

describe('the demonstration country', () => {
  it('has every planted direction found, and no verdict of its own', () => {
    expect(results.map(({ id, underlying }) => `${id} ${underlying}`)).toEqual(
      FINDING_IDS.map((id) => `${id} ${id === 'A2-2.5' ? 'cannot_tell' : 'supported'}`),
    );
    const told = results.flatMap(({ parts }) => parts.map(({ underlying }) => underlying));
    expect(new Set(told)).toEqual(new Set(['supported']));
    expect(new Set(results.map(({ verdict }) => verdict))).toEqual(new Set(['demonstration_only']));
  });

  it('without effects has no claim supported', () => {
    const none = evaluateFindings(demonstrationEvidence(modelWith({ effects: NO_EFFECTS })));
    expect(none.filter(({ underlying }) => underlying === 'supported')).toEqual([]);
    expect(new Set(none.map(({ verdict }) => verdict))).toEqual(new Set(['demonstration_only']));
  });

  it('as rounded tables gives the same answers, with wider intervals where people are counted', () => {
    const fromRounded = evaluateFindings(demonstrationEvidence(model, { cell: rounded, rules: ROUNDED_TO_5 }));
    expect(fromRounded.map(({ underlying }) => underlying)).toEqual(results.map(({ underlying }) => underlying));
    for (const id of [
      'A1-1.10',
      'A1-1.11',
      'A2-2.3',
      'A2-2.7',
      'A2-2.8',
      'A2-2.9',
      'A2-2.10',
      'A2-2.11',
      'A2-2.12',
    ] as const)
      expect(width(card(fromRounded, id))).toBeGreaterThan(width(card(results, id)));
  });
});

describe('cards', () => {
  it('give effect, limits, number, unit, data and caution', () => {
    for (const { n, effect, lower, upper, unit, data, caution } of results) {
      expect(n).toBeGreaterThan(0);
      expect(effect).toBeGreaterThanOrEqual(lower ?? Number.NaN);
      expect(effect).toBeLessThanOrEqual(upper ?? Number.NaN);
      expect([unit, data, caution].every((text) => text !== null && text.length > 5)).toBe(true);
    }
  });

  it('of a real country show what the data say', () => {
    const real = evaluateFindings({ ...planted, isDemonstration: false });
    expect(real.map(({ verdict }) => verdict)).toEqual(real.map(({ underlying }) => underlying));
  });

  it('without data are not loaded', () => {
    for (const one of evaluateFindings(NOTHING))
      expect(one).toMatchObject({ verdict: 'not_loaded', n: null, effect: null, lower: null, upper: null, unit: null });
  });

  it('of withheld counts cannot tell', () => {
    const withheld = evaluateFindings({ ...withCells(planted, { kind: 'suppressed' }), isDemonstration: false });
    const counted = withheld.filter(({ id }) => !['A1-1.2', 'A1-1.3', 'A1-1.6', 'A2-2.5'].includes(id));
    expect(counted).toHaveLength(11);
    for (const { verdict, effect } of counted)
      expect({ verdict, effect }).toEqual({ verdict: 'cannot_tell', effect: null });
  });

  it('of one school and twelve people cannot tell, and throw nothing', () => {
    const source = { data: 'Twelve people', rules: EXACT_COUNTS };
    const [women, men] = [count(7), count(5)];
    const pair = { first: { part: count(2), whole: women }, second: { part: count(1), whole: men } };
    const base = {
      name: 'young people',
      people: { '1': 20, '2': 20, '3': 20, '4': 20, '5': 20, white: 80, non_white: 20 },
    };
    const entrants = { '1': count(2), '2': count(2), '3': count(3), '4': count(2), '5': count(3) };
    const flow = { stayed: count(4), byOrigin: { A: count(12) }, byDestination: { A: count(4), B: count(8) } };
    const tiny = evaluateFindings({
      isDemonstration: false,
      journeysWithheld: null,
      ownShares: [],
      supplyAgainstNeed: { ...source, points: [{ x: 1, y: 2 }] },
      vacancyByDeprivation: { ...source, points: [], domains: { income: [] } },
      retentionByDeprivation: { ...source, points: [] },
      jobs: { ...source, womenInSurgery: pair, nonWhiteInGeneralPractice: pair, mostDeprivedInGeneralPractice: pair },
      trainingToCareer: { ...source, ...flow },
      entrantsByFifth: { ...source, entrants, base, deprivationSlope: null },
      localBySchool: { ...source, schools: [] },
      distanceSlope: null,
      sexBySchool: { ...source, schools: [{ women, men }] },
      ethnicGroups: {
        ...source,
        groups: [
          { group: 'non_white', people: count(3) },
          { group: 'white', people: count(9) },
        ],
        base,
      },
      schoolToFoundation: { ...source, ...flow },
      movesByGroup: {
        ...source,
        womenAgainstMen: pair,
        nonWhiteAgainstWhite: pair,
        femaleTerm: null,
        nonWhiteTerm: null,
      },
      capital: { ...source, leaving: pair, graduates: count(12), places: null },
      careersByGroup: { ...source, womenAgainstMen: pair, nonWhiteAgainstWhite: pair, mostAgainstLeastDeprived: pair },
      deprivedOverTime: { ...source, periods: [{ label: '2025', entrants }], base },
    });
    expect(tiny.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(
      FINDING_IDS.map((id) => `${id} ${id === 'A2-2.5' ? 'not_loaded' : 'cannot_tell'}`),
    );
  });

  it('of a cohort that may not be used cannot tell, and say why; those of areas stay as they are', () => {
    const why = 'A cohort of one school: not used';
    const { supplyAgainstNeed, vacancyByDeprivation, retentionByDeprivation } = planted;
    const areas = { supplyAgainstNeed, vacancyByDeprivation, retentionByDeprivation };
    const kept = evaluateFindings({ ...NOTHING, ...areas, journeysWithheld: why });
    const byVerdict = (verdict: string) => kept.filter((one) => one.verdict === verdict).map(({ id }) => id);
    expect(byVerdict('supported')).toEqual(['A1-1.2', 'A1-1.3', 'A1-1.6']);
    expect(byVerdict('cannot_tell')).toHaveLength(12);
    expect(kept.filter(({ data }) => data === why)).toHaveLength(12);
  });

  it('name no school and give no school’s own share of women', () => {
    const women = card(results, 'A2-2.6');
    expect(women).toMatchObject({ n: 14, effect: 1, unit: 'share (0 to 1)' });
    const named = results.flatMap(({ parts }) => parts.map(({ label }) => label));
    for (const { name } of model.country.schools) expect(named.join(' ')).not.toContain(name);
  });

  it('of schools without a population to compare with are not loaded, not withheld', () => {
    const schools = Array.from({ length: 4 }, () => ({ ratio: { kind: 'not_loaded' as const } }));
    const localBySchool = { data: 'Schools', rules: EXACT_COUNTS, schools };
    expect(card(evaluateFindings({ ...NOTHING, localBySchool }), 'A2-2.4').verdict).toBe('not_loaded');
  });

  it('say of all schools what holds for all, and the opposite where one school says so', () => {
    const of = (...pairs: readonly (readonly [number, number])[]) =>
      card(
        evaluateFindings({
          ...NOTHING,
          sexBySchool: {
            data: 'Schools',
            rules: EXACT_COUNTS,
            schools: pairs.map(([women, men]) => ({ women: count(women), men: count(men) })),
          },
        }),
        'A2-2.6',
      ).verdict;
    expect(of([600, 400], [700, 300], [580, 400])).toBe('supported');
    expect(of([600, 400], [700, 300], [500, 498])).toBe('cannot_tell');
    expect(of([600, 400], [700, 300], [300, 600])).toBe('not_supported');
  });

  it('need the model for the second half of a claim', () => {
    const half = evaluateFindings({
      ...planted,
      entrantsByFifth: planted.entrantsByFifth && { ...planted.entrantsByFifth, deprivationSlope: null },
    });
    expect(card(half, 'A2-2.3')).toMatchObject({ underlying: 'cannot_tell' });
    expect(card(half, 'A2-2.3').parts.map(({ underlying }) => underlying)).toEqual(['supported', 'not_loaded']);
  });

  it('are turned by evidence to the contrary', () => {
    const { jobs, capital } = planted;
    const swapped = jobs && {
      ...jobs,
      womenInSurgery: { first: jobs.womenInSurgery.second, second: jobs.womenInSurgery.first },
    };
    const turned = evaluateFindings({
      ...planted,
      isDemonstration: false,
      jobs: swapped,
      capital: capital && { ...capital, places: 100_000 },
    });
    for (const id of ['A1-1.10', 'A2-2.10'] as const) expect(card(turned, id).verdict).toBe('not_supported');
  });

  it('have no verdict on what nobody defines, whichever way the numbers point', () => {
    const { distanceSlope } = planted;
    const verdicts = ([1, -1] as const).map((sign) => {
      const slope = distanceSlope && {
        ...distanceSlope,
        correlation: sign * 0.9,
        lower: sign * 0.9 - 0.05,
        upper: sign * 0.9 + 0.05,
      };
      const found = card(evaluateFindings({ ...planted, isDemonstration: false, distanceSlope: slope }), 'A2-2.5');
      return [found.verdict, found.parts[0]?.underlying];
    });
    expect(verdicts).toEqual([
      ['cannot_tell', 'not_supported'],
      ['cannot_tell', 'supported'],
    ]);
    const words = FINDING_DEFINITIONS.flatMap(({ notDefined, mayNotConclude }) =>
      notDefined ? [mayNotConclude.includes('defined') || mayNotConclude.includes('defines')] : [],
    );
    expect(words).toEqual([true, true, true]);
  });
});

describe('definitions', () => {
  it('are one for each claim, in their order, each with what may not be concluded', () => {
    expect(FINDING_DEFINITIONS.map(({ id }) => id)).toEqual([...FINDING_IDS]);
    expect(FINDING_DEFINITIONS.every(({ mayNotConclude }) => mayNotConclude.length > 40)).toBe(true);
  });

  it('name no cause in claim or test', () => {
    for (const { claim, test } of FINDING_DEFINITIONS)
      expect(`${claim} ${test}`).not.toMatch(
        /because|\bcauses?\b|due to|leads? to|\bdrives?\b|results? in|impact|\beffect/i,
      );
  });
});
