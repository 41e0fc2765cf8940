import type { Executor } from '@/db/client';
import type { Root } from '@/lib/domain/geography/area';
import { type DatasetId, findDataset } from '@/lib/import/dataset-list';
import type { NamedPlaces } from '@/lib/import/named-places';
import type { OtherCode } from '@/lib/import/other-codes';
import type { ImportReading } from '@/lib/import/read-import';
import { wrongKindsIn } from '@/lib/import/wrong-kinds';
import { datedAmong, findDatedPlaces } from './dated-places';
import { matchAreas } from './matched-areas';
import { NO_PLACES, type PlacesFound } from './read-file';

type Matched = Awaited<ReturnType<typeof matchAreas>>;

interface Read {
  readonly reading: ImportReading;
  /** Null where no row was good. */
  readonly releaseId: string | null;
  readonly root: Root;
  readonly otherCodes: readonly OtherCode[];
}

/** Bad rows are not stored: of a file that has them, all areas that some day end or begin are given back. */
const datedPlaces = (tx: Executor, { reading, releaseId }: Read, dataset: DatasetId, places: readonly NamedPlaces[]) =>
  reading.status === 'ready' && releaseId
    ? findDatedPlaces(tx, releaseId, dataset)
    : datedAmong(
        tx,
        places.flatMap(({ header, codes }) => (header === 'area_code' ? codes : [])),
      );

/**
 * The areas that a file names, also in rows with other faults: every fault is told at once. `found` is what an exchange file has to be read
 * once more for; null where nothing is.
 */
export async function findPlaces(
  tx: Executor,
  read: Read,
): Promise<{ readonly areas: Matched | null; readonly found: PlacesFound | null }> {
  const { reading, releaseId, root, otherCodes } = read;
  const { dataset, places } = reading;
  if (releaseId === null && places === null) return { areas: null, found: null };
  const named = places && { root, codes: [...new Set(places.flatMap(({ codes }) => codes))] };
  const areas = await matchAreas(tx, releaseId, named);
  if (dataset === null || findDataset(dataset)?.isExchange !== true) return { areas, found: null };
  if (areas.aliases.length > 0) return { areas, found: { ...NO_PLACES, otherCodes: areas.aliases } };
  const wrongKinds = wrongKindsIn(dataset, places ?? [], areas.typeOf);
  const dated = await datedPlaces(tx, read, dataset, places ?? []);
  const isFound = areas.unknown.length + wrongKinds.length + dated.length > 0;
  return {
    areas,
    found: isFound ? { unknownPlaces: areas.unknown, wrongKinds, datedPlaces: dated, otherCodes } : null,
  };
}
