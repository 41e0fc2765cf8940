import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { selectMappings, selectNames } from '@/lib/data/queries/imports';
import { TABLE_DATASETS } from '@/lib/import/dataset-list';
import type { SourceMapping } from '@/lib/import/saved-mapping';

const Stored = z.object({
  dataset: z.enum(TABLE_DATASETS.map(({ id }) => id)),
  headers: z.array(z.string()),
  columns: z.record(z.string(), z.string()),
});

export type SavedMapping = SourceMapping & {
  readonly id: string;
  readonly savedAt: string;
  /** Null for the operator at the machine's shell. */
  readonly savedBy: string | null;
};

/** Keeps what the columns of a source's files of a kind stand for; what was kept of them before goes. The caller audits it. */
export const keepMapping = (tx: Executor, { dataset, source, headers, columns }: SourceMapping, by: string | null) =>
  tx.execute(sql`
    insert into column_mapping (dataset, source, headers, columns, saved_by)
    values (${dataset}, ${source}, ${JSON.stringify(headers)}::jsonb, ${JSON.stringify(columns)}::jsonb, ${by})
    on conflict (dataset, lower(source)) do update set source = excluded.source, headers = excluded.headers,
      columns = excluded.columns, saved_by = excluded.saved_by, saved_at = now()`);

/** Every mapping that is kept, by source. For the publisher: analysts have no names but their own. */
export async function savedMappings(tx: Executor): Promise<SavedMapping[]> {
  const rows = await selectMappings(tx);
  const names = await selectNames(tx, [...new Set(rows.flatMap(({ savedBy }) => savedBy ?? []))]);
  return rows.map(({ id, source, savedAt, savedBy, dataset, headers, columns }) => ({
    ...Stored.parse({ dataset, headers, columns }),
    id,
    source,
    savedAt: savedAt.toISOString(),
    savedBy: names.find((one) => one.id === savedBy)?.name ?? null,
  }));
}
