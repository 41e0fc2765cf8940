import 'server-only';
import type { Membership, Vintage } from '@/lib/contracts/region';
import { type Action, scopesFor } from '@/lib/domain/access/access';
import type { Area, AreaType, DatedArea } from '@/lib/domain/geography/area';
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

/**
 * Areas of the given types in England, by name: those that the figures are about, or those that existed `on` an ISO day
 * (boards change; see `listVintages`).
 */
export async function listAreas(types: readonly AreaType[], on?: string): Promise<DatedArea[]> {
  await authorise('figures:read');
  const { areas, vintages } = await publishedStore();
  const codes = new Set(
    types.flatMap(
      (type) => vintageFor(vintages, { root: 'england', type }, on ?? null)?.areas.map(({ code }) => code) ?? [],
    ),
  );
  return areas.filter(({ code }) => codes.has(code));
}

/** The lists of areas of a type in England that existed one after another, oldest first. */
export async function listVintages(type: AreaType): Promise<Vintage[]> {
  await authorise('figures:read');
  const { vintages } = await publishedStore();
  return vintageChoices(vintages, { root: 'england', type }).map(({ vintage: { from, to, areas }, isShown }) => ({
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

async function listInScope(action: Action): Promise<Area[]> {
  const scopes = new Set(scopesFor(await authorise('figures:read'), action));
  return (await publishedStore()).areas.filter(({ code }) => scopes.has(code));
}

/** The training regions whose scenarios and notes the viewer may work on. */
export const listManagedRegions = (): Promise<Area[]> => listInScope('scenario:write');

/** The medical schools in the viewer's scope. */
export const listOwnSchools = (): Promise<Area[]> => listInScope('school:read');
