import { database, withPublisher } from '@/db/client';
import type { GivenAbout } from '@/lib/contracts/import';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { ColumnMapping } from '@/lib/import/column-mapping';
import type { DatasetId } from '@/lib/import/dataset-list';
import type { DatedPlace } from '@/lib/import/dated-places';
import type { OtherCode } from '@/lib/import/other-codes';
import { findMapping } from '@/lib/import/saved-mapping';
import type { WrongKind } from '@/lib/import/wrong-kinds';
import { type ReadingEvents, readInWorker } from '@/lib/jobs/read-in-worker';
import type { MappedReading } from './ledger';
import { savedMappings } from './mappings';

export type ImportRequest = {
  /** On this machine. */
  file: string;
  /** As the person knows it. */
  fileName: string;
  dataset?: DatasetId | undefined;
  mapping?: ColumnMapping | undefined;
  ruleSet?: RuleSetId | undefined;
  /** Whether this server answers this machine only: restricted files are refused elsewhere. */
  isLocalOnly: boolean;
  /** Files of the demonstration country have sources of their own: the two countries are never mixed. */
  isDemonstration?: boolean;
  /** For files that don't say themselves what they are of. */
  given?: GivenAbout | undefined;
};

/**
 * Codes of an exchange file that are of no loaded area, areas of a kind that their column doesn't take, areas that it names for a time when
 * they didn't exist, and codes that stand for an area with another code: each is a reason to read the file once more.
 */
export type PlacesFound = {
  readonly unknownPlaces: readonly string[];
  readonly wrongKinds: readonly WrongKind[];
  readonly datedPlaces: readonly DatedPlace[];
  readonly otherCodes: readonly OtherCode[];
};

export const NO_PLACES: PlacesFound = { unknownPlaces: [], wrongKinds: [], datedPlaces: [], otherCodes: [] };

/** Reads a file with the mapping that was said with it, or that was saved for its headers. */
export async function readFile(
  request: ImportRequest,
  events: ReadingEvents,
  places: PlacesFound = NO_PLACES,
): Promise<MappedReading> {
  const { file, dataset, mapping, ruleSet = 'none', given } = request;
  const source = given?.source ?? null;
  const counts = { ruleSet, roundingBase: given?.roundingBase ?? null };
  const options = { file, ...places, counts, ...(dataset ? { dataset } : {}) };
  if (mapping) {
    const reading = await readInWorker({ ...options, mapping }, events);
    return { reading, mapping: { ...mapping, source, isSaved: false } };
  }
  const reading = await readInWorker(options, events);
  // Headers are told where nothing was read below them.
  if (reading.headers.length === 0) return { reading, mapping: null };
  const known = (await withPublisher(await database(), savedMappings)).filter(
    (one) => !dataset || one.dataset === dataset,
  );
  const saved = findMapping(reading.headers, source, known);
  if (!saved) return { reading, mapping: null };
  const used = { dataset: saved.dataset, columns: saved.columns };
  return {
    reading: await readInWorker({ file, ...places, counts, mapping: used }, events),
    mapping: { ...used, source: saved.source, isSaved: true },
  };
}
