import { RecruitmentLevel } from '@/lib/contracts/scenario';
import type { ScenarioDraft } from '@/lib/contracts/scenario-form';
import { getArea, listAreas } from '@/lib/data/areas';
import { getLeverCatalogue } from '@/lib/data/levers';
import { getLoadedRound } from '@/lib/data/loaded-round';
import { PEOPLE_PER_PLACE } from '@/lib/domain/pathway/people-per-place';
import { type ScenarioFormData, suggestedCost } from './form-data';

const PERCENT = 100;
const TARGET_EXTRA_POSTS = 10;

type Start = { areaCode: string; level: RecruitmentLevel; leverId: string | null };

/** An empty scenario: published assumptions, no lever but the one that was chosen on the way here. */
export async function startDraft({ areaCode, level, leverId }: Start): Promise<ScenarioDraft> {
  const { levers, shared } = await getLeverCatalogue();
  const lever = levers.find(({ id }) => id === leverId);
  return {
    scenarioId: null,
    basedOn: null,
    areaCode,
    level,
    name: lever ? `${lever.name}, ${level}` : `Package, ${level}`,
    peoplePerPlace: String(PEOPLE_PER_PLACE.value),
    noEffectPct: String(shared.noEffectProbability.value * PERCENT),
    targetExtraPosts: String(TARGET_EXTRA_POSTS),
    typed: [],
    levers: lever
      ? [
          {
            leverId: lever.id,
            on: true,
            coveragePct: '100',
            costPerPlacePerYearGbp: suggestedCost(lever),
            costYears: String(lever.costYears),
            reason: '',
          },
        ]
      : [],
  };
}

export async function loadFormData(draft: ScenarioDraft): Promise<ScenarioFormData> {
  const area = await getArea(draft.areaCode);
  const { root } = area;
  const [regions, catalogue, rounds] = await Promise.all([
    listAreas(['training_region'], { root }),
    getLeverCatalogue(),
    Promise.all(RecruitmentLevel.options.map(async (level) => ({ level, ...(await getLoadedRound(level, root)) }))),
  ]);
  return {
    area: { code: area.code, name: area.name, root },
    regions: regions.map(({ code, name }) => ({ code, name })),
    rounds: rounds.map(({ level, year, regions: loaded }) => ({ level, year, regions: loaded })),
    levers: catalogue.levers,
    noEffectBasis: catalogue.shared.noEffectProbability.basis,
    peopleBasis: PEOPLE_PER_PLACE.basis,
    draft,
    nameStem: draft.name.replace(/, (CT1\/ST1|ST3|ST4)$/, ''),
  };
}
