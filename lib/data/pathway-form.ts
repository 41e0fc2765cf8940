import 'server-only';
import type { PathwayForm } from '@/lib/contracts/pathway-form';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { getArea } from './areas';
import { calibratedCountry } from './pathway/calibrated-country';
import { authorise } from './viewer';

/** What a scenario of a region can be built from: where its posts are, or which files are missing. */
export async function getPathwayForm(areaCode: string): Promise<PathwayForm> {
  const viewer = await authorise('scenario:write', areaCode);
  const { code, name, root } = await getArea(areaCode);
  const scenario = PathwayScenario.parse({ country: root, offers: [] });
  const country = await calibratedCountry(scenario);
  const area = { code, name, root };
  if (country.kind === 'not_loaded') return { kind: 'not_loaded', area, missing: [...country.missing] };
  const { input } = country;
  const managed = new Set(viewer.grants.flatMap(({ role, scope }) => (role === 'deanery' ? [scope] : [])));
  return {
    kind: 'ready',
    area,
    startYear: input.startYear,
    regions: input.regions.flatMap((region) =>
      managed.has(region.code) ? [{ code: region.code, name: region.name }] : [],
    ),
    places: input.posts.flatMap(({ node, regionCode, group }) =>
      managed.has(regionCode) ? [{ node, regionCode, group }] : [],
    ),
    seed: scenario.seed,
  };
}
