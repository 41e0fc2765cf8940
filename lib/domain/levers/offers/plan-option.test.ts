import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import type { Offer } from './offer';
import { HORIZON, offerOf } from './offer-fixture';
import { EMPLOYER_ON_COST } from './plan-costs';
import { planOption } from './plan-option';

const planOf = (...offers: Offer[]) => planOption(offers, PATHWAY_LEVERS, HORIZON);
const gp = { group: 'general_practice' } as const;

describe('planOption', () => {
  it('acts where it is offered and nowhere else', () => {
    const { option } = planOf(offerOf('one-region-guarantee', { nodes: ['foundation', 'specialty_entry'] }));
    expect(option.shifts.map(({ node, regionCode, group }) => `${node} ${regionCode} ${group}`)).toEqual([
      'foundation north null',
      'specialty_entry north general_practice',
      'specialty_entry north psychiatry',
      'specialty_entry north paediatrics',
    ]);
    expect(option.shifts.every(({ fromYear, toYear }) => fromYear === 2027 && toYear === 2040)).toBe(true);
  });

  it('makes one package of levers at the same posts, cut where one starts or ends', () => {
    const { option } = planOf(
      offerOf('one-region-guarantee', { ...gp, toYear: 2032 }),
      offerOf('pay-supplement', { ...gp, intensity: 2_000, fromYear: 2030, toYear: 2035 }),
    );
    expect(option.shifts.map(({ fromYear, toYear, leverIds }) => [fromYear, toYear, ...leverIds])).toEqual([
      [2027, 2029, 'one-region-guarantee'],
      [2030, 2032, 'one-region-guarantee', 'pay-supplement'],
      [2033, 2035, 'pay-supplement'],
    ]);
  });

  it('keeps doctors with a tie apart where a lever is for them', () => {
    const { option } = planOf(offerOf('partner-and-caring-pre-allocation', gp), offerOf('early-notice', gp));
    expect(option.shifts.map(({ tied, leverIds }) => [tied, leverIds.length])).toEqual([
      [true, 2],
      [false, 1],
    ]);
    expect(planOf(offerOf('partner-and-caring-pre-allocation', gp)).option.shifts.map(({ tied }) => tied)).toEqual([
      true,
    ]);
  });

  it('reaches entrants by intake: a third of GP trainees in the first year, all from the third', () => {
    const { hazards } = planOf(offerOf('one-region-guarantee', { ...gp, toYear: 2030 })).option;
    expect(hazards.map(({ fromYear, toYear, intensity }) => [fromYear, toYear, Number(intensity.toFixed(4))])).toEqual([
      [2027, 2027, 0.3333],
      [2028, 2028, 0.6667],
      [2029, 2030, 1],
      [2031, 2031, 0.6667],
      [2032, 2032, 0.3333],
    ]);
  });

  it('acts on leaving in F1 and F2 where it is offered at F1: half of them in the first year, all from the second', () => {
    const inFoundation = (offer: Offer) =>
      planOf(offer).option.hazards.flatMap(({ group, fromYear, toYear, intensity }) =>
        group === 'foundation' ? [[fromYear, toYear, intensity]] : [],
      );
    const nodes = ['foundation', 'specialty_entry'] as const;
    expect(inFoundation(offerOf('one-region-guarantee', { nodes: [...nodes], toYear: 2030 }))).toEqual([
      [2027, 2027, 0.5],
      [2028, 2030, 1],
      [2031, 2031, 0.5],
    ]);
    expect(inFoundation(offerOf('pay-supplement', { nodes: ['foundation'], intensity: 2_000, yearsPaid: 1 }))).toEqual([
      [2027, 2040, 0.5],
    ]);
    expect(inFoundation(offerOf('one-region-guarantee'))).toEqual([]);
    const plan = planOf(offerOf('pay-supplement', { nodes: ['foundation'], intensity: 2_000 }));
    expect(plan.hazardRecipes.map(({ node, group }) => [node, group])).toEqual(
      plan.option.hazards.map(() => ['foundation', null]),
    );
  });

  it('reaches everybody at once with what is not tied to entry', () => {
    const { hazards } = planOf(offerOf('coaching', { ...gp, coverage: 0.4 })).option;
    expect(hazards.map(({ fromYear, toYear, intensity }) => [fromYear, toYear, intensity])).toEqual([
      [2027, 2040, 0.4],
    ]);
  });

  it('lets money act on staying while it is paid, and for five years at most', () => {
    const paid = (yearsPaid: number) => {
      const offer = offerOf('pay-supplement', { group: 'paediatrics', intensity: 2_000, yearsPaid });
      return planOf(offer).option.hazards.at(-1)?.intensity;
    };
    expect([1, 3, 5, 9].map(paid)).toEqual([1 / 7, 3 / 7, 5 / 7, 5 / 7]);
  });

  it('lets money of core training act no longer than core training lasts, where it isn’t paid again after it', () => {
    const shares = (nodes: Offer['nodes']) => {
      const offer = offerOf('pay-supplement', { group: 'psychiatry', intensity: 2_000, nodes, yearsPaid: 5 });
      return planOf(offer).option.hazards.at(-1)?.intensity;
    };
    expect([shares(['specialty_entry']), shares(['specialty_entry', 'higher_entry'])]).toEqual([3 / 6, 5 / 6]);
  });

  it('removes the second competition once those who entered get there', () => {
    const { option } = planOf(offerOf('run-through-certainty', { toYear: 2028 }));
    expect(option.runThrough).toEqual([
      { regionCode: 'north', group: 'psychiatry', fromYear: 2030, toYear: 2031, leverIds: ['run-through-certainty'] },
    ]);
  });

  it('costs everyone who is covered, a sum a year once, and says what it does not know', () => {
    const plan = planOf(
      offerOf('golden-hello', { intensity: 21_000, coverage: 0.5, fixedPerYearGbp: 9_000 }),
      offerOf('coaching', { group: 'psychiatry' }),
    );
    const hello = plan.option.costs.filter(({ leverIds }) => leverIds[0] === 'golden-hello');
    expect(hello.map(({ perEntrantPerYearGbp, coverage }) => [perEntrantPerYearGbp, coverage])).toEqual([
      [7_000, 0.5],
      [7_000, 0.5],
      [7_000, 0.5],
    ]);
    expect(hello.map(({ fixedPerYearGbp }) => fixedPerYearGbp)).toEqual([9_000, 0, 0]);
    expect(plan.costUnknown).toEqual(['coaching']);
    expect(plan.beyondStudied).toEqual(['golden-hello']);
  });

  it('costs the whole of a payment made once, whatever years an offer says, and acts on staying as long', () => {
    const plans = [0, 1, 3, 9].map((yearsPaid) =>
      planOf(offerOf('golden-hello', { ...gp, intensity: 20_000, yearsPaid })),
    );
    const paid = plans.map(({ option }) =>
      option.costs.map(({ perEntrantPerYearGbp, yearsPaid }) => Math.round(perEntrantPerYearGbp * yearsPaid)),
    );
    expect(paid).toEqual([[20_000], [20_000], [20_000], [20_000]]);
    expect(new Set(plans.map(({ option }) => JSON.stringify(option.hazards))).size).toBe(1);
  });

  it('pays nobody for a post that has ended: two years of F1 and F2, core training, or up to CCT', () => {
    const yearsOf = (offer: Offer) =>
      planOf(offer).option.costs.map(({ node, group, yearsPaid }) => `${node} ${group}: ${yearsPaid}`);
    const everywhere = ['foundation', 'specialty_entry', 'higher_entry'] as const;
    const supplement = { intensity: 2_000, nodes: [...everywhere] };
    expect(yearsOf(offerOf('pay-supplement', { ...supplement, yearsPaid: 5 }))).toEqual([
      'foundation null: 2',
      'specialty_entry general_practice: 3',
      'specialty_entry psychiatry: 3',
      'specialty_entry paediatrics: 5',
      'higher_entry psychiatry: 3',
    ]);
    expect(yearsOf(offerOf('pay-supplement', { ...supplement, yearsPaid: 1 })).every((one) => one.endsWith('1'))).toBe(
      true,
    );
  });

  it('charges a payment made once whole where core training is shorter than its years', () => {
    const short = { group: 'psychiatry', career: 'consultant', coreYears: 2, finalYears: 4 } as const;
    const offers = [offerOf('golden-hello', { group: 'psychiatry', intensity: 20_000 })];
    const { costs } = planOption(offers, PATHWAY_LEVERS, { ...HORIZON, programmes: [short] }).option;
    expect(costs.map(({ perEntrantPerYearGbp, yearsPaid }) => Math.round(perEntrantPerYearGbp * yearsPaid))).toEqual([
      20_000,
    ]);
  });

  it('says which levers are set beyond what was studied: more than £6,667 a year, whatever the payment is called', () => {
    const beyond = (leverId: string, intensity: number) => planOf(offerOf(leverId, { intensity })).beyondStudied;
    expect([beyond('golden-hello', 20_000), beyond('golden-hello', 20_500)]).toEqual([[], ['golden-hello']]);
    expect([beyond('pay-supplement', 6_500), beyond('pay-supplement', 6_750)]).toEqual([[], ['pay-supplement']]);
    expect([beyond('housing-support', 550), beyond('housing-support', 560)]).toEqual([[], ['housing-support']]);
  });

  it('adds the employer’s costs to payments alone', () => {
    const offers = [
      offerOf('golden-hello', { ...gp, intensity: 30_000 }),
      offerOf('coaching', { ...gp, costPerPlacePerYearGbp: 100 }),
    ];
    const { costs } = planOption(offers, PATHWAY_LEVERS, HORIZON, EMPLOYER_ON_COST).option;
    expect(costs.map(({ perEntrantPerYearGbp }) => perEntrantPerYearGbp)).toEqual([11_750, 100]);
  });

  it('adds to those who train less than full time', () => {
    const { ltft } = planOf(offerOf('ltft-flexibility', { ...gp, intensity: 0.2, coverage: 0.5 })).option;
    expect(ltft).toMatchObject([{ shareAdded: 0.2, intensity: 0.5, group: 'general_practice' }]);
  });

  it('acts at CCT: a fellowship at once, a return of service once trainees get there, with leaving after the tie', () => {
    const fellowship = planOf(offerOf('post-cct-fellowship', gp)).option;
    expect(fellowship.careerShifts).toMatchObject([{ kind: 'gp', fromYear: 2027, toYear: 2040 }]);
    const bonded = planOf(offerOf('bonded-return-of-service', gp)).option;
    expect(bonded.careerShifts).toMatchObject([{ kind: 'gp', fromYear: 2030, toYear: 2040 }]);
    expect(bonded.careerHazards[0]).toMatchObject({ kind: 'gp', fromYear: 2033, intensity: 1 / 30 });
    expect(bonded.careerHazards.at(-1)).toMatchObject({ toYear: 2040, intensity: 8 / 30 });
  });
});
