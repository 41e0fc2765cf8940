import { pathwayBaseline, scenario, scenarioResult, scenarioRun } from '@/db/schema';
import { PathwayModelled } from '@/lib/contracts/pathway-result';
import { asViewer } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';

const DATA_HASH = 'd'.repeat(64);

const band = { median: 0, mean: 0, lower80: 0, upper80: 0, lower95: null, upper95: null };

/** A result of nothing: whole as the contract has it, and with no country behind it. */
const resultOf = (asked: PathwayScenario): PathwayModelled =>
  PathwayModelled.parse({
    kind: 'modelled',
    receipt: { id: 'a'.repeat(20), engineVersion: 'test', dataHash: DATA_HASH, releaseIds: [], seed: 1, draws: 64 },
    scenario: asked,
    regions: [],
    summary: {
      draws: 64,
      weighting: 'population',
      startYear: 2026,
      areas: [],
      country: [],
      classes: [],
      totals: {
        gainTarget: band,
        lostByOtherRegions: band,
        fromOutside: band,
        costGbp: band,
        additionalCctFte: band,
        additionalNeedWeightedCctFte: band,
        costPerAdditionalCctFteGbp: null,
        costPerAdditionalNeedWeightedCctFteGbp: null,
      },
      chanceOfOneExtraPost: 0,
      extraPostsFilled: band,
      extraPostsByDraw: [],
    },
    fit: { options: 0, largestResidual: 0, movementsFitted: false },
    costKnown: 'none',
    outsideEvidence: 0,
    sensitivity: [],
    notes: [],
    regime: 'A test',
  });

export type PathwayRecords = { pathwayScenarioId: string; pathwayRunId: string };

/** A stored run of the pathway of a region, where the country has none to compute. */
export async function addPathwayRecords(
  manager: Viewer,
  areaCode: string,
  releaseIds: readonly string[] = [],
): Promise<PathwayRecords> {
  const country = areaCode.startsWith('XD-') ? 'demonstration' : 'england';
  const asked = PathwayScenario.parse({ country, draws: 64, offers: [] });
  return asViewer(manager, async (tx) => {
    const kept = { areaCode, kind: 'pathway', createdBy: manager.userId };
    const [saved] = await tx
      .insert(scenario)
      .values({ ...kept, name: 'Pathway', inputs: asked })
      .returning({ id: scenario.id });
    if (!saved) throw new Error('The scenario was not added');
    await tx.insert(pathwayBaseline).values({ dataHash: DATA_HASH, root: country, body: {} }).onConflictDoNothing();
    const id = saved.id.replaceAll('-', '').slice(0, 20);
    const receipt = { id: 'a'.repeat(20), scenario: asked, releaseIds };
    await tx.insert(scenarioRun).values({
      ...kept,
      ...{ id, scenarioId: saved.id, receipt, dataHash: DATA_HASH, catalogue: {}, engineVersion: 'test', seed: 1 },
    });
    await tx.insert(scenarioResult).values({ runId: id, areaCode, result: resultOf(asked) });
    return { pathwayScenarioId: saved.id, pathwayRunId: id };
  });
}
