import 'server-only';
import type { Executor } from '@/db/client';
import { type BoundaryMap, StoredBoundaries } from '@/lib/contracts/boundary-map';
import type { Area } from '@/lib/domain/geography/area';
import { drawBoundaries } from '@/lib/domain/geography/boundary-drawing';
import { today } from './clock';
import { type PublishedStore, publishedStore } from './published-store';
import { selectBoundarySets } from './queries/boundaries';
import { asViewer, authorise } from './viewer';

/** Drawn once for a store: the paths are the same for every reader and every figure. */
const drawn = new WeakMap<PublishedStore, Promise<readonly BoundaryMap[]>>();

async function draw(tx: Executor, { areas, areaOfCode }: PublishedStore): Promise<BoundaryMap[]> {
  const sets = await selectBoundarySets(tx, today());
  const regions = areas.flatMap(({ type, root, name, latitude, longitude }) =>
    type === 'nhs_region' && root === 'england' && latitude !== null && longitude !== null
      ? [{ name, latitude, longitude }]
      : [],
  );
  return sets.map(({ areas: stored, ...papers }) => {
    const shapes = StoredBoundaries.parse(stored).map((shape) => ({
      ...shape,
      code: areaOfCode.get(shape.code) ?? shape.code,
    }));
    const drawing = drawBoundaries(shapes, regions);
    const places = drawing.places.map((place, at) => ({ ...place, name: regions[at]?.name ?? '' }));
    return { ...papers, drawing, regions: places };
  });
}

/**
 * The published boundary file that has most of these areas, the newest of those that have as many; null where none has
 * any. Files of other years stay loaded beside it. Shapes are of the areas that their codes are read as.
 */
export async function findBoundaryMap(areas: readonly Pick<Area, 'code'>[]): Promise<BoundaryMap | null> {
  const viewer = await authorise('figures:read');
  const store = await publishedStore();
  const loading = drawn.get(store) ?? asViewer(viewer, (tx) => draw(tx, store));
  drawn.set(store, loading);
  const maps = await loading.catch((error: unknown) => {
    drawn.delete(store);
    throw error;
  });
  const codes = new Set(areas.map(({ code }) => code));
  const matches = ({ drawing }: BoundaryMap) => drawing.shapes.filter(({ code }) => codes.has(code)).length;
  return maps.reduce<BoundaryMap | null>((best, map) => (matches(map) > (best ? matches(best) : 0) ? map : best), null);
}
