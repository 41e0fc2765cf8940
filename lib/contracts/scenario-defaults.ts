import type { ScenarioInputs } from './scenario';
import type { ScenarioDraft } from './scenario-form';
import type { Scenario } from './scenario-records';

const PERCENT = 100;

type Stored = Pick<Scenario, 'id' | 'name' | 'updatedAt'>;

/** Stored inputs back as form text, so that a scenario opens as it was typed. */
export function draftFromInputs({ id, name, updatedAt }: Stored, inputs: ScenarioInputs): ScenarioDraft {
  return {
    scenarioId: id,
    basedOn: updatedAt,
    areaCode: inputs.targetAreaCode,
    level: inputs.level,
    name,
    peoplePerPlace: String(inputs.peoplePerPlace),
    noEffectPct: String(Math.round(inputs.noEffectProbability * PERCENT)),
    targetExtraPosts: String(inputs.targetExtraPosts),
    typed: inputs.regions
      .filter(({ origin }) => origin === 'typed')
      .map(({ areaCode, posts, accepts }) => ({ areaCode, posts: String(posts), accepts: String(accepts) })),
    levers: inputs.levers.map((lever) => ({
      leverId: lever.leverId,
      on: true,
      coveragePct: String(Math.round(lever.coverage * PERCENT)),
      costPerPlacePerYearGbp: lever.costPerPlacePerYearGbp === null ? '' : String(lever.costPerPlacePerYearGbp),
      costYears: String(lever.costYears),
      reason: lever.reason,
    })),
  };
}
