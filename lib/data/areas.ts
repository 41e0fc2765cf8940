import 'server-only';
import type { Membership } from '@/lib/contracts/region';
import { type Action, scopesFor } from '@/lib/domain/access/access';
import type { Area, AreaType } from '@/lib/domain/geography/area';
import { NotFound } from './errors';
import { publishedStore } from './published-store';
import { authorise } from './viewer';

/** @throws NotFound for a code that is no area. */
export async function getArea(code: string): Promise<Area> {
  await authorise('figures:read');
  const area = (await publishedStore()).areaByCode.get(code);
  if (!area) throw new NotFound(`There is no area with the code ${code}.`);
  return area;
}

/** Areas of the given types in England, by name. */
export async function listAreas(types: readonly AreaType[]): Promise<Area[]> {
  await authorise('figures:read');
  const { areas } = await publishedStore();
  return areas.filter(({ root, type }) => root === 'england' && types.includes(type));
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
