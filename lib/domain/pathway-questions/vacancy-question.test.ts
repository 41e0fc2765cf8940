import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { bandOf } from '@/lib/domain/pathway/band';
import { runRange } from '@/lib/domain/pathway-scenario/plan-run';
import { exampleRun, offerOf } from '@/lib/testing/pathway-evaluator';
import { placeOutcomes } from './place-outcomes';
import { type VacancyQuestion, vacancyQuestion } from './vacancy-question';

const REGION = 'XR-1';
const HELLO = offerOf('golden-hello', REGION, { intensity: 5_000, nodes: ['specialty_entry', 'higher_entry'] });
const SUPPLEMENT = offerOf('pay-supplement', REGION, { intensity: 1_000, nodes: ['specialty_entry', 'higher_entry'] });
const OFFERS = [HELLO, SUPPLEMENT, offerOf('golden-hello', 'XR-0', { intensity: 5_000 })];
const run = exampleRun(OFFERS, 9);
const start = run.run.input.startYear;
const evaluate = run.evaluatorOf(placeOutcomes(1, 3));

const ask = (vacancyPct: number, question: Partial<VacancyQuestion> = {}) =>
  vacancyQuestion({
    ...{ offers: OFFERS, levers: PATHWAY_LEVERS, evaluate },
    question: { regionCode: REGION, vacancyPct, year: start + 3, ...question },
  });

const medianAt = async (intensity: number): Promise<number> =>
  bandOf((await evaluate([{ ...HELLO, intensity }])).vacancyPct).median;

describe('vacancyQuestion', () => {
  it('gives the smallest size on the dial at which the median gets there', async () => {
    const [none, most] = [await medianAt(0), await medianAt(20_000)];
    expect(most).toBeLessThan(none);
    const goal = (none + most) / 2;
    const { reaches, today } = await ask(goal);
    expect(today.median).toBe(none);
    const hello = reaches.find(({ leverId }) => leverId === 'golden-hello');
    if (!hello) throw new Error('the lever was not tried');
    expect(hello).toMatchObject({ kind: 'reached' });
    expect(await medianAt(hello.intensity)).toBeLessThanOrEqual(goal);
    expect(await medianAt(hello.intensity - 500)).toBeGreaterThan(goal);
    expect(hello.vacancyPct.median).toBe(await medianAt(hello.intensity));
    expect(hello.costGbp.median).toBeGreaterThan(0);
  });

  it('takes less of each where all are offered together', async () => {
    const goal = ((await medianAt(0)) + 3 * (await medianAt(20_000))) / 4;
    const { reaches } = await ask(goal);
    expect(reaches.map(({ leverId }) => leverId)).toEqual(['golden-hello', 'pay-supplement', null]);
    const [hello, , together] = reaches;
    expect(together?.kind).toBe('reached');
    expect(together?.intensity).toBeLessThanOrEqual((hello?.intensity ?? 0) / 20_000 + 0.05);
  });

  it('says how far the most of it goes where that is not enough', async () => {
    const { reaches, evaluated } = await ask(0);
    expect(reaches.every(({ kind }) => kind === 'out_of_reach')).toBe(true);
    expect(reaches[0]).toMatchObject({ intensity: 20_000, vacancyPct: { median: await medianAt(20_000) } });
    expect(evaluated).toBe(4);
  });

  it('has no vacancy below 0 where more may come than there are posts', () => {
    const { input } = run.run;
    const limitless = { ...input, switches: { ...input.switches, ceiling: 'off' as const } };
    const chunk = runRange({ ...run.run, input: limitless, inputKey: 'without limit' }, { from: 0, to: 2 });
    const vacancies = [0, 1, 2].flatMap((region) =>
      [0, 3, 7].flatMap((year) => placeOutcomes(region, year)(run.setting, [chunk]).vacancyPct),
    );
    expect(Math.min(...vacancies)).toBe(0);
  });

  it('asks nothing of anybody where it is so already', async () => {
    expect(await ask(100)).toMatchObject({ isAlready: true, reaches: [], evaluated: 1 });
  });

  it('keeps an offer up to the year that is asked about, and changes nothing in other regions', async () => {
    const seen = new Set<string>();
    const short = [{ ...HELLO, toYear: start }, OFFERS[2] ?? HELLO];
    await vacancyQuestion({
      ...{ offers: short, levers: PATHWAY_LEVERS, question: { regionCode: REGION, vacancyPct: 0, year: start + 3 } },
      evaluate: (offers) => {
        for (const { regionCode, toYear } of offers) seen.add(`${regionCode} ${toYear}`);
        return evaluate(offers);
      },
    });
    expect([...seen]).toEqual([`${REGION} ${start + 3}`]);
  });
});
