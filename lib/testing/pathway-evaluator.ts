import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { DrawChunk } from '@/lib/domain/pathway/engine/pathway-runner';
import { pathwayLayout } from '@/lib/domain/pathway/engine/pathway-runner';
import type { MeasureSetting } from '@/lib/domain/pathway/outputs/area-measures';
import { measureSetting } from '@/lib/domain/pathway/outputs/measure-setting';
import { outcomesOf } from '@/lib/domain/pathway-questions/draw-outcomes';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { planRun, type RunPlan, runRange } from '@/lib/domain/pathway-scenario/plan-run';
import { pathwayExample } from './pathway-example';

const COUNTRY = {
  input: (() => {
    const input = pathwayExample(3, 8, ['general_practice', 'psychiatry', 'medicine']);
    const regions = input.regions.map((region) => ({
      ...region,
      needShares: { deprivation_20: region.needShares.hee ?? 0, need_index: region.needShares.hee ?? 0 },
    }));
    return { ...input, regions };
  })(),
  movements: { kind: 'not_loaded', donorsNamed: false },
  dataHash: 'an invented country',
} as const;

/** An offer in the invented country, on all its posts from the first year. */
export const offerOf = (leverId: string, regionCode: string, change: Partial<Offer> = {}): Offer => ({
  ...{ leverId, regionCode, group: null, nodes: ['specialty_entry'], intensity: 1, coverage: 1 },
  fromYear: COUNTRY.input.startYear,
  toYear: COUNTRY.input.startYear + 7,
  ...{ costPerPlacePerYearGbp: null, yearsPaid: 3, fixedPerYearGbp: 0 },
  ...change,
});

const scenarioOf = (offers: readonly Offer[]): PathwayScenario =>
  PathwayScenario.parse({ country: 'demonstration', years: 8, draws: 64, offers });

const planOf = (offers: readonly Offer[]): RunPlan => {
  const planned = planRun(scenarioOf(offers), COUNTRY);
  if (planned.kind === 'refused') throw new Error(planned.reasons.map(({ message }) => message).join(' '));
  return planned.run;
};

/** The real engine on an invented country, in this process: what the workers do elsewhere. */
export const exampleRun = (offers: readonly Offer[], draws: number) => {
  const run = planOf(offers);
  const { input, plan } = run;
  const setting = measureSetting({
    ...{ input, option: plan.option, layout: pathwayLayout(input), weighting: 'need_index' },
  });
  const evaluatorOf =
    <Outcome>(read: (of: MeasureSetting, chunks: readonly DrawChunk[]) => Outcome) =>
    async (some: readonly Offer[]): Promise<Outcome> =>
      read(setting, [runRange(planOf(some), { from: 0, to: draws })]);
  return { run, setting, evaluatorOf, evaluate: evaluatorOf(outcomesOf) };
};
