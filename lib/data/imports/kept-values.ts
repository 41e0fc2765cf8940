import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { area } from '@/db/schema';
import type { ImportFault, UsedMapping } from '@/lib/contracts/import';
import { findDataset, findTableDataset } from '@/lib/import/dataset-list';
import { normaliseHeader } from '@/lib/import/header-match';
import type { ImportReading } from '@/lib/import/read-import';

/** A code of an area in its own form: says nothing of a person, and is what has to be mended. */
const PLACE_CODE = /^(?:[ENSW]\d{8}|(?:TR|FA|XD|ICB)-[\w-]+)$/;

/** Nobody checked what its cells hold: a file that nothing is known of may be about single people. */
const isAboutPeople = (dataset: string | null): boolean =>
  dataset === null || findDataset(dataset)?.isRestricted === true;

/** Columns that hold codes of places, by our names and by those that the file has for them. */
function placeColumns(dataset: string | null, mapping: UsedMapping | null): ReadonlySet<string> {
  const ours = (findTableDataset(dataset ?? '')?.columns ?? []).filter(({ place }) => place !== null);
  const names = new Set(ours.map(({ header }) => header));
  const theirs = Object.entries(mapping?.columns ?? {}).flatMap(([header, name]) => (names.has(name) ? [header] : []));
  return new Set([...names, ...theirs].map(normaliseHeader));
}

/** Without what stood in the cell, also where the words repeat it; numbers in them are limits. */
const withoutValue = (fault: ImportFault): ImportFault => ({
  ...fault,
  value: '',
  message: /[^\d.,\s-]/.test(fault.value) ? fault.message.replaceAll(fault.value, '…') : fault.message,
});

/**
 * The errors of a file as the ledger keeps them. Of one about people cells are kept only in columns of places, and only codes: a name
 * of a school looks as a person's may, so it has to be on the list of schools.
 */
export async function keptErrors(
  tx: Executor,
  { dataset, errors }: Pick<ImportReading, 'dataset' | 'errors'>,
  mapping: UsedMapping | null,
): Promise<ImportFault[]> {
  if (!isAboutPeople(dataset) || errors.length === 0) return [...errors];
  const schools = await tx.select({ code: area.code }).from(area).where(eq(area.type, 'medical_school'));
  const known = new Set(schools.map(({ code }) => code));
  const columns = placeColumns(dataset, mapping);
  const isKept = ({ column, value }: ImportFault): boolean =>
    columns.has(normaliseHeader(column)) && (PLACE_CODE.test(value) || known.has(value));
  return errors.map((fault) => (isKept(fault) ? fault : withoutValue(fault)));
}
