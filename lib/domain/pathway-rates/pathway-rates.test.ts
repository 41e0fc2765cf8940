import { describe, expect, it } from 'vitest';
import type { MovementFit } from '@/lib/domain/choice/fit-movements';
import { quantileOf } from '@/lib/domain/levers/distribution';
import { EVIDENCE_TABLE } from '@/lib/domain/levers/evidence/evidence-table';
import { LEVER_PARAMETERS } from '@/lib/domain/levers/lever-parameters';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import { pathwayDraws } from '@/lib/domain/uncertainty/draw-plan';
import { CAREER_TRANSITIONS } from './career-transitions';
import { drawRates } from './draw-rates';
import { choiceRates, programmeRates, stageRates } from './national-rates';
import { PROGRAMME_LENGTHS } from './programme-lengths';
import { RATE_PARAMETERS, type RateParameter } from './rate-parameters';
import { sourcedRate } from './sourced-rate';
import { TRAINING_TRANSITIONS } from './training-transitions';

const transitions = [...TRAINING_TRANSITIONS, ...CAREER_TRANSITIONS];
const rates: [string, RateParameter][] = Object.entries(RATE_PARAMETERS);
const sampler = pathwayDraws(5);
const notLoaded: MovementFit = { kind: 'not_loaded', donorsNamed: false };
const draws = Array.from({ length: 1_000 }, (_, draw) => draw);

const fitted: MovementFit = {
  kind: 'fitted',
  donorsNamed: true,
  stayConstant: { estimate: 2.4, standardError: 0.1 },
  distancePer100Km: { estimate: -0.7, standardError: 0 },
  homeConstant: null,
  nest: { kind: 'fitted', dissimilarity: 0.97, standardError: 0.2 },
  people: 1,
  logLikelihood: -1,
  nullLogLikelihood: -2,
  regionsLeftOut: [],
};

