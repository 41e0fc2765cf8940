import type { ScenarioInputs } from './scenario';
import type { ScenarioDraft } from './scenario-form';

const PERCENT = 100;

/** Stored inputs back as form text, so that a scenario opens as it was typed. */
export function draftFromInputs(scenarioId: string, name: string, inputs: ScenarioInputs): ScenarioDraft {
  return {
    scenarioId,
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
