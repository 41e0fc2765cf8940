import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { DEMONSTRATION_SOURCE } from '@/lib/data/queries/root-of-source';
import { type DatasetId, findDataset } from '@/lib/import/dataset-list';

const fields = (...names: readonly string[]): SQL =>
  sql.join(
    names.map((name) => sql`body->>${sql.raw(`'${name}'`)}`),
    sql`, `,
  );

/** What a row is about: a newer file takes the place of an older one only where it has all that the older one has. */
const KEYS: Readonly<Partial<Record<DatasetId, SQL>>> = {
  establishment: sql`period_end, area_code, specialty, level`,
  fill: fields('year', 'areaCode', 'specialty', 'level'),
  retention: fields('cohortYear', 'areaCode', 'stage'),
  home_school: fields('period', 'homeLadCode', 'schoolId'),
  school_foundation: fields('period', 'schoolId', 'foundationAreaCode'),
  intake: fields('schoolId', 'entryYear'),
  cohort: fields('schoolId', 'entryYear'),
  placements: fields('areaCode', 'specialty'),
};

/** Keys of an older release that a newer one doesn't have. */
function missingKeys(dataset: DatasetId, keys: SQL, of: { older: SQL; newer: SQL }): SQL {
  const table = dataset === 'establishment' ? sql`establishment` : sql`source_row`;
  return sql`select ${keys} from ${table} where release_id = ${of.older}
    except select ${keys} from ${table} where release_id = ${of.newer}`;
}

/** Whether `new` has all that `old` has: true for published files, which come whole. */
export function coversOlder(dataset: string): SQL {
  const known = findDataset(dataset)?.id;
  const keys = known && KEYS[known];
  if (!known || !keys) return sql`true`;
  return sql`not exists (${missingKeys(known, keys, { older: sql`old.id`, newer: sql`new.id` })})`;
}

/**
 * Published releases of the dataset, country and time of `releaseId` that stand beside it: those loaded before it, or all where it isn't
 * shown yet. Columns `id` and `loaded_at`.
 */
export const olderBeside = (releaseId: string, superseded: readonly string[], isOfAnyTime = false): SQL => sql`(
  select old.id, old.loaded_at from release old
  join release new on new.id = ${releaseId} and new.dataset = old.dataset
  left join import_file old_file on old_file.release_id = old.id
  left join import_file new_file on new_file.release_id = new.id
  where old.id <> new.id and old.status = 'published' and old.id <> all(${sql.param([...superseded])}::text[])
    and starts_with(old.source_id, ${DEMONSTRATION_SOURCE}) = starts_with(new.source_id, ${DEMONSTRATION_SOURCE})
    and (${isOfAnyTime} or coalesce(old_file.vintage->>'from' <= new_file.vintage->>'to' and old_file.vintage->>'to' >= new_file.vintage->>'from', true))
    and (new.status in ('staged', 'scheduled') or old.loaded_at < new.loaded_at))`;

/** Most files stand alone: then nothing needs to be looked for among a million rows. */
export async function hasBeside(tx: Executor, older: SQL): Promise<boolean> {
  const result = await tx.execute(sql`select id from ${older} as beside limit 1`);
  return z.object({ rows: z.array(z.unknown()) }).parse(result).rows.length > 0;
}

const Beside = z.object({ releaseId: z.string(), title: z.string(), missing: z.number(), shared: z.number() });

/** Releases that stay beside a new one and share something with it, or of which nothing is read any more (cohorts): how much each has that the new one hasn't. */
export async function findBeside(tx: Executor, releaseId: string, dataset: string, superseded: readonly string[]) {
  const known = findDataset(dataset)?.id;
  const keys = known && KEYS[known];
  if (!known || !keys) return [];
  const table = known === 'establishment' ? sql`establishment` : sql`source_row`;
  const result = await tx.execute(sql`
    select release.id as "releaseId", release.title, counts.missing, counts.shared
    from ${olderBeside(releaseId, superseded, known === 'cohort')} as beside join release on release.id = beside.id
    cross join lateral (select
      (select count(*)::int from (${missingKeys(known, keys, { older: sql`release.id`, newer: sql`${releaseId}` })}) as gone) as missing,
      (select count(*)::int from (select ${keys} from ${table} where release_id = release.id
        intersect select ${keys} from ${table} where release_id = ${releaseId}) as both_have) as shared) as counts
    where counts.missing > 0 and (counts.shared > 0 or ${known === 'cohort'}) order by release.id`);
  return z.object({ rows: z.array(Beside) }).parse(result).rows;
}
