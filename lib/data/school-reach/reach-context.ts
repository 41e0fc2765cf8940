import 'server-only';
import { type TableSource, tableSources } from '@/lib/data/journeys/table-source';
import { type PublishedStore, publishedStore } from '@/lib/data/published-store';
import { scopesFor, type Viewer } from '@/lib/domain/access/access';
import type { DatedArea } from '@/lib/domain/geography/area';
import { type JourneyReading, journeyReading } from '@/lib/domain/journeys/journey-audience';
import { findShape, type JourneyShape } from '@/lib/domain/journeys/journey-shapes';

/** A school, what there is about it that this viewer may use, and the entry years asked about. */
export type ReachContext = {
  readonly viewer: Viewer;
  readonly school: DatedArea;
  readonly store: PublishedStore;
  /** Richest first. */
  readonly sources: readonly TableSource[];
  /** Null: all years. */
  readonly period: string | null;
};

/** A shape that is known to be there: its id stands in the code. */
export function shapeOf(id: string): JourneyShape {
  const shape = findShape(id);
  if (!shape) throw new Error(`There is no shape ${id}`);
  return shape;
}

const isOwn = (viewer: Viewer, school: string): boolean => scopesFor(viewer, 'school:read').includes(school);

type Reader = Pick<ReachContext, 'viewer' | 'school'>;

/** The same rules as for the tables themselves: nobody learns more from this page than from them. `own`: it is the reader's. */
export function readingOf({ viewer, school }: Reader, shapeId: string, isNarrowed = false): JourneyReading {
  const roles = viewer.grants.map(({ role }) => role);
  const reading = journeyReading(roles, shapeOf(shapeId), isNarrowed);
  return reading === 'own' && !isOwn(viewer, school.code) ? 'none' : reading;
}

export const mayRead = (reader: Reader, shapeId: string, isNarrowed = false): boolean =>
  readingOf(reader, shapeId, isNarrowed) !== 'none';

/** Call it after authorising. */
export async function reachContext(viewer: Viewer, school: DatedArea, period: string | null): Promise<ReachContext> {
  // A school's own intake file is for its staff.
  const sources = await tableSources(school.root, isOwn(viewer, school.code) ? school.code : null);
  return { viewer, school, store: await publishedStore(), sources, period };
}

export const nameOf = ({ store }: Pick<ReachContext, 'store'>, code: string): string =>
  store.areaByCode.get(code)?.name ?? code;

export const named = (context: Pick<ReachContext, 'store'>, code: string) => ({ code, name: nameOf(context, code) });
