import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { columnMapping } from '@/db/schema';
import { GivenSource } from '@/lib/contracts/import';
import type { SourceMapping } from '@/lib/import/saved-mapping';
import { ImportRefused, NotFound } from './errors';
import { keepMapping, type SavedMapping, savedMappings } from './imports/mappings';
import { audit, inPublication } from './imports/reading';
import { authorise } from './viewer';

/** What the columns of each source stand for, by source. */
export async function listMappings(): Promise<SavedMapping[]> {
  await authorise('data:import');
  return inPublication(savedMappings);
}

/** Keeps what the columns of a source's files of a kind stand for; what was kept of them before goes. */
export async function saveMapping({ dataset, source, headers, columns }: SourceMapping): Promise<void> {
  const viewer = await authorise('data:import');
  const name = GivenSource.safeParse(source);
  if (!name.success) throw new ImportRefused('Name the source whose columns these are.');
  await inPublication(async (tx) => {
    await keepMapping(tx, { dataset, source: name.data, headers, columns }, viewer.userId);
    await audit(tx, viewer, 'import.mapping', dataset, { source: name.data, headers, columns });
  });
}

/** Forgets a mapping: the source's next file asks again. What was imported with it stays. @throws NotFound for an unknown one. */
export async function removeMapping(id: string): Promise<void> {
  const viewer = await authorise('data:import');
  const known = z.uuid().safeParse(id).success;
  await inPublication(async (tx) => {
    const [row] = known ? await tx.delete(columnMapping).where(eq(columnMapping.id, id)).returning() : [];
    if (!row) throw new NotFound('There is no such mapping.');
    await audit(tx, viewer, 'import.mapping.remove', row.dataset, { source: row.source });
  });
}
