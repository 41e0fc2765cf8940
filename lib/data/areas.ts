import 'server-only';
import type { Membership, Vintage } from '@/lib/contracts/region';
import { type Action, scopesFor } from '@/lib/domain/access/access';
import { type Area, type AreaType, countryOf, type DatedArea, Root } from '@/lib/domain/geography/area';
import { vintageChoices, vintageFor } from './area-vintages';
import { NotFound } from './errors';
import { publishedStore } from './published-store';
import { authorise } from './viewer';

/** @throws NotFound for a code that is no area. */
export async function getArea(code: string): Promise<DatedArea> {
  await authorise('figures:read');
  const area = (await publishedStore()).areaByCode.get(code);
  if (!area) throw new NotFound(`There is no area with the code ${code}.`);
  return area;
}

/** `on`: as they were on an ISO day (boards change; see `listVintages`), else those that the figures are about. */
export type AreaChoice = { root?: Root; on?: string | null | undefined };

/** Areas of the given types in one country, England unless asked otherwise, by name. */
export async function listAreas(
  types: readonly AreaType[],
  { root = 'england', on = null }: AreaChoice = {},
): Promise<DatedArea[]> {
  await authorise('figures:read');
  const { areas, vintages } = await publishedStore();
  const codes = new Set(
    types.flatMap((type) => vintageFor(vintages, { root, type }, on)?.areas.map(({ code }) => code) ?? []),
  );
  return areas.filter(({ code }) => codes.has(code));
}

/** The countries that are loaded. */
export async function listRoots(): Promise<Root[]> {
  await authorise('figures:read');
  const { areaByCode } = await publishedStore();
  return Root.options.filter((root) => areaByCode.has(countryOf(root).code));
}

/** The lists of areas of a type in a country that existed one after another, oldest first. */
export async function listVintages(type: AreaType, root: Root = 'england'): Promise<Vintage[]> {
  await authorise('figures:read');
  const { vintages } = await publishedStore();
  return vintageChoices(vintages, { root, type }).map(({ vintage: { from, to, areas }, isShown }) => ({
    from,
    to,
    count: areas.length,
    newCount: from === null ? 0 : areas.filter(({ validFrom }) => validFrom === from).length,
    isShown,
  }));
}

/** The areas that contain this one, or that it is part of. */
export async function listParents(code: string): Promise<readonly Membership[]> {
  await authorise('figures:read');
  return (await publishedStore()).parentsByCode.get(code) ?? [];
}

/** The country that the viewer's own areas lie in; England for those who have none. */
export async function ownRoot(): Promise<Root> {
  const viewer = await authorise('figures:read');
  const { areaByCode } = await publishedStore();
  const own = viewer.grants.flatMap(({ scope }) => areaByCode.get(scope) ?? []);
  return own.length > 0 && own.every(({ root }) => root === 'demonstration') ? 'demonstration' : 'england';
}

async function listInScope(action: Action): Promise<Area[]> {
  const scopes = new Set(scopesFor(await authorise('figures:read'), action));
  return (await publishedStore()).areas.filter(({ code }) => scopes.has(code));
}

/** The training regions whose scenarios and notes the viewer may work on. */
export const listManagedRegions = (): Promise<Area[]> => listInScope('scenario:write');

/** The medical schools in the viewer's scope. */
export const listOwnSchools = (): Promise<Area[]> => listInScope('school:read');
