import 'server-only';
import type { PathwayResult } from '@/lib/contracts/pathway-result';
import { can, type Viewer } from '@/lib/domain/access/access';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { AccessDenied } from './errors';
import { calibratedCountry } from './pathway/calibrated-country';
import { inTurn } from './pathway/preview-turns';
import { type RunWatch, runOnCountry } from './pathway/run-draws';
import { publishedStore } from './published-store';
import { authorise, requireViewerFor, runAs } from './viewer';

/** @throws AccessDenied unless the viewer plans in the country and may write scenarios of every region that is changed. */
export async function authoriseScenario(scenario: PathwayScenario): Promise<Viewer> {
  const viewer = await requireViewerFor('scenario:read');
  // As the viewer who was just found: a slider's is looked up once.
  await runAs(viewer, async () => {
    const { areas } = await publishedStore();
    const isPlanner = areas.some(({ root, code }) => root === scenario.country && can(viewer, 'scenario:read', code));
    if (!isPlanner) throw new AccessDenied('forbidden');
    // A code of no area can't be out of anybody's scope: the model refuses it with its reason.
    const known = new Set(areas.map(({ code }) => code));
    for (const code of new Set(scenario.offers.map(({ regionCode }) => regionCode)))
      if (known.has(code)) await authorise('scenario:write', code);
  });
  return viewer;
}

/**
 * Runs a scenario of the pathway for those who plan in its country and may write scenarios of every region that it changes. Nothing is
 * stored; whoever watches gets the result of the first draws. @throws AccessDenied for a country or region out of scope.
 */
export async function modelPathway(scenario: PathwayScenario, watch: RunWatch = {}): Promise<PathwayResult> {
  const { userId } = await authoriseScenario(scenario);
  const country = await calibratedCountry(scenario);
  if (country.kind === 'not_loaded') return country;
  if (watch.detail !== 'screen') return runOnCountry(scenario, country, watch);
  return inTurn(userId, watch.signal, (signal) => runOnCountry(scenario, country, { ...watch, signal }));
}