describe('stage rates', () => {
  it('have their papers: transitions and rows that exist, and a basis', () => {
    const known = [...transitions, ...EVIDENCE_TABLE].map(({ code }) => code);
    expect(rates.flatMap(([, { rows }]) => rows).filter((row) => !known.includes(row))).toEqual([]);
    expect(rates.filter(([, { basis }]) => basis === '')).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  it('cover every transition of the evidence', () => {
    expect(transitions.map(({ code }) => code)).toEqual([
      ...['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8'],
      ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'],
    ]);
  });

  it.each(rates)('%s: its value lies within its own spread', (_, { value, distribution }) => {
    expect(value).toBeGreaterThanOrEqual(quantileOf(distribution, 0.025));
    expect(value).toBeLessThanOrEqual(quantileOf(distribution, 0.975));
  });

  it('share no name with a lever’s parameter, so that no two draws are the same numbers', () => {
    expect(Object.keys(RATE_PARAMETERS).filter((id) => Object.hasOwn(LEVER_PARAMETERS, id))).toEqual([]);
  });

  it('follow from the published shares: year-two hazards, monthly leaving, five-year attrition', () => {
    expect((62.2 - 47.5) / (100 - 47.5)).toBeCloseTo(RATE_PARAMETERS.gp_second_year.value, 3);
    expect(1 - (1 - 0.004) ** 12).toBeCloseTo(RATE_PARAMETERS.consultant_leaving.value, 3);
    const vascular = TRAINING_TRANSITIONS.find(({ code }) => code === 'T7')?.series[2];
    expect(100 * (1 - (1 - 0.154) ** (1 / 5))).toBeCloseTo(vascular?.value ?? 0, 1);
  });

  it('have a length for every specialty group', () => {
    expect(PROGRAMME_LENGTHS.map(({ group }) => group)).toEqual([...SPECIALTY_GROUPS]);
  });
});

describe('sourcedRate', () => {
  it('marks what is only national, and what is an assumption', () => {
    expect(sourcedRate('consultant_leaving')).toMatchObject({ provenance: 'published', nationalOnly: true });
    expect(sourcedRate('returning')).toMatchObject({ provenance: 'assumption', nationalOnly: true });
    expect(sourcedRate('deprivation_per_step')).toMatchObject({ provenance: 'assumption' });
  });

  it('takes the loaded rate where there is one, and says whether it is of the region', () => {
    const loaded = { value: 0.06, source: 'Staff records', provenance: 'published', isRegional: true } as const;
    expect(sourcedRate('gp_leaving', loaded)).toEqual({
      value: 0.06,
      source: 'Staff records',
      provenance: 'published',
      nationalOnly: false,
    });
    expect(sourcedRate('gp_leaving', { ...loaded, isRegional: false }).nationalOnly).toBe(true);
  });
});

describe('national rates', () => {
  it('are marked national but where one is loaded of the region', () => {
    const local = { value: 0.02, source: 'Region', provenance: 'published', isRegional: true } as const;
    const rates = stageRates({ gap_leaving: local });
    expect(rates.gapLeaving).toMatchObject({ value: 0.02, nationalOnly: false });
    expect(rates.careerLeaving.gp.nationalOnly).toBe(true);
    expect(rates.settling.gp.map(({ value }) => value)).toEqual([0.475, 0.28]);
  });

  it('give paediatrics and surgery their own attrition and the others that of all', () => {
    const attrition = programmeRates().map(({ group, annualAttrition }) => [group, annualAttrition.value]);
    expect(attrition).toContainEqual(['paediatrics', 0.0395]);
    expect(attrition).toContainEqual(['surgery', 0.0268]);
    expect(attrition).toContainEqual(['psychiatry', 0.031]);
  });

  it('name donors only where choice was fitted to movements', () => {
    expect(choiceRates(fitted)).toMatchObject({
      stayConstant: { value: 2.4, provenance: 'modelled', nationalOnly: false },
      homeConstant: { provenance: 'assumption', nationalOnly: true },
      nestDissimilarity: { value: 0.97 },
      movementsFitted: true,
    });
    expect(choiceRates(notLoaded)).toMatchObject({
      stayConstant: { value: 1.32, nationalOnly: true },
      nestDissimilarity: { value: 0.7, provenance: 'assumption' },
      movementsFitted: false,
    });
    const refused: MovementFit = { kind: 'refused', donorsNamed: false, reason: 'separated' };
    expect(choiceRates(refused).movementsFitted).toBe(false);
  });
});

describe('drawRates', () => {
  it('draws factors on hazards around 1', () => {
    const factors = draws.map((draw) => drawRates({ sampler, choice: 'plain', movements: notLoaded }, draw));
    const mean = (pick: (one: (typeof factors)[number]) => number) =>
      factors.reduce((total, one) => total + pick(one), 0) / factors.length;
    expect(mean((one) => one.attritionFactor)).toBeCloseTo(1, 1);
    expect(mean((one) => one.careerLeavingFactor)).toBeCloseTo(1, 1);
    expect(mean((one) => one.stayPerYear)).toBeCloseTo(0.291, 2);
    expect(Math.min(...factors.map((one) => one.attritionFactor))).toBeGreaterThan(0);
  });

  it('leaves λ out of a plain logit, and keeps it within 0 and 1 in a nest', () => {
    expect(drawRates({ sampler, choice: 'plain', movements: fitted }, 0).nestDissimilarity).toBeUndefined();
    const nested = draws.map((draw) => drawRates({ sampler, choice: 'nested', movements: fitted }, draw));
    const values = nested.map(({ nestDissimilarity }) => nestDissimilarity ?? Number.NaN);
    expect(Math.max(...values)).toBe(1);
    expect(Math.min(...values)).toBeGreaterThan(0);
  });

  it('draws around what movements gave where they are loaded, and from the evidence where not', () => {
    const of = (movements: MovementFit) =>
      draws.map((draw) => drawRates({ sampler, choice: 'plain', movements }, draw));
    const mean = (values: readonly number[]) => values.reduce((total, one) => total + one, 0) / values.length;
    expect(mean(of(fitted).map(({ stayConstant }) => stayConstant))).toBeCloseTo(2.4, 2);
    expect(new Set(of(fitted).map(({ distancePer100Km }) => distancePer100Km))).toEqual(new Set([-0.7]));
    expect(mean(of(notLoaded).map(({ stayConstant }) => stayConstant))).toBeCloseTo(1.32, 2);
  });

  it('draws the hazard of less than full time alike for baseline and levers', () => {
    const { ltftHazardRatio } = drawRates({ sampler, choice: 'plain', movements: notLoaded }, 9);
    expect(ltftHazardRatio).toBe(quantileOf(LEVER_PARAMETERS.hr_ltft.distribution, sampler.at('hr_ltft', 9)));
  });
});
