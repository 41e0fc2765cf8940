import 'server-only';
import { Membership } from '@/lib/contracts/region';
import { scopesFor } from '@/lib/domain/access/access';
import { Area, type AreaType } from '@/lib/domain/geography/area';
import { NotFound } from './errors';
import { selectArea, selectAreasByCode, selectAreasOfType, selectParents } from './queries/areas';
import { asViewer, authorise } from './viewer';

/** @throws NotFound for a code that is no area. */
export async function getArea(code: string): Promise<Area> {
  const viewer = await authorise('figures:read');
  const [row] = await asViewer(viewer, (tx) => selectArea(tx, code));
  if (!row) throw new NotFound(`There is no area with the code ${code}.`);
  return Area.parse(row);
}

/** Areas of the given types in England, by name. */
export async function listAreas(types: readonly AreaType[]): Promise<Area[]> {
  const viewer = await authorise('figures:read');
  const rows = await asViewer(viewer, (tx) => selectAreasOfType(tx, 'england', types));
  return rows.map((row) => Area.parse(row));
}

/** The areas that contain this one, or that it is part of. */
export async function listParents(code: string): Promise<Membership[]> {
  const viewer = await authorise('figures:read');
  const rows = await asViewer(viewer, (tx) => selectParents(tx, code));
  return rows.map((row) => Membership.parse(row));
}

/** The training regions whose scenarios and notes the viewer may work on. */
export async function listManagedRegions(): Promise<Area[]> {
  const viewer = await authorise('figures:read');
  const codes = scopesFor(viewer, 'scenario:write');
  if (codes.length === 0) return [];
  const rows = await asViewer(viewer, (tx) => selectAreasByCode(tx, codes));
  return rows.map((row) => Area.parse(row));
}

/** The medical schools in the viewer's scope. */
export async function listOwnSchools(): Promise<Area[]> {
  const viewer = await authorise('figures:read');
  const codes = scopesFor(viewer, 'school:read');
  if (codes.length === 0) return [];
  const rows = await asViewer(viewer, (tx) => selectAreasByCode(tx, codes));
  return rows.map((row) => Area.parse(row));
}
